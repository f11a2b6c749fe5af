import { bankLimits, questionKinds, questionStatuses } from '@sinau/questions';
import { closed, count, dateTime, type Json, list, ref, text } from './operation.ts';

const rev: Json = { type: 'integer', minimum: 1, description: '`rev` as it was read; another one gets 409.' };
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

/** Questions of the bank, and quizzes as their makers keep them. */
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
