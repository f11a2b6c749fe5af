import { employmentStatuses } from '@sinau/kernel';
import { answer, inPath, type Json, type Paths, query, ref, text } from './operation.ts';
import { transcriptPaths, transcriptSchemas } from './transcript-paths.ts';

const date: Json = { type: 'string', format: 'date' };
const hours: Json = { type: 'string', description: 'JP, with at most two decimals.', examples: ['2.5'] };
const verified: Json = { type: 'boolean', description: 'Whether somebody has read the source of the rule.' };
const ground = { ruleId: text, legalBasis: text, verified };

export const creditPaths: Paths = {
  ...transcriptPaths,
  '/api/people/{personId}/jp': {
    get: {
      summary: 'JP of a person in a year',
      description:
        'Sums and the line behind each number: what was stated, what the rule makes of it, what of that counts and why not more. Made of the ledger when it is asked for. Home and working agency may ask; everybody else’s people are answered like nobody (404).',
      access: ['scope:credit/read'],
      parameters: [
        inPath('personId', 'Internal id, as in records.'),
        query('year', { type: 'integer', minimum: 2000, maximum: 2100 }, 'This year when absent.'),
      ],
      responses: { '200': answer('The year.', ref('CreditYear')) },
    },
  },
  '/api/jp-rules': {
    get: {
      summary: 'Rules by which JP are recognised',
      description:
        'The rules of a day with ground, validity and whether somebody has verified them: of the nation, and of the agency that asks. Where the agency has a row of its own it stands as current, and that of the nation beside it. What begins later is in coming.',
      access: ['scope:credit/read'],
      parameters: [query('on', date, 'Today in Jakarta when absent.')],
      responses: { '200': answer('The rules.', ref('JpRules')) },
    },
  },
};

const rule: Json = {
  type: 'object',
  required: ['ruleId', 'scope', 'legalBasis', 'verified', 'validFrom'],
  properties: {
    ...ground,
    scope: { enum: ['national', 'agency'] },
    validFrom: date,
    validTo: { ...date, description: 'Until another row follows when absent.' },
    repealed: { const: true, description: 'From that day the row of the nation holds again.' },
    form: { type: 'string', description: 'Of a conversion: code of the form.' },
    unit: { enum: ['semester', 'day', 'session', 'occurrence', 'programme_jp'] },
    jpPerUnit: { ...hours, description: 'As the certificate states when absent.' },
    cap: {
      type: 'object',
      properties: { amount: hours, period: { enum: ['day', 'month'] }, measure: { enum: ['jp', 'count'] } },
    },
    status: { enum: [...employmentStatuses] },
    ...{ minimum: hours, maximum: hours, period: { enum: ['calendar-year', 'contract-year'] } },
    leastShare: { type: 'number', description: 'Per cent of the stated time.' },
    idleMinutes: { type: 'number' },
  },
};

const line: Json = {
  type: 'object',
  required: ['entryId', 'title', 'form', 'endsOn', 'stated', 'computed', 'recognised', 'reasons', 'days'],
  properties: {
    entryId: text,
    title: { type: 'object', additionalProperties: text },
    form: { type: 'string', description: 'Code of the form, e.g. NKL03 for e-learning.' },
    abroad: { type: 'boolean' },
    source: { type: 'object', required: ['kind'], properties: { kind: { enum: ['course', 'external'] } } },
    endsOn: { ...date, description: 'Last day; its year is the year of credit.' },
    ...{ stated: hours, computed: hours, recognised: hours },
    reasons: {
      type: 'array',
      items: {
        enum: [
          ...['cap_day', 'cap_month', 'over_cap', 'held', 'rejected'],
          ...['reversed', 'duplicate', 'no_rule', 'not_applicable'],
        ],
      },
    },
    days: {
      type: 'array',
      description: 'Days of the learner.',
      items: {
        type: 'object',
        required: ['date', 'computed', 'recognised'],
        properties: { date, computed: hours, recognised: hours },
      },
    },
    seconds: { type: 'integer', description: 'Between launches and ends, where that is known.' },
    rule: { type: 'object', properties: ground },
  },
};

export const creditSchemas: Readonly<Record<string, Json>> = {
  ...transcriptSchemas,
  JpRules: {
    type: 'object',
    required: ['on', 'rules'],
    properties: {
      on: date,
      rules: {
        type: 'array',
        items: {
          type: 'object',
          required: ['topic', 'coming'],
          properties: {
            topic: { type: 'string', examples: ['conversion:NKL03', 'year:PNS', 'effort'] },
            ...{ current: rule, national: rule, coming: { type: 'array', items: rule } },
          },
        },
      },
    },
  },
  CreditYear: {
    type: 'object',
    required: ['personId', 'year', 'stated', 'computed', 'recognised', 'held', 'assumed', 'lines'],
    properties: {
      ...{ personId: text, year: { type: 'integer' } },
      ...{ stated: hours, computed: hours, recognised: hours, held: hours },
      status: { enum: [...employmentStatuses] },
      assumed: {
        type: 'array',
        description: 'What nobody has filled in, so that a default stands for it.',
        items: { enum: ['status', 'time-zone'] },
      },
      minimum: {
        type: 'object',
        required: ['jp', 'met'],
        properties: { jp: hours, met: { type: 'boolean' }, ...ground },
      },
      unbound: {
        type: 'object',
        description: 'A maximum that does not bind the person, because of their post.',
        properties: { jp: hours, ...ground },
      },
      maximum: {
        type: 'object',
        description:
          'Of recognition, no target. Of the year of the contract that runs now; of a year that is over, of the one that holds its last day.',
        required: ['jp', 'recognised', 'from', 'to'],
        properties: { jp: hours, recognised: hours, from: date, to: date, ...ground },
      },
      lines: { type: 'array', items: line },
    },
  },
};
