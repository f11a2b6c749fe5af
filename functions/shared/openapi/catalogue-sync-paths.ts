import {
  batchLists,
  batchOutcomes,
  batchReasons,
  changeKinds,
  itemFindings,
  itemLists,
  syncFields,
} from '@sinau/connectors/sync';
import { answer, dateTime, inPath, type Json, list, type Paths, text } from './operation.ts';

const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const connectionId = inPath('connectionId', 'One of the provider’s own; others are answered as absent.');
const externalId = inPath('externalId', 'As the provider names the course.');
const integer: Json = { type: 'integer', minimum: 0 };
const object = (properties: Json, required: readonly string[] = []): Json => ({
  type: 'object',
  required,
  properties,
});
const json = (schema: Json, example: Json): Json => ({
  required: true,
  content: { 'application/json': { schema, example } },
});
const inQuery = (name: string, schema: Json, description: string): Json => ({
  ...{ name, in: 'query', description, schema },
});
const limit = inQuery('limit', { type: 'integer', minimum: 1, maximum: 100, default: 25 }, 'Most in a page.');
const page = inQuery('page', text, '`next` of the page before.');
const fieldName: Json = { enum: syncFields };

const counted = [
  'read',
  'new',
  'changed',
  'withdrawn',
  'returned',
  'same',
  'hidden',
  'duplicate',
  'unusable',
];
const run = object(
  {
    runId: text,
    state: { enum: ['queued', 'running', 'done', 'broken'] },
    scope: { enum: ['all', 'changes'], description: 'Since the cursor, where the provider has one.' },
    counts: object(Object.fromEntries(counted.map((name) => [name, integer])), counted),
    findings: list(
      object({
        code: { enum: ['duplicate', 'unusable', 'drop'] },
        externalId: text,
        present: integer,
        missing: integer,
      }),
    ),
    withdrawals: {
      enum: ['staged', 'held'],
      description:
        '`held`: implausibly much is missing; start a run with `believedMissing` when it is gone indeed.',
    },
    failedBecause: {
      ...text,
      description: 'Why it broke off, e.g. `unauthorised`; it has withdrawn nothing.',
    },
    believedMissing: integer,
    startedBy: object({ kind: { enum: ['person', 'client'] }, id: text, name: text }),
    ...{ queuedAt: dateTime, startedAt: dateTime, updatedAt: dateTime, endedAt: dateTime },
    tries: { ...integer, description: 'More than one after a crash.' },
  },
  ['runId', 'state', 'scope', 'counts', 'findings'],
);
const item = {
  externalId: text,
  rev: { ...integer, description: 'Sent back with a decision.' },
  list: { enum: itemLists },
  title: text,
  present: { type: 'boolean', description: 'The last whole run met it.' },
  courseId: { ...text, description: 'The course that was made of it.' },
  change: { enum: changeKinds },
  fields: { ...list(fieldName), description: 'What is other than was accepted.' },
  conflicts: { ...list(fieldName), description: 'Of these, what was edited here since.' },
  findings: list(text),
  ...{ since: dateTime, seenAt: dateTime },
};
const required = ['externalId', 'rev', 'title', 'present'];
const value: Json = { oneOf: [text, { type: 'number' }, list(text)] };
const detail = object(
  {
    ...item,
    values: list(
      object({
        ...{ field: fieldName, accepted: value, offered: value, isChanged: { type: 'boolean' } },
        here: object({ value }),
      }),
    ),
    learners: { ...integer, description: 'In the course, when its withdrawal waits.' },
    mayUndo: { type: 'boolean' },
    audit: list(
      object({
        ...{ at: dateTime, action: { enum: ['accept', 'reject', 'undo', 'unreject'] } },
        ...{ change: { enum: changeKinds }, by: { type: 'object' }, submitted: { type: 'boolean' } },
        fields: list(object({ field: fieldName, before: value, after: value })),
      }),
    ),
  },
  required,
);
const batchCounts = object(Object.fromEntries(batchOutcomes.map((name) => [name, integer])));

export const catalogueSyncPaths: Paths = {
  '/api/connections/{connectionId}/sync-runs': {
    get: {
      summary: 'Readings of a connection’s catalogue',
      access: read,
      parameters: [connectionId, limit],
      responses: { '200': answer('The newest first.', object({ runs: list(run) }, ['runs'])) },
    },
    post: {
      summary: 'Read the catalogue now',
      description: 'One run a connection at a time: when one is under way, it is answered.',
      access: write,
      parameters: [connectionId],
      requestBody: json(
        {
          ...object({ believedMissing: { type: 'integer', minimum: 1, maximum: 1_000_000 } }),
          additionalProperties: false,
        },
        {},
      ),
      responses: { '202': answer('The run; `Location` tells its progress.', run) },
    },
  },
  '/api/connections/{connectionId}/sync-runs/{runId}': {
    get: {
      summary: 'One reading of a catalogue',
      access: read,
      parameters: [connectionId, inPath('runId', 'Of this connection.')],
      responses: { '200': answer('As far as it is.', run) },
    },
  },
  '/api/connections/{connectionId}/items': {
    get: {
      summary: 'Courses that the provider offers, by what they wait for',
      access: read,
      parameters: [connectionId, inQuery('list', { enum: itemLists, default: 'new' }, 'Which.'), limit, page],
      responses: {
        '200': answer('By title.', object({ items: list(object(item, required)), next: text }, ['items'])),
      },
    },
  },
  '/api/connections/{connectionId}/items/{externalId}': {
    get: {
      summary: 'One course of the provider, field by field, with its decisions',
      access: read,
      parameters: [connectionId, externalId],
      responses: { '200': answer('As it is.', detail) },
    },
  },
  '/api/connections/{connectionId}/items/{externalId}/decisions': {
    post: {
      summary: 'Accept or reject a change, or take the last decision back',
      description:
        'Accepting makes a draft or changes it; what learners see changes by review alone. A withdrawal lets nobody new in, and whoever is learning stays. Fields that were edited here meanwhile get 409 until each is named in `take` or `keep`.',
      access: write,
      parameters: [connectionId, externalId],
      requestBody: json(
        {
          ...object(
            {
              decision: { enum: ['accept', 'reject', 'undo'] },
              rev: { type: 'integer', minimum: 1 },
              ...{ take: list(fieldName), keep: list(fieldName) },
              submit: {
                type: 'boolean',
                default: false,
                description: 'Hands the course to the reviewers too.',
              },
            },
            ['decision', 'rev'],
          ),
          additionalProperties: false,
        },
        { decision: 'accept', rev: 1 },
      ),
      responses: { '200': answer('As it is now.', detail) },
    },
  },
  '/api/connections/{connectionId}/item-preview': {
    get: {
      summary: 'What accepting everything in a list would do',
      description: 'Counts up to 20,000 courses, and learners of 500 withdrawn ones. Nothing is written.',
      access: read,
      parameters: [connectionId, inQuery('list', { enum: batchLists, default: 'new' }, 'Which.')],
      responses: {
        '200': answer(
          'As it is now; what is accepted later is what waits then.',
          object(
            {
              ...{
                list: { enum: batchLists },
                courses: integer,
                hasMore: { type: 'boolean' },
                noted: integer,
              },
              findings: object(Object.fromEntries(itemFindings.map((name) => [name, integer]))),
              learning: object({ courses: integer, learners: integer, asked: integer }),
            },
            ['courses', 'hasMore'],
          ),
        ),
      },
    },
  },
  '/api/connections/{connectionId}/item-batches': {
    post: {
      summary: 'Accept everything in some lists',
      access: write,
      parameters: [connectionId],
      requestBody: json(
        {
          ...object(
            {
              lists: { type: 'array', minItems: 1, maxItems: batchLists.length, items: { enum: batchLists } },
              submit: { type: 'boolean', default: false },
              expected: {
                ...integer,
                description: 'How many were seen to wait; shown as what is to be done.',
              },
            },
            ['lists'],
          ),
          additionalProperties: false,
        },
        { lists: ['new'] },
      ),
      responses: {
        '202': answer(
          'A job; `Location` tells of each course.',
          object({ batchId: text, counts: batchCounts }),
        ),
      },
    },
  },
  '/api/connections/{connectionId}/item-batches/{batchId}': {
    get: {
      summary: 'What became of each course of a batch',
      access: read,
      parameters: [
        ...[connectionId, inPath('batchId', 'Of this connection.'), limit, page],
        inQuery('only', { enum: ['refused'] }, 'Leaves out what was accepted.'),
      ],
      responses: {
        '200': answer(
          'As far as it is. What was not accepted comes first.',
          object({
            ...{
              batchId: text,
              state: { enum: ['running', 'done'] },
              counts: batchCounts,
              expected: integer,
            },
            results: list(
              object({
                ...{ externalId: text, title: text, outcome: { enum: batchOutcomes }, courseId: text },
                reason: { enum: batchReasons, description: 'Why it was not accepted.' },
                code: { ...text, description: 'Of a refusal by the catalogue, as errors have it.' },
                fields: list({ enum: syncFields }),
              }),
            ),
            next: text,
          }),
        ),
      },
    },
  },
};
