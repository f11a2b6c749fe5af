import {
  answer,
  body,
  dateTime,
  header,
  type Json,
  type Operation,
  type Paths,
  query,
  ref,
  required,
  text,
  uuid,
} from './operation.ts';

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
  const one = required(query(id, text));
  const conditions = [
    header('If-Match', text, 'ETag that must be the stored one.'),
    header('If-None-Match', text, '`*`: only if there is none.'),
  ];
  const any: Json = { required: true, content: { '*/*': { schema: {} } } };
  const none = { '204': answer('Done.') };
  return {
    get: {
      summary: `Read a ${what}, or list the ids`,
      access,
      parameters: [
        version,
        ...owner,
        query(id, text, 'Absent: the ids are listed.'),
        query('since', dateTime),
      ],
      responses: {
        '200': {
          description: 'The document as it was stored, or a list of ids.',
          content: { '*/*': { schema: {} } },
        },
      },
    },
    put: {
      summary: `Write a ${what}`,
      description: 'A profile needs a condition; so does any document in 2.0.',
      access,
      parameters: [version, ...owner, one, ...conditions],
      requestBody: any,
      responses: none,
    },
    post: {
      summary: `Merge JSON into a ${what}, or write another kind of content`,
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
        manyAtOnce ? query(id, text, 'Absent: all of them.') : one,
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

export const xapiPaths: Paths = {
  '/xapi/about': {
    get: {
      summary: 'Which versions are understood',
      access: ['anyone'],
      responses: {
        '200': answer('Versions.', {
          type: 'object',
          required: ['version'],
          properties: { version: { type: 'array', items: text } },
        }),
      },
    },
  },
  '/xapi/statements': {
    post: {
      summary: 'Store statements, all or none',
      description: `${stored} An agency’s client speaks for the agency’s own people. \`stored\` and \`authority\` are set here.`,
      access: writes,
      parameters: [version],
      requestBody: statements,
      responses: {
        '200': answer('Their ids, in order.', { type: 'array', items: uuid }),
        '409': answer('Another statement has one of the ids.', ref('Problem')),
      },
    },
    put: {
      summary: 'Store one statement under an id',
      description: stored,
      access: writes,
      parameters: [version, required(query('statementId', uuid))],
      requestBody: body(ref('Statement')),
      responses: { '204': answer('Stored.'), '409': answer('Another one has the id.', ref('Problem')) },
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
        query('related_activities', flag),
        query('related_agents', flag),
        query('since', dateTime),
        query('until', dateTime),
        query('limit', { type: 'integer', minimum: 0 }),
        query('format', { enum: ['ids', 'exact', 'canonical'], default: 'exact' }),
        query('attachments', flag),
        query('ascending', flag),
        query('cursor', text, 'From `more`, alone; bound to the credentials of the first page.'),
        header('Accept-Language', text, 'For `format=canonical`.'),
      ],
      responses: {
        '200': {
          description: 'A statement, or a page of them.',
          headers: {
            'X-Experience-API-Consistent-Through': {
              description: 'Nothing new will appear at or before this time.',
              schema: dateTime,
            },
          },
          content: {
            'application/json': { schema: { oneOf: [ref('Statement'), ref('StatementResult')] } },
            'multipart/mixed': { schema: { type: 'string', format: 'binary' } },
          },
        },
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
      responses: { '200': answer('Person.', { type: 'object' }) },
    },
  },
  '/xapi/activities': {
    get: {
      summary: 'What is known of an activity',
      access: resources,
      parameters: [version, required(activityId)],
      responses: { '200': answer('Activity.', { type: 'object' }) },
    },
  },
};
