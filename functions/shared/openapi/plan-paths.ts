import {
  answer,
  count,
  dateTime,
  inPath,
  type Json,
  list,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

const access = ['scope:plans/read'] as const;
const rupiah: Json = { type: 'integer', minimum: 0, description: 'Whole rupiah.' };
const jp: Json = { type: 'number', minimum: 0, description: 'Lesson hours.' };
const date: Json = { type: 'string', format: 'date' };
const source: Json = {
  enum: ['competency-gap', 'performance-gap', 'citizens', 'new-rule'],
  description: 'The first two are those of PP 11/2017 article 206; the others are added by this platform.',
};
const year = inPath('year', 'Year of the plan, e.g. `2027`.');
const version = query(
  'version',
  { type: 'integer', minimum: 1 },
  'The version in force when absent, or the newest where none is.',
);

export const planPaths: Paths = {
  '/api/annual-plans': {
    get: {
      summary: 'Annual plans of the agency',
      description: 'Every version of every year, the newest first.',
      access,
      responses: {
        '200': answer('The plans.', {
          type: 'object',
          required: ['plans'],
          properties: { plans: list(ref('AnnualPlan')) },
        }),
      },
    },
  },
  '/api/annual-plans/{year}': {
    get: {
      summary: 'An annual plan with its items',
      description:
        'Needs, forms, people, schedule, organiser, budget line, cost, and the cheaper form with its saving.',
      access,
      parameters: [year, version],
      responses: {
        '200': answer('The plan.', {
          allOf: [
            ref('AnnualPlan'),
            {
              type: 'object',
              required: ['totals', 'list'],
              properties: {
                totals: {
                  type: 'object',
                  required: ['items', 'people', 'jp', 'cost', 'saving'],
                  properties: { items: count, people: count, jp, cost: rupiah, saving: rupiah },
                },
                list: list(ref('AnnualPlanItem')),
              },
            },
          ],
        }),
      },
    },
  },
  '/api/annual-plans/{year}/realisation': {
    get: {
      summary: 'An annual plan beside what came of it',
      description:
        'Courses and events that are held for the items and what was learned elsewhere for them, with how often people of the agency have learned them in the year, the JP that the ledger recognises now, and what it has cost.',
      access,
      parameters: [year, version],
      responses: {
        '200': answer('Planned and realised, by item and in all.', {
          type: 'object',
          required: ['year', 'version', 'planned', 'realised', 'items'],
          properties: {
            ...{ year: count, version: count, planned: ref('PlanAmounts'), realised: ref('PlanAmounts') },
            items: list({
              type: 'object',
              required: ['itemId', 'title', 'planned', 'realised', 'held'],
              properties: {
                ...{ itemId: text, title: text },
                ...{ planned: ref('PlanAmounts'), realised: ref('PlanAmounts') },
                held: list({
                  allOf: [
                    ref('PlanAmounts'),
                    {
                      type: 'object',
                      required: ['kind', 'id'],
                      properties: {
                        kind: { enum: ['course', 'event', 'elsewhere'] },
                        id: text,
                        title: { type: 'object', additionalProperties: text },
                      },
                    },
                  ],
                }),
              },
            }),
          },
        }),
      },
    },
  },
  '/api/need-signals': {
    get: {
      summary: 'Signals of needs for the plan of a year',
      description:
        'The largest competency gaps, elements of surveys that citizens rate low and learning can answer (by a rule of this platform and no regulation), themes of complaints, commitments of public consultations that need learning, and notes of performance gaps and new rules. Nothing is told of groups too small to tell.',
      access,
      parameters: [
        { ...query('year', { type: 'integer', minimum: 2000 }), required: true },
        query(
          'unit',
          text,
          'Unit whose competency gaps are told, with those below it; the whole agency when absent.',
        ),
      ],
      responses: {
        '200': answer('By source, the most urgent first.', {
          type: 'object',
          required: ['year', 'signals'],
          properties: {
            year: count,
            signals: list({
              allOf: [
                ref('PlanNeed'),
                {
                  type: 'object',
                  required: ['state'],
                  properties: {
                    state: { enum: ['open', 'taken', 'aside'] },
                    itemId: text,
                    asideBecause: text,
                  },
                },
              ],
            }),
          },
        }),
      },
    },
  },
};

export const planSchemas: Json = {
  AnnualPlan: {
    type: 'object',
    required: ['year', 'version', 'state', 'items', 'steps'],
    properties: {
      ...{ year: count, version: count, items: count },
      state: { enum: ['draft', 'proposed', 'agreed', 'set', 'replaced'] },
      steps: list({
        type: 'object',
        required: ['to', 'at'],
        properties: {
          ...{ to: text, at: dateTime, reason: text },
          decision: {
            type: 'object',
            required: ['official'],
            properties: {
              ...{ official: text, number: text, on: date },
              decree: {
                type: 'object',
                required: ['pages', 'sha256'],
                properties: { pages: count, sha256: text },
              },
            },
          },
          way: { enum: ['in-person', 'letter'] },
          undone: { const: true },
        },
      }),
    },
  },
  PlanAmounts: {
    type: 'object',
    required: ['people', 'jp', 'cost'],
    properties: { people: count, jp, cost: rupiah },
  },
  PlanNeed: {
    type: 'object',
    required: ['signalId', 'source', 'basis'],
    properties: {
      ...{ signalId: text, source },
      basis: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: {
            enum: [
              ...['competency', 'survey', 'complaints', 'commitment'],
              ...['standing', 'performance', 'new-rule', 'rule'],
            ],
          },
        },
        description: 'What it rests on, with the numbers of the day on which it was taken up.',
      },
    },
  },
  AnnualPlanItem: {
    type: 'object',
    required: [
      ...['itemId', 'need', 'title', 'form', 'people', 'unitIds', 'jp', 'from', 'to', 'organiser', 'cost'],
    ],
    properties: {
      ...{ itemId: text, need: ref('PlanNeed'), title: text, organiser: text, curriculum: text },
      form: { type: 'string', examples: ['KL06', 'NKL03'] },
      people: count,
      unitIds: { ...list(text), description: 'Empty: the whole agency.' },
      ...{ jp, from: date, to: date, budgetLine: text, cost: rupiah, saving: rupiah, noAlternative: text },
      alternative: {
        type: 'object',
        required: ['form', 'cost'],
        properties: { form: text, cost: rupiah },
      },
    },
  },
};
