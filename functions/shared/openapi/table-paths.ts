import {
  answer,
  body,
  count,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

const connectionId = inPath('connectionId', 'Id of a connection of the kind `file`.');
const kind = inPath('kind', '`catalogue`, `results` or `enrolments`.');
const tableId = inPath('tableId', 'Id of the table that waits.');
const mapping: Json = {
  type: 'object',
  description: 'Column of the file, 0 the first, by our name for it.',
  additionalProperties: { type: 'integer', minimum: 0 },
};
const file = { schema: { type: 'string', format: 'binary' } };
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isFile: Json = { 'text/csv': file, [workbookType]: file };
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const at = [connectionId, kind, tableId];

export const tablePaths: Paths = {
  '/api/table-templates/{kind}': {
    get: {
      summary: 'Template of a table',
      description:
        'Heads and one row as an example. Every cell is text: nothing runs, and long numbers stay whole.',
      access: read,
      parameters: [kind, query('format', { enum: ['xlsx', 'csv'], default: 'xlsx' })],
      responses: { '200': { description: 'The file.', content: isFile } },
    },
  },
  '/api/connections/{connectionId}/tables': {
    get: {
      summary: 'Tables of a connection',
      access: read,
      parameters: [connectionId],
      responses: {
        '200': answer('One entry a kind.', {
          type: 'object',
          required: ['tables'],
          properties: { tables: { type: 'array', items: ref('TableSlot') } },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/tables/{kind}': {
    post: {
      summary: 'Upload a table',
      description:
        'The body is the file: a workbook (.xlsx) or CSV in UTF-8, UTF-16 or Windows-1252, at most 4 MB, 20,000 rows and 100 columns. Of a formula its value counts. The file is checked and kept; nothing follows before it is confirmed. Columns are mapped as they were the last time, and else by their heads, Indonesian or English. A table that was waiting is replaced.',
      access: write,
      parameters: [connectionId, kind, query('name', text, 'Name of the file, for people.')],
      requestBody: { required: true, content: isFile },
      responses: {
        '201': answer('What would be taken.', ref('TablePreview')),
        '422': answer('The file cannot be read; nothing was kept.', {
          type: 'object',
          required: ['outcome', 'finding'],
          properties: { outcome: { const: 'refused' }, finding: ref('TableFinding') },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/tables/{kind}/{tableId}': {
    get: {
      summary: 'The table that waits, as it would be taken',
      access: read,
      parameters: at,
      responses: { '200': answer('What would be taken.', ref('TablePreview')) },
    },
    delete: {
      summary: 'Throw a table away',
      access: write,
      parameters: at,
      responses: { '204': answer('Nothing was done with it.') },
    },
  },
  '/api/connections/{connectionId}/tables/{kind}/{tableId}/mapping': {
    post: {
      summary: 'Say what the columns mean',
      description: 'Remembered by the heads for the next file.',
      access: write,
      parameters: at,
      requestBody: body({ type: 'object', required: ['mapping'], properties: { mapping } }),
      responses: { '200': answer('What would be taken now.', ref('TablePreview')) },
    },
  },
  '/api/connections/{connectionId}/tables/{kind}/{tableId}/confirm': {
    post: {
      summary: 'Confirm a table',
      description:
        'Catalogues and enrolments are taken whole: one wrong row refuses them. Of results the good rows are taken. A catalogue is staged like any other, results go to the inbox; both are done behind the answer, and a row that comes again changes nothing.',
      access: write,
      parameters: at,
      requestBody: {
        content: {
          'application/json': {
            schema: {
              ...{ type: 'object', additionalProperties: false },
              properties: {
                isWhole: {
                  ...{ type: 'boolean', default: false },
                  description:
                    'Of enrolments: whoever is not named is in none of the courses that are. Else the table says nothing of them.',
                },
              },
            },
            example: { isWhole: true },
          },
        },
      },
      responses: { '202': answer('It counts from now on.', ref('TableSlot')) },
    },
  },
};

const texts: Json = { type: 'object', additionalProperties: text };
const uploaded: Json = {
  ...{ tableId: text, name: text, rows: count, heads: { type: 'array', items: text }, mapping },
  uploadedAt: dateTime,
};
const required = ['tableId', 'name', 'rows', 'heads', 'mapping', 'uploadedAt'];

export const tableSchemas: Json = {
  TableSlot: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: text,
      pending: { type: 'object', required, properties: uploaded },
      current: { type: 'object', required, properties: { ...uploaded, confirmedAt: dateTime } },
    },
  },
  TablePreview: {
    type: 'object',
    required: ['kind', ...required, 'isUsable', 'columns', 'good', 'bad', 'findings', 'sample'],
    properties: {
      ...{ kind: text, ...uploaded },
      isUsable: { type: 'boolean', description: 'It can be confirmed.' },
      columns: {
        type: 'array',
        items: {
          type: 'object',
          properties: { column: text, head: text, required: { type: 'boolean' } },
        },
      },
      ...{ good: count, bad: count },
      findings: { type: 'array', items: ref('TableFinding'), maxItems: 200 },
      sample: {
        type: 'array',
        items: { type: 'object', properties: { row: count, cells: { type: 'array', items: text } } },
      },
    },
  },
  TableFinding: {
    type: 'object',
    required: ['problem', 'message', 'mend'],
    properties: {
      ...{ problem: text, row: { ...count, description: 'As the spreadsheet numbers it.' }, column: text },
      ...{ message: texts, mend: texts },
    },
  },
};
