import {
  answer,
  body,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  required,
  text,
} from './operation.ts';

const access = ['scope:siasn/sync'] as const;
const orderId = inPath('orderId', 'As the claim answered it.');
const environment: Json = {
  enum: ['training', 'production'],
  description: 'Where the connector sends to; 409 `siasn.environment` when the agency has chosen otherwise.',
};
const limit: Json = { type: 'integer', minimum: 1, maximum: 20, default: 10 };

/** Reverse-documented at the far end: what a connector does with these orders is told by docs/siasn-connector.md. */
export const siasnPaths: Paths = {
  '/api/siasn/connector': {
    post: {
      summary: 'Say that a connector is there, and what troubles it',
      description: 'Shown at the desk of the agency. Sent in each round, before orders are asked for.',
      access,
      requestBody: body(ref('SiasnConnector'), { environment: 'training', version: '1' }),
      responses: { '204': answer('Noted.') },
    },
  },
  '/api/siasn/orders': {
    get: {
      summary: 'What would be handed out now, holding nothing',
      access,
      parameters: [required(query('environment', environment)), query('limit', limit)],
      responses: { '200': answer('Orders without id and lease.', ref('SiasnOrders')) },
    },
    post: {
      operationId: 'claimSiasnOrders',
      summary: 'Take orders: lines of the agency that are to be brought to SIASN, each held for ten minutes',
      description:
        'An order without `training` takes the record away. With `remote` it is of that record; with `tried` its creation was begun before and is looked for by that. Before anything is created the history of the person is read and the record looked for, and `creating` is sent: SIASN knows no idempotency key.',
      access,
      requestBody: body({
        type: 'object',
        required: ['environment'],
        additionalProperties: false,
        properties: { environment, limit },
      }),
      responses: { '200': answer('None: nothing is due.', ref('SiasnOrders')) },
    },
  },
  '/api/siasn/orders/{orderId}/creating': {
    post: {
      summary: 'Right before a record is created: note it, and hold the order for ten minutes from now',
      description: '409 `siasn.lease-over`: nothing must be created.',
      access,
      parameters: [orderId],
      requestBody: body({
        ...{ type: 'object', required: ['personId', 'lineId', 'training'], additionalProperties: false },
        properties: { personId: text, lineId: text, training: ref('SiasnTraining') },
      }),
      responses: {
        '200': answer('It may be created now.', {
          type: 'object',
          required: ['heldUntil'],
          properties: { heldUntil: dateTime },
        }),
      },
    },
  },
  '/api/siasn/orders/{orderId}/end': {
    post: {
      summary: 'Tell what became of an order',
      description:
        'Safe to repeat: the same order is noted once. 409 `siasn.lease-over`: somebody else has it by now and looks first; forget it.',
      access,
      parameters: [orderId],
      requestBody: body({
        ...{ type: 'object', required: ['personId', 'lineId', 'end'], additionalProperties: false },
        properties: { personId: text, lineId: text, end: ref('SiasnEnd') },
      }),
      responses: { '204': answer('Noted.') },
    },
  },
  '/api/siasn/orders/{orderId}/document': {
    get: {
      summary: 'The certificate of an order that one holds',
      access,
      parameters: [orderId, required(query('personId', text)), required(query('lineId', text))],
      responses: {
        '200': {
          description: 'A PDF.',
          content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
  '/api/siasn/indexes': {
    post: {
      operationId: 'claimSiasnIndexes',
      summary: 'Take people whose official index (IP ASN) is to be read from SIASN, held for ten minutes',
      description:
        'One taker an agency at a time. First those who have asked themselves, then a round through everybody, which begins once a month or when an administrator wants it. Nobody where the agency has not switched it on, while somebody else holds a batch, or while SIASN is left alone after a refusal. No more than 50 people a minute should be asked about.',
      access,
      requestBody: body({
        ...{ type: 'object', required: ['environment'], additionalProperties: false },
        properties: { environment, limit: { type: 'integer', minimum: 1, maximum: 50, default: 25 } },
      }),
      responses: { '200': answer('Without `batchId`: nobody now.', ref('SiasnIndexBatch')) },
    },
  },
  '/api/siasn/indexes/{batchId}/end': {
    post: {
      operationId: 'endSiasnIndexes',
      summary: 'Tell what came of a batch',
      description:
        'Once. People of whom nothing is said are asked about again; those who are not in the batch, as they were erased while it was out, are passed over. 409 `siasn.lease-over`: somebody else has them by now, or it was told already. Of two values of one year the one that BKN made later stays, whichever comes first. In the training environment nothing is kept.',
      access,
      parameters: [inPath('batchId', 'As the claim answered it.')],
      requestBody: body(ref('SiasnIndexEnd'), {
        results: [
          {
            ...{ personId: 'p-1', outcome: 'value' },
            index: {
              ...{ qualification: 15, competency: 32.5, performance: 25, discipline: 5 },
              createdAt: '2026-03-12T01:15:33.000Z',
            },
          },
          { personId: 'p-2', outcome: 'none' },
        ],
      }),
      responses: { '204': answer('Noted.') },
    },
  },
};

const indexTrouble: Json = {
  enum: [
    ...['signed-out', 'client-refused', 'forbidden', 'unreachable', 'busy', 'timeout'],
    ...['broken-answer', 'refused', 'unreadable'],
  ],
  description: '`unreadable`: what SIASN answered is no index.',
};
const points = (maximum: number): Json => ({ type: 'number', minimum: 0, maximum });

const strings = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, text]));
const kind: Json = { enum: ['course', 'leadership'] };
const remote: Json = {
  type: 'object',
  required: ['id', 'kind', 'made'],
  properties: {
    id: text,
    kind,
    made: { type: 'boolean', description: 'Only then is it changed or deleted.' },
  },
};

export const siasnSchemas: Readonly<Record<string, Json>> = {
  SiasnConnector: {
    type: 'object',
    required: ['environment', 'version'],
    additionalProperties: false,
    properties: {
      ...{ environment, version: text },
      trouble: { enum: ['signed-out', 'client-refused', 'forbidden'], description: 'Why it has stopped.' },
    },
  },
  SiasnTraining: {
    type: 'object',
    required: ['kind', 'title', 'organiser', 'from', 'to', 'hours', 'path'],
    properties: {
      ...{ kind, ...strings(['title', 'organiser', 'from', 'to', 'number', 'subjectId']) },
      hours: { type: 'integer', minimum: 1, description: 'Whole JP.' },
      courseKindId: { type: 'integer', description: '`jenisDiklatId`, of courses.' },
      levelId: { type: 'integer', description: '`latihanStrukturalId`, of leadership training.' },
      path: { type: 'array', items: { type: 'object' } },
    },
  },
  SiasnOrders: {
    type: 'object',
    required: ['orders'],
    properties: {
      orders: {
        type: 'array',
        items: {
          type: 'object',
          required: ['personId', 'lineId', 'nip', 'environment', 'siasnAgencyId', 'takenIds', 'hasDocument'],
          properties: {
            orderId: text,
            ...strings(['personId', 'lineId', 'nip', 'siasnAgencyId', 'siasnPersonId']),
            environment,
            training: ref('SiasnTraining'),
            tried: ref('SiasnTraining'),
            remote,
            takenIds: { type: 'array', items: text, description: 'Records that stand for other lines.' },
            hasDocument: { type: 'boolean' },
            heldUntil: dateTime,
            heldSeconds: { type: 'integer' },
          },
        },
      },
    },
  },
  SiasnEnd: {
    type: 'object',
    required: ['outcome'],
    properties: {
      outcome: { enum: ['accepted', 'removed', 'rejected', 'unknown', 'later', 'stopped'] },
      remote,
      personId: { ...text, description: '`pnsOrangId`, of `accepted`.' },
      differs: { type: 'object', description: 'What somebody else has entered, where it says otherwise.' },
      because: { ...text, description: 'Of `rejected`, `unknown` and `later`.' },
      words: { ...text, description: 'SIASN’s own, of `rejected`.' },
      stands: { enum: ['nothing', 'as-before'], description: 'Of `rejected`.' },
      afterSeconds: { type: 'number' },
    },
  },
  SiasnIndexBatch: {
    type: 'object',
    required: ['people'],
    properties: {
      ...{ batchId: text, heldUntil: dateTime, heldSeconds: { type: 'integer' } },
      people: {
        type: 'array',
        items: {
          ...{ type: 'object', required: ['personId', 'nip'] },
          properties: { personId: text, nip: { ...text, description: 'As SIASN knows them.' } },
        },
      },
    },
  },
  SiasnIndexEnd: {
    type: 'object',
    required: ['results'],
    additionalProperties: false,
    properties: {
      results: {
        type: 'array',
        maxItems: 50,
        items: {
          type: 'object',
          required: ['personId', 'outcome'],
          properties: {
            personId: text,
            outcome: {
              enum: ['value', 'none', 'failed', 'later'],
              description: '`later`: SIASN did not answer; tried again, three times at most.',
            },
            index: ref('SiasnIndex'),
            because: indexTrouble,
          },
        },
      },
      stopped: {
        type: 'object',
        required: ['because'],
        additionalProperties: false,
        description: 'SIASN is left alone for a while: a day after `forbidden` and `client-refused`.',
        properties: { because: indexTrouble, afterSeconds: { type: 'number' } },
      },
    },
  },
  SiasnIndex: {
    type: 'object',
    required: ['qualification', 'competency', 'performance', 'discipline', 'createdAt'],
    additionalProperties: false,
    properties: {
      ...{
        qualification: points(25),
        competency: points(40),
        performance: points(30),
        discipline: points(5),
      },
      createdAt: { ...dateTime, description: 'When BKN made it, UTC with milliseconds; never to come.' },
    },
  },
};
