import { adapterFailureReasons } from '@sinau/connectors';
import { mismatchKinds, repairActions } from '@sinau/connectors/reconciliation';
import { resultSources } from '@sinau/connectors/results';
import { answer, body, dateTime, inPath, type Json, list, type Paths, text } from './operation.ts';

const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const connectionId = inPath('connectionId', 'One of the provider’s own; others are answered as absent.');
const integer: Json = { type: 'integer', minimum: 0 };
const object = (properties: Json, required: readonly string[] = []) =>
  ({ type: 'object', required, properties }) satisfies Json;
const inQuery = (name: string, schema: Json, description: string): Json => ({
  ...{ name, in: 'query', description, schema },
});
const limit = inQuery('limit', { type: 'integer', minimum: 1, maximum: 100, default: 25 }, 'Most in a page.');
const page = inQuery('page', text, '`next` of the page before.');
const empty: Json = { type: 'object', additionalProperties: false };
const failure: Json = { enum: adapterFailureReasons };
const next: Json = { ...text, description: 'Present when more may follow.' };
const who = {
  externalCourseId: { ...text, description: 'The course as the provider names it.' },
  learner: { ...text, description: 'Id over there.' },
  subject: { ...text, description: 'Our pseudonym.' },
};
const states: Json = { enum: ['new', 'placed', 'unmatched', 'set-aside'] };

const result = object(
  {
    resultId: text,
    source: { enum: resultSources },
    said: {
      type: 'object',
      description: 'Of the kind `score`, `completion` or `credential`, as it was sent.',
      required: ['kind'],
      properties: { kind: { enum: ['score', 'completion', 'credential'] } },
    },
    ...{ occurredAt: dateTime, receivedAt: dateTime, ...who, state: states },
    reason: { ...text, description: 'Why nobody was found for it.' },
    note: { ...text, description: 'Why it was set aside.' },
    isAhead: { type: 'boolean', description: 'Its time lies ahead; it counts from when it came.' },
  },
  ['resultId', 'source', 'said', 'occurredAt', 'receivedAt', 'state', 'isAhead'],
);
const mismatch = object(
  {
    ...{ mismatchId: text, kind: { enum: mismatchKinds }, since: dateTime, ...who },
    resultId: { ...text, description: 'Of an unmatched result.' },
    reason: { ...text, description: 'Why nobody was found for it.' },
    learners: {
      ...integer,
      description:
        'So many learn here in a course that is gone there. Of `others-there`, which is no mismatch: so many learn there who are none of ours.',
    },
    failure: { ...failure, description: 'Why the course could not be compared.' },
    scoreHere: { type: 'number', description: 'Share, 0 to 1.' },
    scoreThere: { type: 'number' },
    repairs: list({ enum: repairActions }),
    handled: object({ action: { enum: repairActions }, at: dateTime, note: text }, ['action', 'at']),
  },
  ['mismatchId', 'kind', 'since', 'externalCourseId', 'repairs'],
);
const round = {
  state: { enum: ['running', 'done', 'failed'] },
  reason: failure,
  courses: integer,
  learners: integer,
};
const times = { startedAt: dateTime, endedAt: dateTime };
const poll = object({ ...times, ...round, taken: integer, refused: integer }, [
  'startedAt',
  'state',
  'taken',
]);
const run = object(
  {
    ...{ runId: text, ...times, ...round, mismatches: integer },
    goesOn: {
      ...{ type: 'boolean' },
      description: 'It goes on where the one before broke off; what it counts is of both.',
    },
    isAsking: { type: 'boolean', description: 'It asks for the latest results first.' },
    asked: object({ taken: integer, isWhole: { type: 'boolean' }, reason: failure }, ['taken', 'isWhole']),
  },
  ['runId', 'startedAt', 'state', 'mismatches'],
);
const order = object(
  {
    ...{ orderId: text, action: { enum: repairActions }, note: text, subject: text },
    ...{ orderedAt: dateTime, endedAt: dateTime, state: { enum: ['waiting', 'done'] } },
    lines: list(
      object(
        {
          ...{ mismatchId: text, kind: { enum: mismatchKinds }, ...who },
          state: {
            enum: ['waiting', 'done', 'gone', 'not-possible', 'failed'],
            description: '`gone`: it was right or dealt with before. `not-possible`: not by this action.',
          },
          failure: {
            ...failure,
            description: 'Why the provider did not do it; of a waiting line, the last time.',
          },
          refusal: { ...text, description: 'Code of the refusal.' },
        },
        ['mismatchId', 'state'],
      ),
    ),
  },
  ['orderId', 'action', 'orderedAt', 'state', 'lines'],
);

const resultPath = [connectionId, inPath('resultId', 'Of the provider’s inbox.')];
const single = object(
  {
    ...result.properties,
    coursePart: {
      ...object({ moduleId: text, since: dateTime }, ['moduleId', 'since']),
      description: 'Where all results of the course over there count, as somebody has said.',
    },
    versions: { ...list(result), description: 'All that count in the same place, oldest first.' },
  },
  [...result.required, 'versions'],
);

const sent = object(
  {
    state: {
      enum: ['kept', 'erased'],
      description: 'Absent as a whole once it has been kept for two years.',
    },
    text: { ...text, description: 'To the letter; what concerns this result alone, without headers.' },
    contentType: text,
    where: { ...text, description: 'Where the provider has it: message and place, file and row, service.' },
    bytes: { ...integer, description: 'Of all that was sent.' },
    sha256: { ...text, description: 'Of all that was sent; absent: the text is in our form.' },
    isCut: { type: 'boolean', description: 'The text is the beginning, 32 KiB.' },
    at: { ...dateTime, description: 'When it was erased, with the learning records of its learner.' },
  },
  ['state'],
);
const looked = object({ ...single.properties, sent }, [...single.required]);

/** `GET` stands beside the `POST` of signed messages. */
export const inboxOperation = {
  summary: 'Results that came in through a connection',
  access: read,
  parameters: [
    connectionId,
    inQuery('state', states, 'Those in this state alone.'),
    inQuery(
      'everything',
      { enum: ['true', 'false'], default: 'false' },
      'With results of tools and other connections.',
    ),
    page,
  ],
  responses: {
    '200': answer('Latest received first.', object({ results: list(result), next }, ['results'])),
  },
};

export const reconciliationPaths: Paths = {
  '/api/connections/{connectionId}/results/{resultId}': {
    get: {
      summary: 'One result, what was sent of it, and all that count beside it',
      description: 'Who looks is noted down, with whose result it is.',
      access: read,
      parameters: resultPath,
      responses: { '200': answer('As it is now.', looked) },
    },
  },
  '/api/connections/{connectionId}/results/{resultId}/match': {
    post: {
      summary: 'Say whose result it is',
      description:
        'It counts at once, and what the learner is called there is kept, so that what waits and what comes is found by itself. 409 when somebody has just decided about it.',
      access: write,
      parameters: resultPath,
      requestBody: body(
        {
          ...object(
            {
              subject: {
                ...{ ...text, maxLength: 255 },
                description: 'Our pseudonym of the learner, or their account there.',
              },
              moduleId: {
                ...{ ...text, maxLength: 100 },
                description: 'Where several parts of the course take results.',
              },
              forCourse: {
                ...{ type: 'boolean', default: false },
                description:
                  'The part is that of all results of the course over there: of those that wait and those that come. Those that count already stay where they do.',
              },
            },
            ['subject'],
          ),
          additionalProperties: false,
        },
        { subject: 's-5f2a9c' },
      ),
      responses: { '200': answer('As it is now.', single) },
    },
  },
  '/api/connections/{connectionId}/results/{resultId}/course-part': {
    delete: {
      summary: 'Take back what was said for all results of the course of this one',
      description: 'Those that count stay where they do; those that come wait for a decision again.',
      access: write,
      parameters: resultPath,
      responses: { '204': { description: 'Nobody has said anything for the course now.' } },
    },
  },
  '/api/connections/{connectionId}/results/{resultId}/set-aside': {
    post: {
      summary: 'Say that a result counts nowhere',
      description: 'What it has completed stays completed. 409 when somebody has just decided about it.',
      access: write,
      parameters: resultPath,
      requestBody: body(
        {
          ...object({ note: { ...text, minLength: 1, maxLength: 500, description: 'Why.' } }, ['note']),
          additionalProperties: false,
        },
        { note: 'Ujian coba' },
      ),
      responses: { '200': answer('As it is now.', single) },
    },
  },
  '/api/connections/{connectionId}/learners': {
    post: {
      summary: 'Say who is who at the provider, for many learners',
      description:
        'Each by the course and the name there, and by our pseudonym or the account by which they are enrolled. Results that wait for them are placed, those that come are found by themselves. Safe to repeat; the last word counts.',
      access: write,
      parameters: [connectionId],
      requestBody: body(
        {
          ...object(
            {
              learners: {
                ...list({
                  ...object(
                    {
                      externalCourseId: { ...text, maxLength: 255 },
                      externalLearnerId: { ...text, maxLength: 255, description: 'Their name there.' },
                      subject: { ...text, maxLength: 255, description: 'Our pseudonym, or the account.' },
                    },
                    ['externalCourseId', 'externalLearnerId', 'subject'],
                  ),
                  additionalProperties: false,
                }),
                ...{ minItems: 1, maxItems: 200 },
              },
            },
            ['learners'],
          ),
          additionalProperties: false,
        },
        { learners: [{ externalCourseId: '4', externalLearnerId: '1734', subject: 's-5f2a9c' }] },
      ),
      responses: {
        '200': answer(
          'What became of them.',
          object(
            {
              mapped: integer,
              placed: { ...integer, description: 'Results that had waited.' },
              unknown: { ...list(integer), description: 'Places in the list, from 0, of whom nobody knows.' },
            },
            ['mapped', 'placed', 'unknown'],
          ),
        ),
      },
    },
  },
  '/api/connections/{connectionId}/result-polls': {
    get: {
      summary: 'The last round of questions for results',
      access: read,
      parameters: [connectionId],
      responses: { '200': answer('At most one.', object({ polls: list(poll) }, ['polls'])) },
    },
    post: {
      summary: 'Ask for everybody’s results now',
      description: 'One round at a time: when one is under way, it is answered.',
      access: write,
      parameters: [connectionId],
      requestBody: body(empty, {}),
      responses: { '202': answer('The round.', poll) },
    },
  },
  '/api/connections/{connectionId}/mismatches': {
    get: {
      summary: 'What differs between here and the provider',
      access: read,
      parameters: [connectionId, limit, page],
      responses: {
        '200': answer(
          'With what can be done about each, and what was.',
          object({ mismatches: list(mismatch), next }, ['mismatches']),
        ),
      },
    },
  },
  '/api/connections/{connectionId}/reconciliations': {
    get: {
      summary: 'Comparisons of ours and theirs',
      access: read,
      parameters: [connectionId, limit],
      responses: {
        '200': answer('The newest first.', object({ reconciliations: list(run) }, ['reconciliations'])),
      },
    },
    post: {
      summary: 'Compare now',
      description: 'One comparison at a time: when one is under way, it is answered.',
      access: write,
      parameters: [connectionId],
      requestBody: body(empty, {}),
      responses: { '202': answer('The comparison.', run) },
    },
  },
  '/api/connections/{connectionId}/repairs': {
    get: {
      summary: 'Repairs that were ordered',
      access: read,
      parameters: [connectionId, limit],
      responses: { '200': answer('The newest first.', object({ repairs: list(order) }, ['repairs'])) },
    },
    post: {
      summary: 'Order a repair of mismatches',
      description:
        'Carried out in the background, line by line. `ignore`, `keep-ours` and `take-back` need a `note`, `map-learner` of a result a `subject`. `take-back` says for the provider that a part is completed no more: the course’s JP does not count, its certificate is revoked. `reopen` takes one of these three back. The same order given twice while it waits is one.',
      access: write,
      parameters: [connectionId],
      requestBody: body(
        {
          ...object(
            {
              mismatchIds: { type: 'array', minItems: 1, maxItems: 100, items: text },
              action: { enum: repairActions },
              note: { ...text, maxLength: 500 },
              subject: { ...text, maxLength: 255 },
            },
            ['mismatchIds', 'action'],
          ),
          additionalProperties: false,
        },
        { mismatchIds: ['9b2f6c1e-5d0a-5c0e-8f7e-0d6f2a1b3c4d'], action: 'enrol-again' },
      ),
      responses: { '202': answer('The order; `Location` tells its state.', order) },
    },
  },
  '/api/connections/{connectionId}/repairs/{orderId}': {
    get: {
      summary: 'One order of repairs, line by line',
      access: read,
      parameters: [connectionId, inPath('orderId', 'Of this connection.')],
      responses: { '200': answer('As far as it is.', order) },
    },
  },
};
