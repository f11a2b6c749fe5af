import { answer, body, dateTime, type Json, type Paths, query, ref, text } from './operation.ts';

const number: Json = { type: 'integer', minimum: 1 };
const seconds: Json = { type: 'number', minimum: 0 };
const flag: Json = { type: 'boolean' };
const shown: Json = {
  type: 'array',
  items: { type: 'object', description: 'A question without anything that would tell its answer.' },
};
const response: Json = {
  type: 'object',
  required: ['kind'],
  description:
    'In the ids of the shown question: `choiceIds`, `text` (numbers with a comma or a point), `pairs` or `itemIds`.',
  properties: { kind: { enum: ['choice', 'numeric', 'short-text', 'matching', 'ordering'] } },
};
const rules: Json = {
  type: 'object',
  required: ['shuffleQuestions', 'review', 'reviewFrom'],
  properties: {
    timeLimitSeconds: number,
    maxAttempts: number,
    passMark: { type: 'number', minimum: 0, maximum: 1 },
    shuffleQuestions: flag,
    review: { enum: ['score', 'marks', 'answers'] },
    reviewFrom: { enum: ['submission', 'end'] },
  },
};

export const quizSchemas: Json = {
  QuizAttempt: {
    type: 'object',
    required: ['number', 'startedAt', 'questions', 'answers'],
    properties: {
      number,
      startedAt: dateTime,
      remainingSeconds: { ...seconds, description: 'By the server’s clock.' },
      questions: shown,
      answers: {
        type: 'array',
        items: {
          type: 'object',
          required: ['questionId', 'flagged', 'seconds', 'savedAt'],
          properties: { questionId: text, response, flagged: flag, seconds, savedAt: dateTime },
        },
      },
      place: text,
    },
  },
  QuizAttemptSummary: {
    type: 'object',
    required: ['number', 'startedAt', 'reviewable'],
    properties: {
      number,
      startedAt: dateTime,
      reviewable: flag,
      result: {
        type: 'object',
        required: ['at', 'how', 'points', 'maxPoints', 'scaled'],
        properties: {
          at: dateTime,
          how: { enum: ['submitted', 'time-up', 'replaced'] },
          points: seconds,
          maxPoints: seconds,
          scaled: { type: 'number', minimum: 0, maximum: 1 },
          passed: flag,
        },
      },
    },
  },
  QuizOverview: {
    type: 'object',
    required: ['questions', 'rules', 'attempts'],
    properties: {
      questions: { ...number, description: 'Of one attempt.' },
      rules,
      attempts: { type: 'array', items: ref('QuizAttemptSummary') },
      attemptsLeft: { type: 'integer', minimum: 0, description: 'Absent: any number.' },
      passed: flag,
      best: number,
    },
  },
  QuizStart: {
    type: 'object',
    required: ['mode', 'locale', 'courseTitle', 'moduleTitle', 'returnUrl', 'run', 'overview'],
    properties: {
      mode: { enum: ['normal', 'browse', 'review'] },
      locale: { enum: ['id', 'en'] },
      courseTitle: { type: 'object', additionalProperties: text },
      moduleTitle: { type: 'object', additionalProperties: text },
      introduction: { type: 'array', items: { type: 'object' } },
      returnUrl: { type: 'string', format: 'uri' },
      run: { ...number, description: 'Goes into every message.' },
      overview: ref('QuizOverview'),
      attempt: ref('QuizAttempt'),
      preview: shown,
    },
  },
  QuizMessage: {
    type: 'object',
    additionalProperties: false,
    required: ['attempt', 'run', 'sequence', 'answers'],
    properties: {
      attempt: number,
      run: number,
      sequence: { ...number, description: 'Counts the messages of a run.' },
      place: { ...text, description: 'Question that is shown now.' },
      answers: {
        type: 'array',
        maxItems: 500,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['questionId', 'response', 'flagged', 'seconds'],
          properties: {
            questionId: text,
            response: { anyOf: [response, { type: 'null' }] },
            flagged: flag,
            seconds: { ...seconds, description: 'Spent on the question so far.' },
          },
        },
      },
    },
  },
  QuizSaved: {
    type: 'object',
    required: ['outcome'],
    properties: {
      outcome: { enum: ['stored', 'stale', 'ignored'] },
      savedAt: dateTime,
      remainingSeconds: seconds,
      replaced: { const: true, description: 'Another tab or device has started the quiz since.' },
    },
  },
  QuizResult: {
    type: 'object',
    required: ['attempt', 'overview'],
    properties: { attempt: ref('QuizAttemptSummary'), overview: ref('QuizOverview') },
  },
  QuizReview: {
    type: 'object',
    required: ['attempt'],
    properties: {
      attempt: ref('QuizAttemptSummary'),
      questions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['question', 'points', 'correct'],
          properties: {
            question: { type: 'object' },
            response,
            points: seconds,
            correct: flag,
            solution: { type: 'object', description: 'Only where the rules show answers.' },
            explanation: { type: 'array', items: { type: 'object' } },
          },
        },
      },
    },
  },
};

const example = {
  ...{ attempt: 1, run: 2, sequence: 5, place: 'q4' },
  answers: [
    { questionId: 'q3', response: { kind: 'choice', choiceIds: ['2'] }, flagged: false, seconds: 41 },
  ],
};
const over = '409 `delivery.attempt-over`: submitted, or its time is up; what was saved before counts.';

export const quizPaths: Paths = {
  '/launch/quiz/start': {
    post: {
      summary: 'Start the page of a quiz',
      description:
        'With the token of its session. The first start of a session writes its `initialized`; a later one takes over. What is overdue is judged first.',
      access: ['au'],
      responses: { '200': answer('How the quiz is taken, and the attempt that is open.', ref('QuizStart')) },
    },
  },
  '/launch/quiz/attempts': {
    post: {
      summary: 'Begin an attempt, or take up the one that is open',
      description: '409 `delivery.no-attempt-left`: all were used, or one has passed.',
      access: ['au'],
      responses: { '200': answer('Its questions, fixed from now on.', ref('QuizAttempt')) },
    },
  },
  '/launch/quiz/answers': {
    post: {
      summary: 'Keep answers',
      description: `The newest answer to a question stays, in whichever order messages come. ${over}`,
      access: ['au'],
      parameters: [query('token', text, 'The token of the session, for pages that can send no headers.')],
      requestBody: body(ref('QuizMessage'), example),
      responses: { '200': answer('Kept, or why nothing had to be.', ref('QuizSaved')) },
    },
  },
  '/launch/quiz/submit': {
    post: {
      summary: 'Submit an attempt',
      description: 'With its last answers. The same again is answered with what the attempt came to.',
      access: ['au'],
      requestBody: body(ref('QuizMessage'), { ...example, answers: [] }),
      responses: { '200': answer('What it came to.', ref('QuizResult')) },
    },
  },
  '/launch/quiz/review': {
    post: {
      summary: 'Look at an attempt again',
      description: 'As far as the rules show it; 403 `delivery.review-closed` where they do not, or not yet.',
      access: ['au'],
      requestBody: body(
        { type: 'object', required: ['attempt'], properties: { attempt: number } },
        { attempt: 1 },
      ),
      responses: { '200': answer('Question by question.', ref('QuizReview')) },
    },
  },
  '/launch/quiz/leave': {
    post: {
      summary: 'Leave the quiz',
      description: 'Ends the session, unless an attempt is open: its time may still run out.',
      access: ['au'],
      responses: {
        '200': answer('Where the learner goes.', {
          type: 'object',
          required: ['returnUrl'],
          properties: { returnUrl: { type: 'string', format: 'uri' } },
        }),
      },
    },
  },
};
