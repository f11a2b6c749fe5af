import {
  answer,
  dateTime,
  header,
  type Json,
  json,
  type Operation,
  type Paths,
  query,
  ref,
  required,
  text,
  uuid,
} from './operation.ts';
import { consistentThrough, entityTag, lastModified, refusalsOf, versioned } from './xapi-answers.ts';

const version = required(
  header(
    'X-Experience-API-Version',
    { type: 'string', pattern: String.raw`^[12]\.0(\.\d+)?$` },
    'Of the request: 1.0.x or 2.0.x.',
  ),
);
const agent = query('agent', text, 'An Agent or Identified Group as JSON.');
const activityId = query('activityId', { type: 'string', format: 'iri' });
const registration = query('registration', uuid);
const flag = { type: 'boolean', default: false };
const writes = ['scope:statements/write', 'au'] as const;
const reads = ['scope:statements/read', 'scope:statements/read/mine', 'au'] as const;

const stored = 'Kept; the same statements again are answered alike, other ones under a known id with 409.';
const statements: Json = {
  required: true,
  content: {
    'application/json': { schema: { oneOf: [ref('Statement'), { type: 'array', items: ref('Statement') }] } },
    'multipart/mixed': { schema: { type: 'string', format: 'binary' } },
  },
};

interface Documents {
  readonly what: string;
  readonly scope: 'scope:state' | 'scope:profile';
  readonly owner: readonly Json[];
  readonly id: string;
  /** DELETE without an id takes them all; only states may. */
  readonly manyAtOnce: boolean;
}

/** The four operations of a document resource: one set of rules, three addresses. */
function documents({ what, scope, owner, id, manyAtOnce }: Documents): Readonly<Record<string, Operation>> {
  const access = [scope, 'au'] as const;
  const named = { type: 'string', minLength: 1, maxLength: 1000 } as const;
  const one = required(query(id, named));
  const conditions = [
    header('If-Match', text, 'ETags one of which must be the stored one, or `*`.'),
    header('If-None-Match', text, '`*`: only if there is none.'),
  ];
  const any: Json = { required: true, content: { '*/*': { schema: {} } } };
  const failing = refusalsOf(400, 401, 403, 404, 413);
  const none = { '204': answer('Done.'), ...refusalsOf(400, 401, 403, 409, 412, 413) };
  return {
    get: {
      summary: `Read a ${what}, or list the ids`,
      access,
      parameters: [
        version,
        ...owner,
        query(id, named, 'Absent: the ids are listed, 2,000 at most; with more of them the answer is 413.'),
        query('since', dateTime, 'With a list: ids of documents that were stored later.'),
      ],
      responses: {
        '200': {
          description: 'The document as it was stored, or a list of ids.',
          headers: { ...entityTag, ...lastModified },
          content: { '*/*': { schema: {} } },
        },
        ...failing,
      },
    },
    put: {
      summary: `Write a ${what}`,
      description:
        'A profile that exists is replaced under a condition alone, in 2.0 a state document as well; 1.0.3 lets cmi5 content replace state without one.',
      access,
      parameters: [version, ...owner, one, ...conditions],
      requestBody: any,
      responses: none,
    },
    post: {
      summary: `Merge JSON into a ${what}, or write another kind of content`,
      description: 'Two JSON objects are merged on their top level. Merges that run at once lose nothing.',
      access,
      parameters: [version, ...owner, one, ...conditions],
      requestBody: any,
      responses: none,
    },
    delete: {
      summary: `Delete a ${what}`,
      access,
      parameters: [
        version,
        ...owner,
        manyAtOnce ? query(id, named, 'Absent: all of them.') : one,
        ...conditions,
      ],
      responses: none,
    },
  };
}

const resources = [
  'scope:statements/read',
  'scope:statements/read/mine',
  'scope:profile',
  'scope:state',
  'au',
] as const;

const paths: Paths = {
  '/xapi/about': {
    get: {
      summary: 'Which versions are understood',
      description: 'The only resource that needs no version header.',
      access: ['anyone'],
      responses: {
        '200': answer('Versions.', {
          type: 'object',
          required: ['version'],
          properties: {
            version: { type: 'array', items: text },
            extensions: { type: 'object', description: 'Under `…/xapi/openapi`: where this description is.' },
          },
        }),
        ...refusalsOf(400),
      },
    },
  },
  '/xapi/statements': {
    post: {
      summary: 'Store statements, all or none',
      description: `${stored} An agency’s client speaks for the agency’s own people. \`stored\` and \`authority\` are set here.`,
      access: writes,
      parameters: [
        version,
        header('Idempotency-Key', text, 'Ids of statements that came without follow from it and the client.'),
      ],
      requestBody: statements,
      responses: {
        '200': {
          ...answer('Their ids, in order.', { type: 'array', items: uuid }),
          headers: consistentThrough,
        },
        ...refusalsOf(400, 401, 403, 409, 413),
      },
    },
    put: {
      summary: 'Store one statement under an id',
      description: stored,
      access: writes,
      parameters: [version, required(query('statementId', uuid))],
      requestBody: {
        required: true,
        content: {
          ...json(ref('Statement')),
          'multipart/mixed': { schema: { type: 'string', format: 'binary' } },
        },
      },
      responses: {
        '204': { ...answer('Stored, or there already and the same.'), headers: consistentThrough },
        ...refusalsOf(400, 401, 403, 409, 413),
      },
    },
    get: {
      summary: 'Read one statement, or query',
      description:
        'A client of an agency sees statements about people who belonged to it when they were stored, a client of the platform sees all; with `statements/read/mine` a client sees its own. An assignable unit sees its own registration.',
      access: reads,
      parameters: [
        version,
        query('statementId', uuid),
        query('voidedStatementId', uuid),
        agent,
        query('verb', text),
        query('activity', text),
        registration,
        query('related_activities', flag, '`activity` anywhere in the statement, context included.'),
        query('related_agents', flag, '`agent` anywhere in the statement, authority and context included.'),
        query('since', dateTime, '`stored` later than this.'),
        query('until', dateTime, '`stored` at or before this.'),
        query(
          'limit',
          { type: 'integer', minimum: 0 },
          '0 or more than 100: 100. A page may be shorter and have `more`.',
        ),
        query('format', { enum: ['ids', 'exact', 'canonical'], default: 'exact' }),
        query('attachments', flag, '`true`: multipart/mixed, each attachment once.'),
        query('ascending', flag, 'Oldest `stored` first; such pages end where the record is complete.'),
        query('cursor', text, 'From `more`, alone; bound to the credentials of the first page.'),
        header('Accept-Language', text, 'For `format=canonical`.'),
      ],
      responses: {
        '200': {
          description: 'A statement, or a page of them.',
          headers: { ...consistentThrough, ...lastModified },
          content: {
            'application/json': { schema: { oneOf: [ref('Statement'), ref('StatementResult')] } },
            'multipart/mixed': { schema: { type: 'string', format: 'binary' } },
          },
        },
        ...refusalsOf(400, 401, 403, 404),
      },
    },
  },
  '/xapi/activities/state': documents({
    what: 'state document',
    scope: 'scope:state',
    owner: [required(activityId), required(agent), registration],
    id: 'stateId',
    manyAtOnce: true,
  }),
  '/xapi/agents/profile': documents({
    what: 'profile document of an agent',
    scope: 'scope:profile',
    owner: [required(agent)],
    id: 'profileId',
    manyAtOnce: false,
  }),
  '/xapi/activities/profile': documents({
    what: 'profile document of an activity',
    scope: 'scope:profile',
    owner: [required(activityId)],
    id: 'profileId',
    manyAtOnce: false,
  }),
  '/xapi/agents': {
    get: {
      summary: 'An agent as a Person object',
      access: resources,
      parameters: [version, required(agent)],
      responses: { '200': answer('Person.', { type: 'object' }), ...refusalsOf(400, 401, 403) },
    },
  },
  '/xapi/activities': {
    get: {
      summary: 'What is known of an activity',
      access: resources,
      parameters: [version, required(activityId)],
      responses: { '200': answer('Activity.', { type: 'object' }), ...refusalsOf(400, 401, 403) },
    },
  },
};

/** Every resource; requests to all of them but About say their version, and so do all answers. */
export const xapiPaths: Paths = Object.fromEntries(
  Object.entries(paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [method, versioned(operation)]),
    ),
  ]),
);
