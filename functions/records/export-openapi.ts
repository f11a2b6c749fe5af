import { exportFormats } from '@sinau/exports';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const text = (description: string) => ({ type: 'string', description });
const time = (description: string) => ({ type: 'string', format: 'date-time', description });
const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const security = [{ oauth2: ['records/read'] }, { basic: [] }];

const filter = {
  type: 'object',
  additionalProperties: false,
  description: 'All that is given must hold; as the parameters of a pull.',
  properties: {
    unit: text('Unit of your agency, with the units below it, as it is while the export runs.'),
    person: text('Internal id of the person who acted.'),
    course: text('Course of the catalogue.'),
    from: time('Stored at this time or later.'),
    to: time('Stored before this time.'),
  },
};

const file = {
  type: 'object',
  required: ['name', 'rows', 'bytes', 'sha256'],
  properties: {
    name: text('Name of the file.'),
    rows: count('Records in it.'),
    bytes: count('Size.'),
    sha256: text('Of the file as it is fetched, in hexadecimal.'),
    url: text('Where to fetch it, without credentials, for a while; of a single export that is done.'),
    urlExpiresInSeconds: count('How long `url` works.'),
  },
};

const exportSchema = {
  type: 'object',
  required: ['exportId', 'state', 'format', 'filter', 'progress', 'createdAt', 'files'],
  properties: {
    exportId: { type: 'string' },
    state: { enum: ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] },
    format: { enum: exportFormats },
    filter,
    progress: {
      type: 'object',
      required: ['rows', 'read', 'percent'],
      properties: {
        rows: count('Records in the files so far.'),
        read: count('Records looked at so far.'),
        total: count('Records to look at; absent when a period begins later than the records.'),
        percent: count('Of the part of the feed that is to be read.'),
      },
    },
    failure: text('Why it failed and what to do.'),
    createdAt: time('When it was asked for.'),
    startedAt: time('When a worker began.'),
    finishedAt: time('When it ended.'),
    availableUntil: time('The files are deleted then.'),
    files: { type: 'array', items: file },
  },
};

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Export' } } },
});
const refusals = {
  401: problem('Credentials are missing, wrong or expired.'),
  403: problem('The client is none of an agency, or lacks `records/read`.'),
  503: problem('Not available right now; try again after `Retry-After` seconds.'),
};
const absent = problem('Your agency has no such export.');
const byId = [{ name: 'exportId', in: 'path', required: true, schema: { type: 'string' } }];

/** The exports of this door, described (OpenAPI 3.1). */
export const exportsOpenApi = {
  paths: {
    '/records/exports': {
      post: {
        operationId: 'requestExport',
        summary: 'Ask for a file of records',
        description: [
          'The export runs as a job: the answer says that it was accepted, not that it is done. One of your agency runs at',
          'a time, ten may be open. It holds what was recorded when it began, each record once, in one file or, when that',
          'would be too large, in several. Files are kept for seven days.',
        ].join(' '),
        security,
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['format'],
                properties: { format: { enum: exportFormats }, filter },
              },
            },
          },
        },
        responses: {
          202: answer('Accepted; `Location` is where to look.'),
          400: problem('A field is not right, or the period is empty.'),
          409: problem('Ten exports of your agency are open already.'),
          ...refusals,
        },
      },
      get: {
        operationId: 'listExports',
        summary: 'The last exports of your agency, the newest first',
        security,
        responses: {
          200: {
            description: 'At most fifty.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['exports'],
                  properties: {
                    exports: { type: 'array', items: { $ref: '#/components/schemas/Export' } },
                  },
                },
              },
            },
          },
          ...refusals,
        },
      },
    },
    '/records/exports/{exportId}': {
      get: {
        operationId: 'readExport',
        summary: 'State, progress and files of an export',
        security,
        parameters: byId,
        responses: { 200: answer('The export.'), 404: absent, ...refusals },
      },
      delete: {
        operationId: 'cancelExport',
        summary: 'Cancel an export that waits or runs',
        security,
        parameters: byId,
        responses: {
          200: answer('It is cancelled, or was before.'),
          404: absent,
          409: problem('It has ended already.'),
          ...refusals,
        },
      },
    },
  },
  schemas: { Export: exportSchema },
} as const;
