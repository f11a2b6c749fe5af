import { moreHistoryHeads } from '@sinau/rostering/history';
import { answer, count, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const listId = inPath('listId', 'Id of an import.');
const texts: Json = { type: 'object', additionalProperties: text };
const file = { schema: { type: 'string', format: 'binary' } };
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isFile: Json = { 'text/csv': file, [workbookType]: file };
const language = query('language', { enum: ['id', 'en'], default: 'id' });
const format = query('format', { enum: ['xlsx', 'csv'], default: 'xlsx' });
const refusal: Json = {
  type: 'object',
  required: ['outcome', 'findings'],
  properties: { outcome: { const: 'refused' }, findings: { type: 'array', items: { type: 'object' } } },
};

interface ListDocument {
  readonly name: 'people' | 'external-learning';
  readonly what: string;
  readonly template: string;
  readonly rows: string;
  readonly again: string;
  readonly scope: 'people' | 'credit';
}

function listPaths({ name, what, scope, ...words }: ListDocument): Paths {
  const read = [`scope:${scope}/read`] as const;
  const write = [`scope:${scope}/write`] as const;
  const path = `/api/${name}-imports`;
  return {
    [`/api/${name}-import-template`]: {
      get: {
        summary: `Template of a list of ${what}`,
        description: words.template,
        access: read,
        parameters: [format],
        responses: { '200': { description: 'The file.', content: isFile } },
      },
    },
    [path]: {
      get: {
        summary: `Imports of ${what}`,
        access: read,
        responses: {
          '200': answer('The last twenty, newest first.', {
            type: 'object',
            required: ['imports'],
            properties: { imports: { type: 'array', items: ref('ListImport') } },
          }),
        },
      },
      post: {
        summary: `Upload a list of ${what}`,
        description: `The body is the file: a workbook (.xlsx) or CSV, at most 4 MB and 20,000 rows. Every row is tried behind the answer; nothing changes before the run is started. ${words.rows}`,
        access: write,
        parameters: [query('name', text, 'Name of the file, for people.')],
        requestBody: { required: true, content: isFile },
        responses: {
          '202': answer('It is being tried.', ref('ListImport')),
          '422': answer('The file cannot be read, or a column is missing; nothing was kept.', refusal),
        },
      },
    },
    ...onePaths(`${path}/{listId}`, { read, write, again: words.again }),
  };
}

type Scopes = NonNullable<Paths[string]['get']>['access'];

function onePaths(
  one: string,
  { read, write, again }: { readonly read: Scopes; readonly write: Scopes; readonly again: string },
): Paths {
  return {
    [one]: {
      get: {
        summary: 'One import, with the rows that were refused',
        access: read,
        parameters: [listId],
        responses: {
          '200': answer('Its progress.', {
            allOf: [
              ref('ListImport'),
              {
                type: 'object',
                required: ['refused', 'isCut'],
                properties: {
                  refused: { type: 'array', items: ref('ListImportRow'), maxItems: 1_000 },
                  isCut: { type: 'boolean', description: 'There are more; the file of results has all.' },
                },
              },
            ],
          }),
        },
      },
      delete: {
        summary: 'Discard an import that was not started',
        access: write,
        parameters: [listId],
        responses: { '204': answer('Nothing was done with it.') },
      },
    },
    [`${one}/start`]: {
      post: {
        summary: 'Take the list',
        description: `Row by row, again after any break; the same list once more skips every row. ${again}`,
        access: write,
        parameters: [listId],
        responses: { '202': answer('It is under way.', ref('ListImport')) },
      },
    },
    [`${one}/results`]: {
      get: {
        summary: 'Every row as a CSV',
        description:
          'Of the run, or of the trial before there is one. Safe against formulas; numbers are masked.',
        access: read,
        parameters: [listId, language],
        responses: { '200': { description: 'The file.', content: { 'text/csv': file } } },
      },
    },
    [`${one}/refused-rows`]: {
      get: {
        summary: 'Refused rows as they were sent, to be mended and sent again',
        description:
          'With the row where each stood, what is wrong and how to mend it behind its cells. Whole numbers, as in the list. Not found where no row was refused.',
        access: read,
        parameters: [listId, language, format],
        responses: { '200': { description: 'The file.', content: isFile } },
      },
    },
  };
}

export const peopleListPaths = listPaths({
  ...{ name: 'people', what: 'people', scope: 'people' },
  template: 'Heads and one row as an example. Every cell is text, so that numbers stay whole.',
  rows: 'People are known by NIP or NI PPPK; an empty cell leaves what it is about, and whoever the list leaves out stays as they are.',
  again: 'New people are invited by mail.',
});

export const historyListPaths = listPaths({
  ...{ name: 'external-learning', what: 'what people have learned elsewhere', scope: 'credit' },
  template: `The seven heads that agencies use, and one row as an example. A list may have these as well: ${moreHistoryHeads.join(', ')}.`,
  rows: 'Rows of people whom the agency does not have are refused, wherever those are. What is recorded already is skipped.',
  again: 'Records are verified by whoever starts it, and their JP are counted by the rules.',
});

const counts: Json = {
  type: 'object',
  required: ['created', 'changed', 'skipped', 'refused'],
  properties: { created: count, changed: count, skipped: count, refused: count },
};

export const listSchemas: Json = {
  ListImport: {
    type: 'object',
    required: ['importId', 'name', 'state', 'rows', 'pass', 'done', 'trial', 'run', 'createdAt'],
    properties: {
      ...{ importId: text, name: text, rows: count, done: count, trial: counts, run: counts },
      state: { enum: ['checking', 'checked', 'running', 'done', 'failed', 'discarded'] },
      pass: { enum: ['trial', 'run', 'supervisors'] },
      ...{ createdAt: dateTime, startedAt: dateTime, finishedAt: dateTime },
    },
  },
  ListImportRow: {
    type: 'object',
    required: ['row', 'name', 'maskedNumber', 'outcome'],
    properties: {
      ...{ row: count, name: text, maskedNumber: text, column: text, problem: text },
      outcome: { enum: ['created', 'changed', 'skipped', 'refused'] },
      ...{ message: texts, mend: texts, awaitsSupervisor: { const: true } },
    },
  },
};
