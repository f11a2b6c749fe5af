import { answer, type Json, type Paths, query, ref, text } from './operation.ts';

const texts: Json = { type: 'object', additionalProperties: text };
const flavour = query(
  'flavour',
  { enum: ['plain', 'excel'], default: 'plain' },
  '`excel`: semicolons and a byte order mark.',
);
const csv = (description: string): Json => ({
  description,
  content: { 'text/csv': { schema: text } },
});

export const sheetPaths: Paths = {
  '/api/course-sheet': {
    get: {
      summary: 'Courses of the provider as CSV, or the template',
      description:
        'Drafts, the course changed last first, at most 300. The same file may be sent back. No cell starts a formula.',
      access: ['scope:courses/read'],
      parameters: [query('content', { enum: ['courses', 'template'], default: 'courses' }), flavour],
      responses: { '200': csv('Heads, and a record a course.') },
    },
    post: {
      summary: 'Make and change drafts by CSV',
      description:
        'The body is the file: commas, semicolons or tabs, with or without a byte order mark, at most 300 rows and 512 KB. `code` names a course in your own words and makes it when there is none; `course_id` names one there is. Empty cells leave what they stand for as it is. Several values of a cell are separated by `|`; a link is a title, a space and an address. With `mode=check` nothing is written. While one row is refused, nothing is written either; `applied` says so. Rows that change nothing write nothing, so that the same file may be sent again.',
      access: ['scope:courses/write'],
      parameters: [query('mode', { enum: ['check', 'apply'], default: 'check' })],
      requestBody: {
        required: true,
        content: { 'text/csv': { schema: text, example: 'code,title_id,jp\nETIKA-01,Etika,4\n' } },
      },
      responses: { '200': answer('What became, or would become, of each row.', ref('SheetResult')) },
    },
  },
};

export const sheetSchemas: Json = {
  SheetResult: {
    type: 'object',
    required: ['applied', 'issues', 'rows'],
    properties: {
      applied: { type: 'boolean' },
      issues: { type: 'array', description: 'Of the file as a whole.', items: ref('SheetIssue') },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: ['row', 'title', 'outcome', 'issues'],
          properties: {
            row: {
              type: 'integer',
              minimum: 2,
              description: 'As a spreadsheet numbers it; the heads are row 1.',
            },
            title: texts,
            courseId: text,
            outcome: { enum: ['create', 'update', 'unchanged', 'refused', 'changed-meanwhile'] },
            issues: { type: 'array', items: ref('SheetIssue') },
          },
        },
      },
    },
  },
  SheetIssue: {
    type: 'object',
    required: ['problem', 'message', 'mend'],
    properties: { column: text, problem: text, message: texts, mend: texts },
  },
};
