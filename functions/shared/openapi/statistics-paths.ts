import { answer, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const access = ['scope:courses/read'] as const;
const month: Json = { type: 'string', pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' };
const cohort = [
  query('version', { type: 'integer', minimum: 1 }, 'Version of the course. Default: the published one.'),
  query('from', month, 'First month of enrolment, as in Jakarta.'),
  query('until', month, 'Last month of enrolment.'),
];

export const statisticsPaths: Paths = {
  '/api/courses/{courseId}/statistics': {
    get: {
      summary: 'Read how a course goes: funnel, where learners stop, time, launches',
      description:
        'Nobody is named. Numbers of people are multiples of five, and `few` stands for one to four; times are told of ten people and more. `sampled` below 1 says that a random share of the learners was counted and projected.',
      access,
      parameters: [courseId, ...cohort],
      responses: { '200': answer('As counted at `asOf`.', ref('CourseStatistics')) },
    },
  },
  '/api/courses/{courseId}/statistics/modules/{moduleId}': {
    get: {
      summary: 'Read how a module goes: seconds watched, pages, questions',
      description:
        'Questions are those that the content told of by `answered` or `responded`, whatever its kind. The first answer of each learner counts, and figures are told from ten answers on; another wording is another question.',
      access,
      parameters: [courseId, inPath('moduleId', 'From `modules` of the course.'), ...cohort],
      responses: { '200': answer('As counted at `asOf`.', ref('ModuleStatistics')) },
    },
  },
  '/api/courses/{courseId}/statistics/launch-errors': {
    get: {
      summary: 'List launches whose content called its API wrongly',
      description: 'Up to 20 of the last 200 launches of SCORM content, the latest first.',
      access,
      parameters: [courseId],
      responses: { '200': answer('With the kinds of errors, the most frequent first.', ref('LaunchErrors')) },
    },
  },
};

const told: Json = {
  description: 'People: a multiple of five, or `few` for one to four.',
  oneOf: [{ type: 'integer', minimum: 0 }, { const: 'few' }],
};
const share: Json = { type: 'number', minimum: 0, maximum: 1 };
const moduleId: Json = { type: 'string', description: 'Absent: the course as a whole.' };
const list = (properties: Json): Json => ({ type: 'array', items: { type: 'object', properties } });

const head: Json = {
  courseId: text,
  version: { type: 'integer' },
  versions: { type: 'array', items: { type: 'integer' } },
  from: month,
  until: month,
  asOf: { type: 'string', format: 'date-time' },
  learners: told,
  suppressed: { type: 'boolean', description: 'Fewer than five learners: nothing else is told.' },
  sampled: share,
};
const time: Json = {
  moduleId,
  people: told,
  quartiles: {
    type: 'object',
    description: 'Seconds in sessions; absent below ten people.',
    properties: { lower: { type: 'integer' }, median: { type: 'integer' }, upper: { type: 'integer' } },
  },
};

export const statisticsSchemas: Json = {
  CourseStatistics: {
    type: 'object',
    required: ['courseId', 'version', 'versions', 'asOf', 'learners', 'suppressed', 'sampled', 'modules'],
    properties: {
      ...head,
      stated: {
        type: 'object',
        properties: { jpHundredths: { type: 'integer' }, minutes: { type: 'integer' } },
      },
      modules: list({ moduleId: text, kind: text, title: { type: 'object' }, url: text }),
      steps: list({
        kind: { enum: ['enrolled', 'started', 'module-started', 'module-finished', 'completed'] },
        moduleId,
        people: told,
        share,
      }),
      stops: list({
        moduleId: { type: 'string', description: 'The module that was open last. Absent: none ever was.' },
        people: told,
      }),
      times: list(time),
      launches: list({ moduleId: text, launches: told, abandoned: told, share }),
      launchErrors: text,
    },
  },
  ModuleStatistics: {
    type: 'object',
    required: [
      'courseId',
      'version',
      'versions',
      'asOf',
      'learners',
      'suppressed',
      'sampled',
      'moduleId',
      'questions',
    ],
    properties: {
      ...head,
      ...{ moduleId: text, kind: text, title: { type: 'object' }, started: told, finished: told },
      time: { type: 'object', properties: time },
      watching: {
        type: 'object',
        description: 'Of video and audio, in a hundred parts; from `played-segments` of the video profile.',
        properties: {
          lengthSeconds: { type: 'number' },
          viewers: told,
          bins: list({ from: { type: 'number' }, viewers: told, again: told }),
        },
      },
      pages: list({ page: { type: 'integer' }, viewers: told }),
      questions: list({
        ...{ question: text, activityId: text, type: text, text: { type: 'object' } },
        choices: list({ id: text, text: { type: 'object' } }),
        correct: { type: 'array', items: text },
        answers: told,
        figures: {
          type: 'object',
          properties: {
            difficulty: { ...share, description: 'p-value: average score.' },
            pointBiserial: { type: 'number', minimum: -1, maximum: 1 },
            responses: list({ response: text, people: told, share, correct: { type: 'boolean' } }),
            others: told,
          },
        },
      }),
      moreQuestions: { type: 'boolean' },
    },
  },
  LaunchErrors: {
    type: 'object',
    required: ['launches'],
    properties: {
      launches: list({
        ...{ sessionId: text, version: { type: 'integer' }, auIndex: { type: 'integer' }, moduleId: text },
        startedAt: { type: 'string', format: 'date-time' },
        learner: { type: 'string', description: 'A pseudonym.' },
        ...{ calls: { type: 'integer' }, errors: { type: 'integer' }, log: text },
        kinds: list({
          ...{ call: text, element: text, error: { type: 'integer' }, times: { type: 'integer' } },
        }),
      }),
    },
  },
};
