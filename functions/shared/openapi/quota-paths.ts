import { answer, body, header, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const access = ['scope:enrolments/write'] as const;
const agencyId = query('agencyId', text, 'For systems of the platform; an agency asks for its own.');
const year = query('year', { type: 'integer', minimum: 2020, maximum: 2100 }, 'This year when absent.');
const date: Json = { type: 'string', format: 'date' };
const rupiah: Json = { type: 'integer', minimum: 0, description: 'Whole rupiah.' };
const payer: Json = { enum: ['agency', 'platform', 'provider'] };
const state: Json = { enum: ['reserved', 'committed', 'spent', 'released'] };
const terms = {
  to: { ...date, description: 'Last day, included; days are those of western Indonesia.' },
  seats: { type: 'integer', minimum: 0, maximum: 1_000_000 },
  price: { ...rupiah, maximum: 1_000_000_000, description: 'Of one seat; absent: what the course costs.' },
  payer,
  whenFull: { enum: ['wait', 'refuse'], description: 'What happens to newcomers when it is used up.' },
  contract: { type: 'string', maxLength: 100 },
  releaseAfterDays: {
    ...{ type: 'integer', minimum: 7, maximum: 365 },
    description:
      'A seat goes back when nobody begins with it in so many days; the person is told a week before. Never that of a duty, nor in a course of which another system shows a part. Absent: never.',
  },
  noShowDays: {
    ...{ type: 'integer', minimum: 1, maximum: 365 },
    description:
      'Whoever loses a seat by `releaseAfterDays` waits behind everybody else in the list of this quota for so many days; a duty stands above it. Needs `releaseAfterDays`. Absent: they do not.',
  },
};
const groupOf = (kind: string, properties: Json = {}): Json => ({
  ...{ type: 'object', additionalProperties: false, required: ['kind', ...Object.keys(properties)] },
  properties: { kind: { const: kind }, ...properties },
});
const pool: Record<string, Json> = {
  poolId: text,
  group: {
    description:
      'Never changed. `unit`: with everything below it. `posts`: families of posts. `region`: units of a province, by its code. `remote`: units marked 3T. `list`: people whom the agency puts on a list in the portal, without a reason.',
    oneOf: [
      groupOf('unit', { unitId: text }),
      groupOf('posts', { families: { type: 'array', minItems: 1, items: text } }),
      groupOf('region', { province: { type: 'string', pattern: '^[0-9]{2}$' } }),
      groupOf('remote'),
      groupOf('list', { name: { type: 'string', minLength: 2, maxLength: 100 } }),
    ],
  },
  seats: {
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    description: 'All pools have at most the seats of the quota.',
  },
  openFrom: { ...date, description: 'From this day on what is left is for everybody. Absent: never.' },
};
const required = ['to', 'seats', 'payer', 'whenFull'];
const example = { to: '2099-12-31', seats: 50, payer: 'agency', whenFull: 'wait' };

export const quotaPaths: Paths = {
  '/api/quotas': {
    get: {
      summary: 'List quotas of an agency',
      description:
        'Seats that the agency has at providers or in courses, with how many are used and how many people wait.',
      access,
      parameters: [agencyId],
      responses: {
        '200': answer('All of them.', {
          type: 'object',
          required: ['quotas'],
          properties: { quotas: { type: 'array', items: ref('Quota') } },
        }),
      },
    },
    post: {
      summary: 'Set a quota',
      description:
        'From its first day on, each seat of the agency counts in it: in the same transaction as the enrolment, so that it is never exceeded. An agency limits its courses; a quota of a whole provider is set by the platform (403). 409 when there is one for some of these days.',
      access,
      parameters: [agencyId, header('Idempotency-Key', text, 'Runs the request once.')],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['target', 'from', ...required],
          properties: {
            target: {
              oneOf: [
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['kind', 'providerId'],
                  properties: { kind: { const: 'provider' }, providerId: text },
                },
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['kind', 'courseId'],
                  properties: { kind: { const: 'course' }, courseId: text },
                },
              ],
            },
            from: { ...date, description: 'First day.' },
            ...terms,
          },
        },
        { target: { kind: 'course', courseId: 'statistika' }, from: '2099-01-01', ...example },
      ),
      responses: { '201': answer('Set.', ref('Quota')) },
    },
  },
  '/api/quotas/{quotaId}': {
    put: {
      summary: 'Change a quota',
      description:
        'Its target and first day stay. Lowering the seats takes none away; who waits gets what is added. 409 when it was changed meanwhile.',
      access,
      parameters: [inPath('quotaId', 'Of a quota of the agency.'), agencyId],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['rev', ...required],
          properties: { rev: { type: 'integer', minimum: 1, description: 'As it was read.' }, ...terms },
        },
        { rev: 1, ...example },
      ),
      responses: { '200': answer('As it is now.', ref('Quota')) },
    },
  },
  '/api/quotas/{quotaId}/pools': {
    put: {
      summary: 'Keep seats of a quota for groups',
      description:
        'All pools as they are to be, in the order in which seats are taken; one without an id is new, one that is left out is removed. Whoever fits a pool takes from the first with a seat left, else from what is for everybody; nobody else has a seat of it before `openFrom`. The agency says it, whoever set the quota. 409 when more seats of a pool are taken than it would have, or when the quota was changed meanwhile.',
      access,
      parameters: [inPath('quotaId', 'Of a quota of the agency.'), agencyId],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['rev', 'pools'],
          properties: {
            rev: { type: 'integer', minimum: 1, description: 'Of the quota, as it was read.' },
            pools: {
              ...{ type: 'array', maxItems: 20 },
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['group', 'seats'],
                properties: pool,
              },
            },
          },
        },
        { rev: 1, pools: [{ group: { kind: 'remote' }, seats: 5, openFrom: '2099-06-01' }] },
      ),
      responses: { '200': answer('The quota as it is now.', ref('Quota')) },
    },
  },
  '/api/costs': {
    get: {
      summary: 'What seats cost an agency in a year',
      description:
        'Sums by course and payer: reserved (seats given), committed (confirmed by the provider), spent (completed). A seat counts in the year in which it was given.',
      access,
      parameters: [agencyId, year],
      responses: {
        '200': answer('The sums.', {
          type: 'object',
          required: ['year', 'costs'],
          properties: { year: { type: 'integer' }, costs: { type: 'array', items: ref('CostSum') } },
        }),
      },
    },
  },
  '/api/costs/seats': {
    get: {
      summary: 'The seats behind the sums',
      access,
      parameters: [
        ...[agencyId, year, query('providerId', text, 'Of this provider alone.')],
        ...[query('courseId', text, 'Of this course alone.'), query('state', state, 'In this state alone.')],
      ],
      responses: {
        '200': answer('Each with what it has come to, the newest first.', {
          type: 'object',
          required: ['year', 'seats', 'partial'],
          properties: {
            year: { type: 'integer' },
            seats: { type: 'array', items: ref('CostSeat') },
            partial: { type: 'boolean', description: 'There are more lines than were looked through.' },
          },
        }),
      },
    },
  },
};

const sum = { providerId: text, courseId: text, payer };

export const quotaSchemas: Json = {
  Quota: {
    type: 'object',
    required: ['quotaId', 'agencyId', 'target', 'from', ...required, 'used', 'waiting', 'setBy', 'rev'],
    properties: {
      ...{ quotaId: text, agencyId: text, target: { type: 'object' }, from: date, ...terms },
      used: { type: 'integer', minimum: 0, description: 'Seats held or spent in it.' },
      waiting: { type: 'integer', minimum: 0 },
      pools: {
        ...{
          type: 'array',
          description: 'Seats that are kept for groups; counts are given where quotas are listed.',
        },
        items: {
          ...{ type: 'object', required: ['poolId', 'group', 'seats'] },
          properties: {
            ...pool,
            taken: { type: 'integer', minimum: 0 },
            waiting: { type: 'integer', minimum: 0, description: 'Of those who wait, how many fit.' },
          },
        },
      },
      setBy: { enum: ['operator', 'agency'] },
      updatedAt: { type: 'string', format: 'date-time' },
      rev: { type: 'integer', minimum: 1 },
    },
  },
  CostSum: {
    type: 'object',
    required: [...Object.keys(sum), 'reserved', 'committed', 'spent'],
    properties: { ...sum, reserved: rupiah, committed: rupiah, spent: rupiah },
  },
  CostSeat: {
    type: 'object',
    required: ['registration', ...Object.keys(sum), 'state', 'amount', 'at'],
    properties: {
      ...{ registration: { type: 'string', format: 'uuid' }, ...sum, state, amount: rupiah },
      at: { type: 'string', format: 'date-time' },
    },
  },
};
