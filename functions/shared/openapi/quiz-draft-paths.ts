import {
  answer,
  body,
  closed,
  dateTime,
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
const rev: Json = { type: 'integer', minimum: 1, description: '`rev` as it was read; another one gets 409.' };
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
