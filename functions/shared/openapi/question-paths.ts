import { bankLimits, bankPage, questionKinds, questionStatuses } from '@sinau/questions';
import {
  answer,
  body,
  dateTime,
  header,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

const read = ['scope:questions/read'] as const;
const write = ['scope:questions/write'] as const;
const idempotencyKey = header('Idempotency-Key', text, 'Runs the request once.');
const questionId = inPath(
  'questionId',
  'One of the provider’s own questions; others are answered as absent.',
);
const location: Json = { Location: { schema: text } };
const count: Json = { type: 'integer', minimum: 0 };
const rev: Json = { type: 'integer', minimum: 1, description: '`rev` as it was read; another one gets 409.' };
const list = (items: Json, maxItems: number): Json => ({ type: 'array', items, maxItems });
const closed = (properties: Json, required: readonly string[]): Json => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const richText = ref('RichText');
const id: Json = { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$', description: 'Left out: it gets one.' };
const share: Json = {
  type: 'number',
  minimum: -1,
  maximum: 1,
  description: 'What it is worth of the points.',
};
const flag: Json = { type: 'boolean' };

const content = {
  title: { type: 'string', minLength: 1, maxLength: 200, description: 'For authors.' },
  prompt: richText,
  points: { type: 'number', minimum: 0, maximum: 1000, description: 'Above 0.' },
  explanation: richText,
};
const required = ['kind', 'title', 'prompt', 'points'];
const kind = (name: string, properties: Json, more: readonly string[]) =>
  closed({ kind: { const: name }, ...content, ...properties }, [...required, ...more]);
const option = { id, text: richText };

const filing = {
  category: { type: 'string', description: 'Names from the top, joined by `/`.', examples: ['Etika/Dasar'] },
  tags: list({ type: 'string', maxLength: bankLimits.tag }, bankLimits.tags),
  language: { type: 'string', description: 'BCP 47; `id` when it is left out.' },
};
const entry = {
  questionId: text,
  kind: { enum: questionKinds },
  title: text,
  preview: { type: 'string', description: 'How the prompt begins.' },
  points: { type: 'number' },
  ...filing,
  status: { enum: questionStatuses },
  updatedAt: dateTime,
  rev: { type: 'integer' },
  url: text,
};

const chosen = closed(
  {
    kind: { const: 'chosen' },
    questions: list(
      closed({ questionId: text, points: { type: 'number', minimum: 0, maximum: 1000 } }, ['questionId']),
      500,
    ),
  },
  ['kind', 'questions'],
);
const drawn = closed(
  { kind: { const: 'drawn' }, category: text, count: { type: 'integer', minimum: 1, maximum: 500 } },
  ['kind', 'category', 'count'],
);
const quizContent = {
  title: text,
  introduction: richText,
  sections: list(closed({ sectionId: id, title: text, source: { oneOf: [chosen, drawn] } }, ['source']), 50),
  rules: ref('QuizRules'),
};

export const questionSchemas: Json = {
  RichText: {
    description: 'Text with marks, as authors type it, or the blocks that are made of it. Never markup.',
    oneOf: [
      { type: 'string', maxLength: 20_000 },
      list(
        {
          type: 'object',
          required: ['type'],
          properties: {
            type: { enum: ['paragraph', 'code', 'list'] },
            runs: list(ref('TextRun'), 2_000),
            text,
            ordered: flag,
            items: list(list(ref('TextRun'), 2_000), 200),
          },
        },
        1_000,
      ),
    ],
  },
  TextRun: closed({ text, strong: flag, emphasis: flag, code: flag }, ['text']),
  QuestionContent: {
    description:
      'The kind of a question stays. Ids of choices, sources, targets and items name them in statistics.',
    oneOf: [
      kind(
        'choice',
        {
          multiple: flag,
          trueFalse: { type: 'boolean', description: 'The choices are `true` and `false`, by these ids.' },
          shuffle: flag,
          choices: list(closed({ ...option, share, feedback: richText }, ['text', 'share']), 50),
        },
        ['multiple', 'shuffle', 'choices'],
      ),
      kind(
        'numeric',
        {
          answers: list(
            closed({ value: { type: 'number' }, tolerance: { type: 'number', minimum: 0 }, share }, [
              'value',
              'tolerance',
              'share',
            ]),
            50,
          ),
          unit: { type: 'string', maxLength: 50 },
        },
        ['answers'],
      ),
      kind(
        'short-text',
        {
          caseSensitive: flag,
          answers: list(closed({ text: { type: 'string', maxLength: 1_000 }, share }, ['text', 'share']), 50),
        },
        ['caseSensitive', 'answers'],
      ),
      kind(
        'matching',
        {
          shuffle: flag,
          sources: list(closed({ ...option, targetId: text }, ['text', 'targetId']), 50),
          targets: list(closed(option, ['text']), 50),
        },
        ['shuffle', 'sources', 'targets'],
      ),
      kind('ordering', { items: list(closed(option, ['text']), 50) }, ['items']),
    ],
  },
  NewQuestion: closed(
    { ...filing, status: { enum: ['draft', 'ready'], default: 'draft' }, question: ref('QuestionContent') },
    ['question'],
  ),
  QuestionChange: closed(
    { ...filing, status: { enum: ['draft', 'ready'] }, question: ref('QuestionContent'), rev },
    ['question', 'rev'],
  ),
  Question: {
    type: 'object',
    required: ['questionId', 'question', 'category', 'tags', 'language', 'status', 'rev', 'url'],
    properties: {
      questionId: text,
      question: ref('QuestionContent'),
      ...filing,
      status: { enum: questionStatuses },
      archivedFrom: { enum: ['draft', 'ready'] },
      createdAt: dateTime,
      updatedAt: dateTime,
      rev: { type: 'integer' },
      url: text,
    },
  },
  NewQuiz: closed(quizContent, ['title']),
  QuizChange: closed({ ...quizContent, rev }, ['title', 'rev']),
  QuizDraft: {
    type: 'object',
    required: ['quizId', 'title', 'sections', 'rules', 'placements', 'rev', 'url'],
    properties: {
      quizId: text,
      ...quizContent,
      placements: {
        type: 'array',
        description: 'Where it was put, the latest first.',
        items: { type: 'object', properties: { packageId: text, courseId: text, at: dateTime } },
      },
      createdAt: dateTime,
      updatedAt: dateTime,
      rev: { type: 'integer' },
      url: text,
    },
  },
  QuestionPage: {
    type: 'object',
    required: ['questions', 'total', 'counts', 'all'],
    properties: {
      questions: { type: 'array', items: { type: 'object', properties: entry } },
      total: { ...count, description: 'Found on all pages.' },
      counts: {
        type: 'object',
        description: 'What the same search finds with another choice of this one filter.',
        properties: {
          status: { type: 'object', additionalProperties: count },
          kind: { type: 'object', additionalProperties: count },
          categories: {
            type: 'array',
            description: 'Each a path and how many lie there and below.',
            items: { type: 'array', minItems: 2, maxItems: 2 },
          },
        },
      },
      all: { ...count, description: 'In the bank, archived ones too.' },
      next: text,
    },
  },
};

const question = {
  kind: 'choice',
  title: 'Menerima bingkisan',
  prompt: 'Anda menerima bingkisan dari **rekanan**. Apa yang Anda lakukan?',
  points: 1,
  multiple: false,
  shuffle: true,
  choices: [
    { text: 'Melaporkannya', share: 1 },
    { text: 'Menyimpannya', share: 0 },
  ],
};

const turn = (summary: string, description: string): Paths[string] => ({
  post: {
    summary,
    description,
    access: write,
    parameters: [questionId, idempotencyKey],
    responses: { '200': answer('The question.', ref('Question')) },
  },
});

const quizId = inPath('quizId', 'One of the provider’s own quizzes; others are answered as absent.');
const quizExample = {
  title: 'Kuis etika',
  sections: [{ title: 'Dasar', source: { kind: 'drawn', category: 'Etika/Dasar', count: 5 } }],
};

/** Quizzes, and the way into a course. */
export const quizDraftPaths: Paths = {
  '/api/quizzes': {
    get: {
      summary: 'List the provider’s quizzes',
      access: read,
      responses: {
        '200': answer('Last changed first.', {
          type: 'object',
          required: ['quizzes'],
          properties: {
            quizzes: {
              type: 'array',
              items: {
                type: 'object',
                required: ['quizId', 'title', 'updatedAt', 'rev', 'url'],
                properties: {
                  quizId: text,
                  title: text,
                  updatedAt: dateTime,
                  rev: { type: 'integer' },
                  url: text,
                },
              },
            },
          },
        }),
      },
    },
    post: {
      summary: 'Make a quiz',
      description: 'It may be incomplete; what is missing is said when it is put into a course.',
      access: write,
      parameters: [idempotencyKey],
      requestBody: body(ref('NewQuiz'), quizExample),
      responses: { '201': { ...answer('Made.', ref('QuizDraft')), headers: location } },
    },
  },
  '/api/quizzes/{quizId}': {
    get: {
      summary: 'See a quiz',
      access: read,
      parameters: [quizId],
      responses: { '200': answer('The quiz.', ref('QuizDraft')) },
    },
    put: {
      summary: 'Change a quiz',
      description: 'Says everything of it anew. Courses keep what was put into them.',
      access: write,
      parameters: [quizId],
      requestBody: body(ref('QuizChange'), { ...quizExample, rev: 1 }),
      responses: { '200': answer('The quiz.', ref('QuizDraft')) },
    },
    delete: {
      summary: 'Delete a quiz',
      description: 'Courses keep what was put into them.',
      access: write,
      parameters: [quizId, { ...query('rev', rev), required: true }],
      responses: { '204': { description: 'Deleted.' } },
    },
  },
  '/api/quizzes/{quizId}/document': {
    get: {
      summary: 'Get a quiz with its questions as they are now',
      description: 'As Sinau writes quizzes down; `POST /api/packages` takes it. 422 says what is missing.',
      access: read,
      parameters: [quizId],
      responses: { '200': answer('The document, with its answers.', { type: 'object' }) },
    },
  },
  '/api/quizzes/{quizId}/placements': {
    post: {
      summary: 'Put a quiz into a course',
      description:
        'Freezes it with its questions as they are now and imports that as a module, or in the place of one. Learners get it with the next published version.',
      access: write,
      parameters: [quizId, idempotencyKey],
      requestBody: body(
        closed(
          {
            rev,
            courseId: text,
            module: { type: 'string', default: 'new', description: 'The module it replaces, or `new`.' },
          },
          ['rev', 'courseId'],
        ),
        { rev: 1, courseId: '0f8c2f0e-54f7-4c2e-9a51-0e5d3c1d7a11', module: 'new' },
      ),
      responses: {
        '202': {
          ...answer('On its way; Location is the import.', {
            type: 'object',
            properties: { packageId: text, courseId: text, at: dateTime, url: text },
          }),
          headers: location,
        },
      },
    },
  },
};

const imported = answer('What was added, or would be.', {
  type: 'object',
  required: ['total', 'added', 'known', 'withoutImages', 'unfit'],
  properties: {
    total: count,
    added: count,
    known: { ...count, description: 'In the bank already; they stay as they are there.' },
    withoutImages: {
      type: 'array',
      items: text,
      description: 'Titles of those whose images were left out; they come as drafts.',
    },
    unfit: { type: 'array', items: { type: 'object', properties: { title: text, rule: text } } },
  },
});
const importStatus: Json = { enum: ['draft', 'ready'], default: 'draft' };

/** Which questions of the bank. */
const wanted = [
  query('q', { type: 'string', maxLength: 200 }, 'Words that must all occur.'),
  query('category', text, 'With everything below it.'),
  query('kind', { enum: questionKinds }),
  query('status', { enum: questionStatuses }),
];

export const questionPaths: Paths = {
  '/api/question-bank': {
    get: {
      summary: 'Get a part of the bank as one document',
      description: 'With the answers. At most 1,000 questions; archived ones stay behind.',
      access: read,
      parameters: wanted,
      responses: { '200': answer('`"sinauQuestions": 1` and questions.', { type: 'object' }) },
    },
    post: {
      summary: 'Put a document of questions into the bank',
      description:
        'Such a document, or a quiz of Sinau (`"sinauQuiz": 1`). What is there already is recognised by its id or content and stays as it is, so the same again adds nothing.',
      access: write,
      parameters: [
        query('dryRun', { enum: ['true', 'false'], default: 'false' }, 'Only says what it would do.'),
        query('status', importStatus, 'Of questions that do not say it themselves.'),
        query('category', text, 'Everything goes below it.'),
        idempotencyKey,
      ],
      requestBody: body({ type: 'object' }, { sinauQuestions: 1, questions: [] }),
      responses: { '200': imported },
    },
  },
  '/api/question-bank/modules': {
    post: {
      summary: 'Put the questions of a quiz in a course into the bank',
      description:
        'Of a module of the provider’s own course, e.g. one that was imported from Moodle; its import tells what was left out.',
      access: write,
      parameters: [idempotencyKey],
      requestBody: body(
        closed(
          {
            courseId: text,
            moduleId: text,
            dryRun: { type: 'boolean' },
            status: importStatus,
            category: text,
          },
          ['courseId', 'moduleId'],
        ),
        { courseId: '0f8c2f0e-54f7-4c2e-9a51-0e5d3c1d7a11', moduleId: 'm1', dryRun: true },
      ),
      responses: { '200': imported },
    },
  },
  '/api/questions': {
    get: {
      summary: 'Search the provider’s bank',
      description: 'Without `status`, everything that is not archived.',
      access: read,
      parameters: [
        ...wanted,
        query('limit', { type: 'integer', minimum: 1, maximum: bankPage.most, default: bankPage.usual }),
        query('after', text, 'From `next` of the page before.'),
      ],
      responses: { '200': answer('Last changed first.', ref('QuestionPage')) },
    },
    post: {
      summary: 'Add a question',
      access: write,
      parameters: [idempotencyKey],
      requestBody: body(ref('NewQuestion'), { category: 'Etika/Dasar', status: 'ready', question }),
      responses: { '201': { ...answer('Added.', ref('Question')), headers: location } },
    },
  },
  '/api/questions/{questionId}': {
    get: {
      summary: 'See a question',
      access: read,
      parameters: [questionId],
      responses: { '200': answer('The question, with its answers.', ref('Question')) },
    },
    put: {
      summary: 'Change a question',
      description:
        'Says everything of it anew. Learners are asked it as it was until a quiz with it is put into a course again.',
      access: write,
      parameters: [questionId],
      requestBody: body(ref('QuestionChange'), {
        category: 'Etika/Dasar',
        status: 'ready',
        question,
        rev: 1,
      }),
      responses: { '200': answer('The question.', ref('Question')) },
    },
  },
  '/api/questions/{questionId}/archive': turn(
    'Take a question out of use',
    'Quizzes in courses keep it. Asking again is harmless.',
  ),
  '/api/questions/{questionId}/restore': turn(
    'Take a question back into use',
    'As what it was before it was archived. Asking again is harmless.',
  ),
  '/api/questions/{questionId}/duplicate': {
    post: {
      summary: 'Copy a question',
      description: 'The copy is a draft with an id of its own.',
      access: write,
      parameters: [questionId, idempotencyKey],
      requestBody: body(closed({ title: { type: 'string', maxLength: 200 } }, []), { title: 'Salinan' }),
      responses: { '201': { ...answer('The copy.', ref('Question')), headers: location } },
    },
  },
};
