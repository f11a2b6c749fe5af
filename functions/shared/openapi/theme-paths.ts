import { answer, count, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const read = ['scope:feedback/read'] as const;
const write = ['scope:feedback/write'] as const;
const day: Json = { type: 'string', format: 'date' };
const listId = inPath('listId', 'Id of a list.');
const format = query('format', { enum: ['xlsx', 'csv'], default: 'xlsx' });
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = { schema: { type: 'string', format: 'binary' } };
const isFile: Json = { 'text/csv': file, [workbookType]: file };
const one = '/api/complaint-lists/{listId}';

export const themePaths: Paths = {
  '/api/complaint-list-template': {
    get: {
      summary: 'Template of a list of complaint themes',
      description: 'Heads and two rows as examples.',
      access: read,
      parameters: [format],
      responses: { '200': { description: 'The file.', content: isFile } },
    },
  },
  '/api/complaint-themes': {
    get: {
      summary: 'Complaints about the agency’s services, by theme and period',
      description:
        'Sums over all channels, of periods that begin in the year. They are counts and never say who complained.',
      access: read,
      parameters: [{ ...query('year', { type: 'integer', minimum: 2010 }), required: true }],
      responses: {
        '200': answer('By service, then by period, the most frequent first.', {
          type: 'object',
          required: ['year', 'themes'],
          properties: { year: count, themes: { type: 'array', items: ref('ComplaintTheme') } },
        }),
      },
    },
  },
  '/api/complaint-lists': {
    get: {
      summary: 'Lists of complaint themes',
      access: read,
      responses: {
        '200': answer('The last twenty, newest first.', {
          type: 'object',
          required: ['lists'],
          properties: { lists: { type: 'array', items: ref('ComplaintList') } },
        }),
      },
    },
    post: {
      summary: 'Upload a list of complaint themes',
      description:
        'The body is the file: a workbook (.xlsx) or CSV, at most 1 MB and 500 rows. Every row is tried and told at once; no number changes before the list is taken. A file with columns about who people are (name, NIK, NIP, telephone, e-mail, address) is refused as a whole, and a row with such a number or address in any cell by itself; nothing of either is kept.',
      access: write,
      parameters: [query('name', { type: 'string', maxLength: 200 }, 'Name of the file, for people.')],
      requestBody: { required: true, content: isFile },
      responses: {
        '201': answer('What would come of each row, and what stands in its place.', ref('ComplaintList')),
        '422': answer('The file cannot be read, lacks a column, or has one about who people are.', {
          type: 'object',
          required: ['outcome', 'message'],
          properties: {
            outcome: { const: 'refused' },
            message: { type: 'object', additionalProperties: text },
          },
        }),
      },
    },
  },
  [one]: {
    get: {
      summary: 'One list with its rows',
      access: read,
      parameters: [listId],
      responses: { '200': answer('Without rows once they are gone by their age.', ref('ComplaintList')) },
    },
  },
  [`${one}/take`]: {
    post: {
      summary: 'Take a list as it was told',
      description:
        'A row in whose place something else stands since then is refused. Safe to repeat. 409 `feedback.list-busy`: another list of the agency is being taken or undone.',
      access: write,
      parameters: [listId],
      responses: { '200': answer('What came of it.', ref('ComplaintList')) },
    },
  },
  [`${one}/undo`]: {
    post: {
      summary: 'Undo a list',
      description:
        'Its rows go, and what stood before them comes back. Safe to repeat. 409 `feedback.list-replaced`: a later list has replaced some of them and is undone first.',
      access: write,
      parameters: [listId],
      responses: { '200': answer('It is undone.', ref('ComplaintList')) },
    },
  },
  [`${one}/refused-rows`]: {
    get: {
      summary: 'Refused rows, to be mended and sent again',
      description:
        'In the columns of the template, with the line and the reason behind them; numbers and addresses of persons are blotted out. Not found where no row was refused.',
      access: read,
      parameters: [listId, format, query('language', { enum: ['id', 'en'], default: 'id' })],
      responses: { '200': { description: 'The file.', content: isFile } },
    },
  },
};

const channel: Json = { enum: ['lapor', 'counter', 'letter', 'phone', 'social', 'online', 'other'] };

const counted: Json = {
  type: 'object',
  required: ['period', 'theme', 'channel', 'count', 'handled'],
  properties: {
    period: { type: 'string', description: '`2026-10`, `2026-Q3`, `2026-S1` or `2026`.' },
    ...{ theme: text, channel, count, handled: count, medianDays: { type: 'number' } },
  },
};

export const themeSchemas: Json = {
  ComplaintTheme: {
    type: 'object',
    required: ['service', 'serviceId', 'period', 'from', 'to', 'theme', 'count', 'handled'],
    properties: {
      ...{ service: text, serviceId: text, period: text, from: day, to: day, theme: text },
      ...{ count, handled: count },
    },
  },
  ComplaintList: {
    type: 'object',
    required: ['listId', 'name', 'state', 'counts', 'ignored', 'by', 'createdAt'],
    properties: {
      ...{ listId: text, name: text, by: text },
      state: { enum: ['tried', 'taking', 'taken', 'undoing', 'undone'] },
      counts: {
        type: 'object',
        required: ['created', 'changed', 'skipped', 'refused'],
        properties: { created: count, changed: count, skipped: count, refused: count },
      },
      ignored: { type: 'array', items: text, description: 'Heads of columns that are not kept.' },
      ...{ createdAt: dateTime, takenAt: dateTime, undoneAt: dateTime },
      listed: { type: 'array', maxItems: 500, items: ref('ComplaintListRow') },
    },
  },
  ComplaintListRow: {
    type: 'object',
    required: ['row', 'outcome'],
    properties: {
      ...{ row: count, outcome: { enum: ['created', 'changed', 'skipped', 'refused'] }, service: text },
      ...{ says: counted, before: counted, problem: text, column: text },
      message: { type: 'object', additionalProperties: text },
    },
  },
};
