import { answer, count, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const connectionId = inPath('connectionId', 'Id of a connection of the kind `oneroster-csv`.');
const file: Json = {
  enum: ['academicSessions', 'courses', 'classes', 'users', 'enrollments', 'lineItems', 'results'],
};

export const packagePaths: Paths = {
  '/api/connections/{connectionId}/packages': {
    get: {
      summary: 'Packages of a connection',
      description:
        'What counts now, the last ten packages that were taken, and what was wrong with one that came later.',
      access: ['scope:connections/read'],
      parameters: [connectionId],
      responses: {
        '200': answer('Latest first.', {
          type: 'object',
          required: ['files', 'packages'],
          properties: {
            files: {
              type: 'array',
              items: { type: 'object', properties: { file, rows: count, changedAt: dateTime } },
            },
            packages: { type: 'array', items: ref('RosterPackage') },
            refused: {
              type: 'object',
              properties: {
                ...{ name: text, at: dateTime, total: count },
                findings: { type: 'array', items: ref('PackageFinding'), maxItems: 100 },
              },
            },
          },
        }),
      },
    },
    post: {
      summary: 'Send a package of OneRoster',
      description:
        'The body is the package: a ZIP with `manifest.csv` and CSV files in UTF-8, as OneRoster 1.1 or 1.2 describes them; at most 4 MB, 64 MB inflated and 100,000 lines. It is taken as a whole or not at all. `bulk` files take the place of what was sent before, `delta` files change the lines in them, and `absent` ones leave what is there. The catalogue is staged like any other, scores go to the inbox, and rosters are compared with ours; all is done behind the answer. The same package again brings nothing new.',
      access: ['scope:connections/write'],
      parameters: [connectionId, query('name', text, 'Name of the file, for people.')],
      requestBody: {
        required: true,
        content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        '202': answer('It counts from now on.', ref('RosterPackage')),
        '422': answer('It cannot be taken; nothing has changed.', {
          type: 'object',
          required: ['outcome', 'findings', 'total'],
          properties: {
            outcome: { const: 'refused' },
            total: count,
            findings: { type: 'array', items: ref('PackageFinding'), maxItems: 200 },
          },
        }),
      },
    },
  },
};

const texts: Json = { type: 'object', additionalProperties: text };

export const packageSchemas: Json = {
  RosterPackage: {
    type: 'object',
    required: ['packageId', 'name', 'version', 'at', 'files'],
    properties: {
      ...{ packageId: text, name: text, version: { enum: ['1.1', '1.2'] }, systemName: text, at: dateTime },
      files: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            ...{ file, mode: { enum: ['bulk', 'delta'] }, rows: count },
            changed: { type: 'boolean', description: 'Something of it is other than before.' },
          },
        },
      },
      people: {
        type: 'object',
        description:
          'In `users.csv`, and those of them who are called by a pseudonym of Sinau; nobody else is kept.',
        properties: { all: count, known: count },
      },
    },
  },
  PackageFinding: {
    type: 'object',
    required: ['problem', 'message', 'mend'],
    properties: {
      ...{
        problem: text,
        file: text,
        line: { ...count, description: 'The heads are line 1.' },
        column: text,
      },
      ...{ message: texts, mend: texts },
    },
  },
};
