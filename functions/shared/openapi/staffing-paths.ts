import { answer, body, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const unitId = inPath('unitId', 'Id of a unit.');
const listId = inPath('listId', 'Id of an import.');
const count: Json = { type: 'integer', minimum: 0 };
const day: Json = { type: 'string', format: 'date' };
const texts: Json = { type: 'object', additionalProperties: text };
const file = { schema: { type: 'string', format: 'binary' } };
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isFile: Json = { 'text/csv': file, [workbookType]: file };
const read = ['scope:people/read'] as const;
const write = ['scope:people/write'] as const;

export const staffingPaths: Paths = {
  '/api/units': {
    get: {
      summary: 'Units of the agency',
      description: 'The tree of a day, parents before children; counts are those of now.',
      access: read,
      parameters: [query('day', day, 'Today where left out.')],
      responses: { '200': answer('The tree.', ref('UnitTree')) },
    },
    post: {
      summary: 'Add a unit',
      access: write,
      requestBody: body({
        type: 'object',
        required: ['name'],
        properties: { name: text, parentId: text, from: day },
      }),
      responses: { '201': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}': {
    patch: {
      summary: 'Rename or move a unit',
      description:
        'With everything below it. `parentId` null moves it to the top. `from`: today or earlier, after its last change; how it was before stays known by day. A circle is refused.',
      access: write,
      parameters: [unitId],
      requestBody: body({
        type: 'object',
        properties: { name: text, parentId: { anyOf: [text, { type: 'null' }] }, from: day },
      }),
      responses: { '200': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}/end': {
    post: {
      summary: 'End a unit, or open it again',
      description: 'With people in it or units below it is refused (409). `lastDay` null opens it again.',
      access: write,
      parameters: [unitId],
      requestBody: body({
        type: 'object',
        required: ['lastDay'],
        properties: { lastDay: { anyOf: [day, { type: 'null' }] } },
      }),
      responses: { '200': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}/people': {
    get: {
      summary: 'People of a unit and of all below it',
      description:
        'Unit by unit, each by name, 50 a page. Numbers are masked; disabled accounts are left out.',
      access: read,
      parameters: [unitId, query('after', text, 'Of `next`.')],
      responses: {
        '200': answer('One page.', {
          type: 'object',
          required: ['people'],
          properties: {
            people: {
              type: 'array',
              items: {
                type: 'object',
                required: ['personId', 'name', 'status'],
                properties: {
                  ...{ personId: text, name: text, status: { enum: ['invited', 'active'] }, unitId: text },
                  ...{ supervisorId: text, maskedEmployeeNumber: text },
                },
              },
            },
            next: { ...text, description: 'Address of the next page; absent on the last.' },
          },
        }),
      },
    },
  },
  '/api/people-import-template': {
    get: {
      summary: 'Template of a list of people',
      description: 'Heads and one row as an example. Every cell is text, so that numbers stay whole.',
      access: read,
      parameters: [query('format', { enum: ['xlsx', 'csv'], default: 'xlsx' })],
      responses: { '200': { description: 'The file.', content: isFile } },
    },
  },
  '/api/people-imports': {
    get: {
      summary: 'Imports of people',
      access: read,
      responses: {
        '200': answer('The last twenty, newest first.', {
          type: 'object',
          required: ['imports'],
          properties: { imports: { type: 'array', items: ref('PeopleImport') } },
        }),
      },
    },
    post: {
      summary: 'Upload a list of people',
      description:
        'The body is the file: a workbook (.xlsx) or CSV, at most 4 MB and 20,000 rows. Every row is tried behind the answer; nothing changes before the run is started. People are known by NIP or NI PPPK; an empty cell leaves what it is about, and whoever the list leaves out stays as they are.',
      access: write,
      parameters: [query('name', text, 'Name of the file, for people.')],
      requestBody: { required: true, content: isFile },
      responses: {
        '202': answer('It is being tried.', ref('PeopleImport')),
        '422': answer('The file cannot be read, or a column is missing; nothing was kept.', {
          type: 'object',
          required: ['outcome', 'findings'],
          properties: {
            outcome: { const: 'refused' },
            findings: { type: 'array', items: { type: 'object' } },
          },
        }),
      },
    },
  },
  '/api/people-imports/{listId}': {
    get: {
      summary: 'One import, with the rows that were refused',
      access: read,
      parameters: [listId],
      responses: {
        '200': answer('Its progress.', {
          allOf: [
            ref('PeopleImport'),
            {
              type: 'object',
              required: ['refused', 'isCut'],
              properties: {
                refused: { type: 'array', items: ref('PeopleImportRow'), maxItems: 1_000 },
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
  '/api/people-imports/{listId}/start': {
    post: {
      summary: 'Take the list',
      description: 'Row by row, again after any break; the same list once more skips every row.',
      access: write,
      parameters: [listId],
      responses: { '202': answer('It is under way.', ref('PeopleImport')) },
    },
  },
  '/api/people-imports/{listId}/results': {
    get: {
      summary: 'Every row as a CSV',
      description:
        'Of the run, or of the trial before there is one. Safe against formulas; numbers are masked.',
      access: read,
      parameters: [listId, query('language', { enum: ['id', 'en'], default: 'id' })],
      responses: { '200': { description: 'The file.', content: { 'text/csv': file } } },
    },
  },
};

const unit = { unitId: text, name: text, parentId: text, validFrom: day, validTo: day };
const unitRequired = ['unitId', 'name', 'validFrom'];
const counts: Json = {
  type: 'object',
  required: ['created', 'changed', 'skipped', 'refused'],
  properties: { created: count, changed: count, skipped: count, refused: count },
};

export const staffingSchemas: Json = {
  Unit: {
    type: 'object',
    required: [...unitRequired, 'past'],
    properties: {
      ...unit,
      past: {
        type: 'array',
        description: 'How it was called and where it stood, each until its day.',
        items: {
          type: 'object',
          required: ['until', 'name'],
          properties: { until: day, name: text, parentId: text },
        },
      },
    },
  },
  UnitTree: {
    type: 'object',
    required: ['day', 'units', 'withoutUnit', 'ended'],
    properties: {
      day,
      units: {
        type: 'array',
        items: {
          type: 'object',
          required: [...unitRequired, 'people', 'branchPeople'],
          properties: { ...unit, people: count, branchPeople: count },
        },
      },
      withoutUnit: count,
      ended: { type: 'array', items: ref('Unit') },
    },
  },
  PeopleImport: {
    type: 'object',
    required: ['importId', 'name', 'state', 'rows', 'pass', 'done', 'trial', 'run', 'createdAt'],
    properties: {
      ...{ importId: text, name: text, rows: count, done: count, trial: counts, run: counts },
      state: { enum: ['checking', 'checked', 'running', 'done', 'failed', 'discarded'] },
      pass: { enum: ['trial', 'run', 'supervisors'] },
      ...{ createdAt: dateTime, startedAt: dateTime, finishedAt: dateTime },
    },
  },
  PeopleImportRow: {
    type: 'object',
    required: ['row', 'name', 'maskedNumber', 'outcome'],
    properties: {
      ...{ row: count, name: text, maskedNumber: text, column: text, problem: text },
      outcome: { enum: ['created', 'changed', 'skipped', 'refused'] },
      ...{ message: texts, mend: texts, awaitsSupervisor: { const: true } },
    },
  },
};
