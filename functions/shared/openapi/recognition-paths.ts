import { answer, dateTime, type Json, type Paths, query, text } from './operation.ts';

const access = ['scope:recognitions/read'] as const;
const count: Json = { type: 'integer', minimum: 0 };
const day: Json = { type: 'string', format: 'date' };
const value: Json = {
  enum: ['service', 'accountable', 'competent', 'harmonious', 'loyal', 'adaptive', 'collaborative'],
  description: 'Core value of BerAKHLAK.',
};
const year = query('year', { type: 'integer' }, 'This year when absent.');
const pageToken = query('pageToken', text, 'Of the page before.');
const told: Json = {
  count,
  hidden: { const: true, description: 'Below five, or one that would give such a number away.' },
};
const counted = (name: string, schema: Json, needed: boolean): Json => ({
  type: 'array',
  items: {
    type: 'object',
    ...(needed && { required: [name] }),
    properties: { [name]: schema, ...told },
  },
});

export const recognitionPaths: Paths = {
  '/api/recognitions': {
    get: {
      summary: 'What people of the agency are recognised for, and stands',
      description:
        'Newest first, 100 a page. What was done and who proposed it is not told. `origin`: `people` (proposed and granted), `teaching` (minutes of helping others learn reached a step), `improvement` (others found a competency gap closed). A machine that follows it reads the year anew: what was taken back is gone from it.',
      access,
      parameters: [year, pageToken],
      responses: {
        '200': answer('A page.', {
          type: 'object',
          required: ['year', 'recognitions'],
          properties: {
            year: count,
            recognitions: {
              type: 'array',
              items: {
                type: 'object',
                required: ['recognitionId', 'personId', 'value', 'origin', 'year', 'grantedAt'],
                properties: {
                  ...{ recognitionId: text, personId: text, unitId: text, value, year: count },
                  ...{ origin: { enum: ['people', 'teaching', 'improvement'] }, grantedAt: dateTime },
                },
              },
            },
            nextPageToken: text,
          },
        }),
      },
    },
  },
  '/api/recognitions/counts': {
    get: {
      summary: 'How many recognitions stand, by value and by unit',
      description: 'Small numbers are hidden as on the page. `total` is absent below five.',
      access,
      parameters: [year],
      responses: {
        '200': answer('Of a year.', {
          type: 'object',
          required: ['year', 'values', 'units'],
          properties: {
            ...{ year: count, total: count },
            values: counted('value', value, true),
            units: counted('unitId', { ...text, description: 'Absent: in no unit.' }, false),
          },
        }),
      },
    },
  },
  '/api/priority-seats': {
    get: {
      summary: 'Priority seats that the agency gave in a year, and what became of each',
      description:
        'The reward of PP 11/2017 articles 231–236. Newest first, 100 a page. `state`: `granted`, `redeemed` (puts somebody before others, who waits), `spent` (they have the seat), `expired`, `taken-back`.',
      access,
      parameters: [year, pageToken],
      responses: {
        '200': answer('A page.', {
          type: 'object',
          required: ['year', 'counts', 'seats'],
          properties: {
            year: count,
            stock: { ...count, description: 'Absent: without limit.' },
            counts: {
              type: 'object',
              properties: { granted: count, redeemed: count, spent: count, 'taken-back': count },
            },
            seats: {
              type: 'array',
              items: {
                type: 'object',
                required: ['seatId', 'personId', 'ground', 'minutes', 'state', 'validUntil', 'grantedAt'],
                properties: {
                  ...{ seatId: text, personId: text, validUntil: day, grantedAt: dateTime },
                  ground: { enum: ['performance', 'dedication', 'loyalty'] },
                  state: { enum: ['granted', 'redeemed', 'spent', 'expired', 'taken-back'] },
                  minutes: {
                    type: 'object',
                    required: ['number', 'on'],
                    properties: { number: text, on: day },
                  },
                },
              },
            },
            nextPageToken: text,
          },
        }),
      },
    },
  },
};
