import { bankPage, questionKinds, questionStatuses } from '@sinau/questions';
import {
  answer,
  body,
  closed,
  count,
  idempotencyKey,
  inPath,
  type Json,
  location,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

const read = ['scope:questions/read'] as const;
const write = ['scope:questions/write'] as const;
const questionId = inPath(
  'questionId',
  'One of the provider’s own questions; others are answered as absent.',
);
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
