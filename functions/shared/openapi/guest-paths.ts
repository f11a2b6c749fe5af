import { waiveReasons } from '@sinau/cmi5';
import { answer, body, dateTime, inPath, type Json, type Paths, ref, text, uuid } from './operation.ts';

const access = ['scope:launches/write'] as const;
const registration = inPath('registration', 'UUID of the registration.');
const outcome = (...values: readonly string[]): Json => ({
  type: 'object',
  required: ['outcome'],
  properties: { outcome: { type: 'string', enum: values } },
});

const account: Json = {
  type: 'object',
  required: ['homePage', 'name'],
  properties: {
    homePage: { type: 'string', format: 'uri', maxLength: 1000 },
    name: { ...text, maxLength: 500 },
  },
  additionalProperties: false,
};
const agent: Json = {
  type: 'object',
  description:
    'An xAPI Agent by account (cmi5 9.2), of another system: people of this platform launch in the portal.',
  required: ['account'],
  properties: { objectType: { const: 'Agent' }, account },
  additionalProperties: false,
};
const launchMode: Json = { type: 'string', enum: ['Normal', 'Browse', 'Review'] };

export const guestSchemas: Json = {
  LaunchRequest: {
    type: 'object',
    required: ['courseId', 'auIndex', 'actor'],
    properties: {
      courseId: { type: 'string', pattern: '^[\\w-]{1,64}$' },
      auIndex: { type: 'integer', minimum: 0, description: 'Position of the AU in document order, from 0.' },
      actor: agent,
      registration: {
        ...uuid,
        description:
          'Of an earlier launch of the same course and account, to go on with it; one that is new begins. Absent: a new one.',
      },
      launchMode: {
        ...launchMode,
        description: 'Absent: Review once the AU’s criterion was reached, Normal before.',
      },
      language: { type: 'string', enum: ['id', 'en'], description: 'Starts the learner’s preferences.' },
      returnUrl: {
        type: 'string',
        format: 'uri',
        maxLength: 2000,
        description:
          'Where the AU sends the learner when it is closed (`returnURL` of cmi5 10.2.6): an absolute https address of any system, without a user name or password. Absent: the home page of the portal.',
      },
    },
    additionalProperties: false,
  },
  LaunchAnswer: {
    type: 'object',
    required: ['url', 'registration', 'sessionId', 'activityId', 'launchMode', 'launchMethod'],
    properties: {
      url: {
        ...text,
        description: 'To be opened within two minutes by the learner’s browser, which needs no cookie.',
      },
      registration: uuid,
      sessionId: uuid,
      activityId: text,
      launchMode,
      launchMethod: {
        type: 'string',
        enum: ['AnyWindow', 'OwnWindow'],
        description: '`OwnWindow`: not in a frame (cmi5 8.1).',
      },
    },
  },
  GuestRegistration: {
    type: 'object',
    required: ['registration', 'courseId', 'version', 'actor', 'createdAt', 'satisfied', 'aus'],
    properties: {
      registration: uuid,
      courseId: text,
      version: { type: 'integer' },
      actor: agent,
      createdAt: dateTime,
      satisfied: {
        type: 'boolean',
        description: 'Everything the course asks for is fulfilled (cmi5 9.3.9).',
      },
      satisfiedAt: dateTime,
      aus: {
        type: 'array',
        description: 'AUs that were launched or waived.',
        items: {
          type: 'object',
          required: ['auIndex', 'completed', 'waived'],
          properties: {
            auIndex: { type: 'integer' },
            completed: { type: 'boolean' },
            waived: { type: 'boolean' },
            judged: { type: 'string', enum: ['passed', 'failed'] },
            score: { type: 'number', minimum: -1, maximum: 1 },
            launchedAt: dateTime,
          },
        },
      },
      session: {
        type: 'object',
        description: 'The latest one.',
        required: ['sessionId', 'auIndex', 'launchedAt'],
        properties: {
          sessionId: uuid,
          auIndex: { type: 'integer' },
          launchedAt: dateTime,
          endedAt: dateTime,
        },
      },
    },
  },
};

export const guestPaths: Paths = {
  '/api/launches': {
    post: {
      summary: 'Launch an AU for a learner of another system',
      description:
        'The learner is named by any account and needs no person here; the statements belong to no agency. An open session of the same registration is abandoned. 404: no published course, or no such AU. 409: the registration belongs to another learner or course.',
      access,
      requestBody: body(ref('LaunchRequest'), {
        courseId: 'd2b6c0de-6a1e-4d3c-9a55-0c0ffee0c0de',
        auIndex: 0,
        actor: { account: { homePage: 'https://lms.example', name: 'peserta-17' } },
        returnUrl: 'https://lms.example/courses/7',
      }),
      responses: {
        '201': {
          ...answer('Where to send the browser; Location is the registration.', ref('LaunchAnswer')),
          headers: { Location: { schema: text } },
        },
      },
    },
  },
  '/api/registrations/{registration}': {
    get: {
      summary: 'What a registration has reached',
      access,
      parameters: [registration],
      responses: { '200': answer('The registration.', ref('GuestRegistration')) },
    },
  },
  '/api/registrations/{registration}/aus/{auIndex}/waive': {
    post: {
      summary: 'Count an AU as done by other means',
      description: 'Once per registration (cmi5 9.3.7); a second time changes nothing.',
      access,
      parameters: [registration, inPath('auIndex', 'Position of the AU in document order, from 0.')],
      requestBody: body(
        {
          type: 'object',
          required: ['reason'],
          properties: { reason: { type: 'string', enum: [...waiveReasons] } },
          additionalProperties: false,
        },
        { reason: 'Tested Out' },
      ),
      responses: { '200': answer('Whether it was waived now.', outcome('waived', 'was-waived')) },
    },
  },
  '/api/registrations/{registration}/sessions/{sessionId}/abandon': {
    post: {
      summary: 'End an open session without its AU',
      description: 'The abandoned statement is written and the session’s token is dead at once (cmi5 9.3.6).',
      access,
      parameters: [registration, inPath('sessionId', 'Of the launch.')],
      responses: { '200': answer('Whether it was open.', outcome('abandoned', 'not-open')) },
    },
  },
};
