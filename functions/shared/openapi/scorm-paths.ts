import { maxCallsPerMessage, maxCallsPerSession } from '@sinau/scorm';
import {
  answer,
  body,
  count,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
  uuid,
} from './operation.ts';

const number: Json = { type: 'integer', minimum: 1 };
const completion: Json = { enum: ['completed', 'incomplete', 'not attempted', 'unknown'] };
const success: Json = { enum: ['passed', 'failed', 'unknown'] };
const score: Json = {
  type: 'object',
  properties: {
    scaled: { type: 'number' },
    raw: { type: 'number' },
    min: { type: 'number' },
    max: { type: 'number' },
  },
};

const call: Json = {
  type: 'object',
  required: ['at', 'call'],
  properties: {
    at: dateTime,
    call: { type: 'string', description: 'As SCORM 2004 names it.', examples: ['SetValue'] },
    element: { type: 'string', examples: ['cmi.location'] },
    value: text,
    answer: text,
    error: { type: 'integer', description: 'Error code after the call; 0 is none.' },
  },
};

const session = {
  sessionId: uuid,
  courseId: text,
  version: number,
  auIndex: { ...count, description: 'Part of the course, from 0.' },
  learner: {
    type: 'string',
    description: 'The same for this learner’s run through the course, and for nobody else.',
  },
  startedAt: dateTime,
};
const sessionRequired = ['sessionId', 'courseId', 'version', 'auIndex', 'learner', 'startedAt'];

export const scormSchemas: Json = {
  ScormCall: call,
  ScormItem: {
    type: 'object',
    description: 'Where an item stands and what its next visit starts from.',
    required: ['itemId', 'attempt', 'entry', 'status', 'score'],
    properties: {
      itemId: text,
      attempt: { ...count, description: 'From 1; 0 for an asset.' },
      entry: { enum: ['ab-initio', 'resume'] },
      seed: { type: 'object', description: '`{ cmi, adl? }`, to be loaded before Initialize.' },
      status: { type: 'object', required: ['completion', 'success'], properties: { completion, success } },
      score,
    },
  },
  ScormStart: {
    type: 'object',
    required: ['version', 'organization', 'mode', 'run', 'items', 'commitUrl', 'returnUrl', 'commitSeconds'],
    properties: {
      version: { enum: ['1.2', '2004'] },
      edition: { enum: [2, 3, 4] },
      organization: { type: 'object', description: 'Items, prerequisites and sequencing of the manifest.' },
      courseTitle: { type: 'object', additionalProperties: text },
      moduleTitle: { type: 'object', additionalProperties: text },
      locale: { enum: ['id', 'en'] },
      learner: { type: 'object', required: ['id', 'name'], properties: { id: text, name: text } },
      mode: { enum: ['normal', 'browse', 'review'] },
      run: { ...number, description: 'Goes into every message.' },
      items: { type: 'array', items: ref('ScormItem') },
      globalObjectives: { type: 'object' },
      sequencingState: text,
      currentItemId: text,
      commitUrl: { type: 'string', format: 'uri' },
      returnUrl: { type: 'string', format: 'uri' },
      savedAt: dateTime,
      commitSeconds: number,
    },
  },
  ScormMessage: {
    type: 'object',
    required: ['run', 'sequence'],
    properties: {
      run: number,
      sequence: {
        ...number,
        description: 'Counts the messages of a run; a retry has the number of the first try.',
      },
      visit: { ...number, description: 'Counts the launches of items within a run.' },
      itemId: text,
      commit: { type: 'object', description: 'The commit object of the run-time, with `runtimeData.cmi`.' },
      end: { enum: ['terminated', 'left'] },
      leave: { enum: ['exit', 'suspend'], description: 'The session ends.' },
      sequencing: {
        type: 'object',
        properties: {
          state: text,
          currentItemId: { anyOf: [text, { type: 'null' }] },
          rollup: { type: 'object', properties: { completion, success, score } },
        },
      },
      calls: { type: 'array', maxItems: maxCallsPerMessage, items: ref('ScormCall') },
    },
  },
  ScormAnswer: {
    type: 'object',
    required: ['result', 'errorCode', 'outcome', 'course'],
    properties: {
      result: { const: true },
      errorCode: { const: 0 },
      outcome: { enum: ['stored', 'stale', 'ignored'] },
      savedAt: dateTime,
      item: ref('ScormItem'),
      course: { type: 'object', properties: { completion, success, score } },
      warnings: {
        type: 'array',
        items: { type: 'object', required: ['path', 'message'], properties: { path: text, message: text } },
      },
    },
  },
  LaunchLogs: {
    type: 'object',
    required: ['sessions'],
    properties: {
      sessions: {
        type: 'array',
        items: {
          type: 'object',
          required: [...sessionRequired, 'calls', 'errors', 'url'],
          properties: { ...session, calls: count, errors: count, url: text },
        },
      },
      next: text,
    },
  },
  LaunchLog: {
    type: 'object',
    required: [...sessionRequired, 'messages'],
    properties: {
      ...session,
      messages: {
        type: 'array',
        items: {
          type: 'object',
          required: ['run', 'sequence', 'calls', 'at'],
          properties: {
            run: number,
            sequence: number,
            itemId: text,
            calls: { type: 'array', items: ref('ScormCall') },
            at: dateTime,
          },
        },
      },
    },
  },
};

export const scormPaths: Paths = {
  '/launch/scorm/start': {
    post: {
      summary: 'Start a SCORM package',
      description:
        'Asked by the page that plays it, with the token of its session. The first start of a session writes its `initialized`; a later one takes over.',
      access: ['au'],
      responses: { '200': answer('What is played, from where the learner left it.', ref('ScormStart')) },
    },
  },
  '/launch/scorm/commit': {
    post: {
      summary: 'Store what a SCORM package reports',
      description:
        'At most 1 MB, as `application/json` or `text/plain`. The same message again changes nothing and is answered alike. 403 `delivery.session-ended`: the session was ended elsewhere; 409 `delivery.scorm-replaced`: another tab has gone on with this item.',
      access: ['au'],
      parameters: [query('token', text, 'The token of the session, for pages that can send no headers.')],
      requestBody: body(ref('ScormMessage'), {
        run: 1,
        sequence: 3,
        visit: 1,
        itemId: 'I1',
        commit: { runtimeData: { cmi: { core: { lesson_status: 'incomplete' }, suspend_data: 'p=7' } } },
      }),
      responses: { '200': answer('Stored, or why nothing had to be.', ref('ScormAnswer')) },
    },
  },
};

const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const read = ['scope:courses/read'] as const;

export const launchLogPaths: Paths = {
  '/api/courses/{courseId}/launch-logs': {
    get: {
      summary: 'List sessions of SCORM content, the latest first',
      description: `What content said to its API, kept for 90 days and at most ${maxCallsPerSession} calls a session. An entry \`Blocked\` is no call: its \`element\` is an address of another host that the content wanted and did not get.`,
      access: read,
      parameters: [courseId, query('after', text, 'From `next` of the page before.')],
      responses: { '200': answer('Up to 50.', ref('LaunchLogs')) },
    },
  },
  '/api/courses/{courseId}/launch-logs/{sessionId}': {
    get: {
      summary: 'Read the calls of one session',
      access: read,
      parameters: [courseId, inPath('sessionId', 'From the list.')],
      responses: { '200': answer('Every call, message by message.', ref('LaunchLog')) },
    },
  },
};
