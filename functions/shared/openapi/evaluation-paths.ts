import { answer, count, type Json, type Paths, query, ref, text } from './operation.ts';

const access = ['scope:evaluations/read'] as const;
const mean: Json = { type: 'number', description: 'To hundredths.' };
const kind: Json = { enum: ['course', 'event'] };
const year = query('year', { type: 'integer' }, 'Of the completions; this year when absent.');
const owner: Json = {
  type: 'string',
  description: '`provider.` or `agency.` and the id of whose it is.',
};

export const evaluationPaths: Paths = {
  '/api/evaluations': {
    get: {
      summary: 'What people say of training, and what of it arrives at work',
      description:
        'For an agency: of its people about what they took, and of everybody about events that it held. For a provider: of everybody about its courses. Level 1 `reaction` (1 to 4), level 2 `learning` (1 to 5, as learners rate themselves looking back), level 3 after three months, `applied` by learners and `supervisor` by their supervisors (1 to 4). A level is absent below five answers, and is told by five new answers: no two states that are ever told differ by less. Sums of owners and of everything are of what is told of each course or event.',
      access,
      parameters: [year, query('kind', kind), query('owner', owner)],
      responses: {
        '200': answer('Most completions first.', {
          type: 'object',
          required: ['year', 'all', 'owners', 'subjects'],
          properties: {
            year: count,
            all: ref('EvaluationResults'),
            owners: {
              type: 'array',
              items: {
                allOf: [
                  ref('EvaluationResults'),
                  {
                    type: 'object',
                    required: ['owner', 'subjects'],
                    properties: { owner, subjects: count },
                  },
                ],
              },
            },
            subjects: {
              type: 'array',
              items: {
                allOf: [
                  ref('EvaluationResults'),
                  {
                    type: 'object',
                    required: ['kind', 'id', 'owner', 'title'],
                    properties: {
                      ...{ kind, id: text, owner },
                      title: { type: 'object', additionalProperties: text },
                    },
                  },
                ],
              },
            },
          },
        }),
      },
    },
  },
  '/api/evaluations/words': {
    get: {
      summary: 'What was written about one course or event',
      description:
        'Without names, by month and in no order: advice (`reaction`), and examples of what is applied, by learners (`applied`) and supervisors. Only of what is told of their level. 404 `evaluation.not-found`: it is not the client’s, or nobody has completed it in that year.',
      access,
      parameters: [
        year,
        { ...query('kind', kind), required: true },
        { ...query('id', text, 'Of the course or event.'), required: true },
        query('of', { enum: ['reaction', 'applied', 'supervisor'], default: 'reaction' }),
        query('pageToken', text, 'Of the page before.'),
      ],
      responses: {
        '200': answer('A page. It may hold few, or none, and still be followed by another.', {
          type: 'object',
          required: ['words'],
          properties: {
            words: {
              type: 'array',
              items: {
                type: 'object',
                required: ['text', 'month'],
                properties: { text, month: { type: 'string', examples: ['2026-11'] } },
              },
            },
            nextPageToken: text,
          },
        }),
      },
    },
  },
};

const question: Json = {
  type: 'object',
  required: ['counts'],
  properties: {
    counts: { type: 'array', items: count, description: 'How often each score, the lowest first.' },
    mean,
  },
};
const group = (questions: readonly string[], more: Json = {}): Json => ({
  type: 'object',
  required: ['answers', 'questions'],
  properties: {
    answers: { type: 'integer', minimum: 5 },
    questions: {
      type: 'object',
      properties: Object.fromEntries(questions.map((name) => [name, question])),
    },
    ...more,
  },
});
const obstacles: Json = {
  type: 'object',
  additionalProperties: count,
  description:
    'How often each weighed most: `none`, `no-occasion`, `no-time`, `no-support`, `no-means`, `not-sure-how`, `not-fitting`, `other`.',
};

export const evaluationSchemas: Readonly<Record<string, Json>> = {
  EvaluationResults: {
    type: 'object',
    required: ['completed', 'askedLearners', 'askedSupervisors'],
    properties: {
      completed: { ...count, description: 'Who could answer levels 1 and 2.' },
      askedLearners: { ...count, description: 'Of whom level 3 was asked so far.' },
      askedSupervisors: count,
      score: {
        type: 'object',
        required: ['mean', 'of'],
        properties: { mean, of: count },
        description:
          'Final score that courses gave those who answered level 2, percent, and of how many; told with the standing of level 2, where all of them have one.',
      },
      reaction: group(['relevance', 'delivery', 'organisation', 'intention']),
      learning: group(['before', 'after'], {
        gain: { type: 'number', description: 'Mean after less mean before.' },
      }),
      applied: group(['applied'], { obstacles }),
      supervisor: group(['applied'], { obstacles }),
    },
  },
};
