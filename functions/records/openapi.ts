import { csvColumns } from '@sinau/records';
import { exportsOpenApi } from './export-openapi.ts';
import { defaultLimit, maxLimit } from './pull-query.ts';
import { tokenPath } from './token-route.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const text = (description: string) => ({ type: 'string', description });
const time = { type: 'string', format: 'date-time' };
const uuid = { type: 'string', format: 'uuid' };

const counted = (description: string) => ({
  type: 'integer',
  minimum: 0,
  description: `${description} Absent while it is not known, for feeds from before lines were counted.`,
});

const filter = (name: string, description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

const pull = {
  operationId: 'pullRecords',
  summary: 'The next learning records of your agency',
  description: [
    'Gives every statement about people of your agency, and every void, exactly once. Call without `cursor` the first',
    'time; keep the `X-Sinau-Cursor` of each answer together with its lines, and send it with the next call. While there',
    'is a `Link` with `rel="next"`, more can be fetched at once; without one, come back later with the last cursor. A',
    'cursor never ends: an old one gives the same records again from there.',
    'Records come in the order they were recorded, apart from those that were recorded within seconds of each other;',
    'so a void may come before its statement. Keep it, and treat the statement as voided when it comes.',
    'Filters leave lines out and bind the cursor: send the same ones with it. A filtered page goes through a bounded',
    'part of the feed, so it may be short or empty while `Link` says that there is more: go on. A void comes where its',
    'statement comes; erasures come in every pull. The numbers in the headers count all lines of the feed, whatever the',
    'filters.',
  ].join(' '),
  security: [{ oauth2: ['records/read'] }, { basic: [] }],
  parameters: [
    {
      name: 'cursor',
      in: 'query',
      schema: text('`X-Sinau-Cursor` of an earlier answer to the same client.'),
    },
    {
      name: 'limit',
      in: 'query',
      description: 'Most lines; fewer come when the page would exceed its size in bytes.',
      schema: { type: 'integer', minimum: 1, maximum: maxLimit, default: defaultLimit },
    },
    filter(
      'unit',
      'Unit of your agency: people who are in it, or in a unit below it, at the time of the call.',
    ),
    filter('person', 'Internal id of the person who acted, as in `actor.account.name`.'),
    {
      ...filter(
        'employeeNumber',
        'NIP or NI PPPK of somebody who is in your agency now, in place of `person`.',
      ),
      schema: { type: 'string', examples: ['199005172015031999'] },
    },
    filter(
      'course',
      'Course of the catalogue: statements that name it, or whose registration runs through it.',
    ),
    { ...filter('from', 'Stored at this time or later.'), schema: time },
    { ...filter('to', 'Stored before this time.'), schema: time },
    {
      name: 'Accept',
      in: 'header',
      description: 'With `text/csv` the lines are flattened. Whoever takes both gets NDJSON.',
      schema: { enum: ['application/x-ndjson', 'text/csv'], default: 'application/x-ndjson' },
    },
    {
      name: 'Accept-Encoding',
      in: 'header',
      description: 'With `gzip` the page is compressed.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: {
      description: 'One JSON object or one CSV record a line; none when there is nothing new.',
      headers: {
        'X-Sinau-Cursor': { required: true, schema: text('Where to go on.') },
        'X-Sinau-Total': { schema: counted('Lines in the feed of your agency by now.') },
        'X-Sinau-Position': { schema: counted('Lines of the feed that lie before the cursor.') },
        'X-Sinau-Remaining': { schema: counted('Lines that lie behind it.') },
        Link: { schema: text('`<…>; rel="next"` while there is more now; it repeats the filters.') },
      },
      content: {
        'application/x-ndjson': { schema: { $ref: '#/components/schemas/RecordLine' } },
        'text/csv': {
          schema: text(
            `RFC 4180 in UTF-8 with CRLF and a header; columns: ${csvColumns.join(', ')}. New columns go to the end. Text that a spreadsheet would run begins with an apostrophe: take one off.`,
          ),
        },
      },
    },
    400: problem(
      'The cursor is damaged, foreign, was given to another client or with other filters, or a parameter is wrong.',
    ),
    401: problem('Credentials are missing, wrong or expired.'),
    403: problem('The client is none of an agency, or lacks `records/read`.'),
    406: problem('Neither NDJSON nor CSV is accepted.'),
    429: problem('Too many requests; try again after `Retry-After` seconds.'),
    503: problem('Not available right now; try again after `Retry-After` seconds.'),
  },
};

const formField = { type: 'string' };

const token = {
  operationId: 'issueAccessToken',
  summary: 'An access token for an API client (RFC 6749, section 4.4)',
  description: 'Send the credentials as Basic header, or as `client_id` and `client_secret` in the body.',
  security: [{ basic: [] }, {}],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type'],
          properties: {
            grant_type: { const: 'client_credentials' },
            client_id: formField,
            client_secret: formField,
            scope: text('Some of the scopes of the client, separated by spaces. Absent: all of them.'),
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The token.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['access_token', 'token_type', 'expires_in', 'scope'],
            properties: {
              access_token: { type: 'string' },
              token_type: { const: 'Bearer' },
              expires_in: { type: 'integer', description: 'Seconds.' },
              scope: { type: 'string' },
            },
          },
        },
      },
    },
    '4XX': {
      description: 'Refused (RFC 6749, section 5.2).',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['error'],
            properties: {
              error: {
                enum: [
                  'invalid_request',
                  'invalid_client',
                  'invalid_scope',
                  'unsupported_grant_type',
                  'temporarily_unavailable',
                ],
              },
              error_description: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

const statementLine = {
  type: 'object',
  required: ['kind', 'id', 'position', 'stored', 'statement'],
  properties: {
    kind: { const: 'statement' },
    id: uuid,
    position: text('Place in the record store; sorts by time, unique.'),
    stored: time,
    statement: { type: 'object', description: 'The xAPI statement as the record store keeps it.' },
  },
};

const voidLine = {
  type: 'object',
  required: ['kind', 'id', 'voidedBy', 'stored'],
  properties: {
    kind: { const: 'void' },
    id: { ...uuid, description: 'The statement that does not count any more.' },
    voidedBy: { ...uuid, description: 'The voiding statement.' },
    stored: time,
  },
};

const eraseLine = {
  type: 'object',
  required: ['kind', 'id', 'position', 'stored', 'mode'],
  properties: {
    kind: { const: 'erase' },
    id: { ...uuid, description: 'Delete your copy of this statement.' },
    position: text('Place of the statement in the record store.'),
    stored: time,
    mode: {
      enum: ['erased', 'pseudonymised'],
      description: 'pseudonymised: it can be read again by its id, as a statement of nobody known.',
    },
  },
};

/** This door's part of the API description (OpenAPI 3.1). */
export const recordsOpenApi = {
  paths: { '/records': { get: pull }, ...exportsOpenApi.paths, [tokenPath]: { post: token } },
  components: {
    securitySchemes: {
      basic: { type: 'http', scheme: 'basic' },
      oauth2: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: tokenPath,
            scopes: { 'records/read': 'Pull the records of the agency' },
          },
        },
      },
    },
    schemas: {
      ...exportsOpenApi.schemas,
      RecordLine: { oneOf: [statementLine, voidLine, eraseLine], discriminator: { propertyName: 'kind' } },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string' },
          requestId: { type: 'string' },
          issues: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'message'],
              properties: { path: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const;
