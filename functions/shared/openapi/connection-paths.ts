import {
  answer,
  body,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
  uuid,
} from './operation.ts';

const id = inPath('connectionId', 'A connection of the own provider; others are answered as absent.');
const letter = inPath('letterId', 'As it was listed.');
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;

const hour: Json = { type: 'integer', minimum: 0, maximum: 23, description: 'Of Jakarta (UTC+7).' };
const settings: Json = {
  name: { type: 'string', minLength: 2, maxLength: 100 },
  baseUrl: {
    ...text,
    description:
      'Of kinds with services: https, and of the public internet. Of `schema-org` a page or a sitemap.',
  },
  contactEmail: { type: 'string', format: 'email' },
  acceptance: { enum: ['person', 'all'] },
  schedule: {
    type: 'object',
    additionalProperties: false,
    description:
      'What is absent does not run by itself; but tables, packages, webhooks and xAPI are compared at 3 until somebody sets `reconciliation` without an hour.',
    properties: {
      syncHour: hour,
      pollMinutes: { type: 'integer', minimum: 5, maximum: 1440 },
      reconcileHour: hour,
    },
  },
  reconciliation: {
    type: 'object',
    description: 'What is set about comparisons, of kinds that know learners.',
    properties: {
      agedAfterDays: {
        ...{ type: 'integer', minimum: 1, maximum: 90, default: 3 },
        description: 'Contact, authors and operators are told of mismatches that have waited so long.',
      },
      silentAfterDays: {
        ...{ type: 'integer', minimum: 0, maximum: 365, default: 30 },
        description:
          'Of kinds that are not asked: learners of whom nothing came for so long are told of. 0: never.',
      },
    },
  },
  moodle: {
    type: 'object',
    description:
      'How accounts of learners begin at a Moodle. `sharedCategories`: ids of the categories, with what lies in them, whose courses are offered; absent: every course that the account may enter.',
    properties: {
      ...{ createsLearners: { type: 'boolean' }, auth: text, learnerRoleId: { type: 'integer' } },
      sharedCategories: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'integer', minimum: 1 } },
    },
  },
  start: {
    type: 'object',
    additionalProperties: false,
    description:
      'Where courses start that are accepted from now on: in a tool of the provider (LTI 1.3) that is in use. `parameter`: custom parameter that holds the id of the course there; absent: the tool is asked for the address of the course. Absent as a whole: on the page of the course.',
    required: ['clientId', 'deploymentId'],
    properties: { clientId: text, deploymentId: text, parameter: text },
  },
  completion: {
    ...ref('CompletionRule'),
    description:
      'What counts as done of courses that are accepted from now on. Absent: what the kind can say (Moodle and Open edX: `completed`; of OneRoster, and of a Moodle course that follows no completion, a pass of 70 per cent). Tables and pages of schema.org have no such default: their courses are accepted (409 `connectors.completion-unchosen` until then) once it is chosen. OneRoster never says `completed`.',
  },
  xapi: {
    type: 'object',
    additionalProperties: false,
    description: 'Of the kind `xapi`: what the statements of its LMS are about.',
    properties: {
      beside: { ...uuid, description: 'A connection to the same LMS, whose courses and learners count.' },
      courses: {
        type: 'array',
        maxItems: 200,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['externalCourseId', 'courseId'],
          properties: { externalCourseId: { type: 'string', minLength: 1, maxLength: 255 }, courseId: uuid },
        },
      },
    },
  },
  oneRoster: {
    type: 'object',
    description: 'How we sign in to a server of OneRoster 1.2: OAuth 2.0 client credentials.',
    required: ['tokenUrl', 'clientId'],
    properties: { tokenUrl: text, clientId: text },
  },
  openedx: {
    type: 'object',
    description: 'Of the kind `openedx`, and needed there: how Sinau signs in and finds learners.',
    required: ['clientId', 'learnersBy', 'mode'],
    properties: {
      clientId: { ...text, description: 'Of an application with the grant client credentials.' },
      learnersBy: { enum: ['pseudonym', 'email'] },
      mode: { ...text, description: 'Of enrolments and prices, such as `audit` or `verified`.' },
      catalogueUrl: { ...text, description: 'Of the catalogue service (discovery), where there is one.' },
    },
  },
  secret: { ...text, description: 'The token or client secret that the provider gave; never answered.' },
};
const needed = ['name', 'contactEmail', 'acceptance', 'schedule'];
const moodle = {
  ...{ name: 'Moodle kampus', baseUrl: 'https://moodle.kampus.example', secret: 'd3adb33f' },
  ...{
    contactEmail: 'admin@kampus.example',
    acceptance: 'person',
    schedule: { syncHour: 1, pollMinutes: 30 },
  },
};
const connection = ref('Connection');

export const connectionPaths: Paths = {
  '/api/connections': {
    get: {
      summary: 'Connections of the provider, with their health',
      description: 'Machines of the platform see those of all providers.',
      access: read,
      responses: {
        '200': answer('Oldest first.', {
          type: 'object',
          required: ['connections'],
          properties: { connections: { type: 'array', items: connection } },
        }),
      },
    },
    post: {
      summary: 'Connect a system of the provider',
      description:
        'Secrets are kept sealed and never answered. Of the kinds `webhook` and `xapi` the answer has a `secret` that is made here, once. Machines of the platform name the provider.',
      access: write,
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind', ...needed],
          properties: {
            kind: {
              enum: [
                'moodle',
                'oneroster',
                'oneroster-csv',
                'openedx',
                'schema-org',
                'file',
                'webhook',
                'xapi',
              ],
            },
            providerId: { ...text, description: 'Of machines of the platform alone.' },
            ...settings,
          },
        },
        { kind: 'moodle', ...moodle },
      ),
      responses: { '201': answer('As made.', connection) },
    },
  },
  '/api/connections/{connectionId}': {
    get: {
      summary: 'One connection, with its health',
      access: read,
      parameters: [id],
      responses: { '200': answer('As it is now.', connection) },
    },
    put: {
      summary: 'Change a connection',
      description: 'Without `secret` the one there is stays, unless the address leads to another host.',
      access: write,
      parameters: [id],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['rev', ...needed],
          properties: { rev: { type: 'integer', minimum: 1 }, ...settings },
        },
        { rev: 1, ...moodle },
      ),
      responses: { '200': answer('As changed.', connection) },
    },
    delete: {
      summary: 'Remove a connection, with its secret',
      description:
        'While somebody is learning in its courses: 409, or with `windUp=true` it goes with the last of them, and courses of its catalogue are closed to newcomers meanwhile.',
      access: write,
      parameters: [id, query('windUp', { type: 'boolean' })],
      responses: {
        '202': answer('It waits for its last learner.', connection),
        '204': { description: 'Removed.' },
      },
    },
  },
  ...Object.fromEntries(
    (['pause', 'resume'] as const).map((action) => [
      `/api/connections/{connectionId}/${action}`,
      {
        post: {
          summary:
            action === 'pause' ? 'Let nothing run by itself' : 'Go on by the schedule; takes a removal back',
          access: write,
          parameters: [id],
          responses: { '200': answer('As it is now.', connection) },
        },
      },
    ]),
  ),
  '/api/connections/{connectionId}/test': {
    post: {
      summary: 'Ask the provider now what it lets us do',
      description: '`missing` names functions or scopes as its administrator calls them.',
      access: write,
      parameters: [id],
      responses: {
        '200': answer('What it answered; `reason`: why it could not be asked.', {
          type: 'object',
          required: ['capabilities', 'milliseconds'],
          properties: {
            capabilities: {
              type: 'array',
              items: {
                type: 'object',
                required: ['name', 'state'],
                properties: {
                  name: { enum: ['sign-in', 'catalogue', 'enrolment', 'results'] },
                  state: { enum: ['works', 'missing', 'failed', 'not-offered'] },
                  missing: { type: 'array', items: text },
                  reason: text,
                },
              },
            },
            reason: text,
            milliseconds: { type: 'integer' },
          },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/rotate-secret': {
    post: {
      summary: 'Change the secret',
      description:
        'Send the new token of a provider that gives one. Of the kinds `webhook` and `xapi` the new secret is in the answer, once, and the old one is taken for a day more.',
      access: write,
      parameters: [id],
      requestBody: body({ type: 'object', additionalProperties: false, properties: { secret: text } }, {}),
      responses: { '200': answer('Changed.', { type: 'object', properties: { secret: text } }) },
    },
  },
  '/api/connections/{connectionId}/failed-work': {
    get: {
      summary: 'Work for the provider that failed for good',
      access: read,
      parameters: [id, query('after', text, 'Of the page before: `next`.')],
      responses: {
        '200': answer('Newest first, 50 a page; kept for 90 days.', {
          type: 'object',
          required: ['failed'],
          properties: { failed: { type: 'array', items: ref('FailedWork') }, next: text },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/failed-work/replay': {
    post: {
      summary: 'Do failed work again',
      access: write,
      parameters: [id],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          properties: { letterId: { ...text, description: 'Absent: the newest 500.' } },
        },
        {},
      ),
      responses: {
        '200': answer('How many are at work again.', {
          type: 'object',
          required: ['replayed', 'more'],
          properties: { replayed: { type: 'integer' }, more: { type: 'boolean' } },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/failed-work/{letterId}': {
    delete: {
      summary: 'Throw failed work away',
      access: write,
      parameters: [id, letter],
      responses: { '204': { description: 'Thrown away.' } },
    },
  },
};

export const connectionSchemas: Json = {
  Connection: {
    type: 'object',
    required: ['connectionId', 'providerId', 'kind', 'name', 'state', 'hasSecret', 'rev', 'runs', 'health'],
    properties: {
      ...{
        connectionId: uuid,
        providerId: text,
        kind: {
          enum: ['moodle', 'oneroster', 'oneroster-csv', 'openedx', 'schema-org', 'file', 'webhook', 'xapi'],
        },
      },
      ...{ name: text, baseUrl: text, contactEmail: text, acceptance: { enum: ['person', 'all'] } },
      state: { enum: ['active', 'paused', 'removing'] },
      schedule: { type: 'object' },
      moodle: { type: 'object' },
      xapi: { type: 'object' },
      start: { type: 'object' },
      completion: ref('CompletionRule'),
      openedx: { type: 'object' },
      hasSecret: { type: 'boolean' },
      secret: { ...text, description: 'Only in the answer that made it.' },
      ...{ createdAt: dateTime, updatedAt: dateTime, changedBy: text, rev: { type: 'integer' } },
      runs: {
        type: 'object',
        description: 'By kind of work: `nextAt`, `lastAt`, `lastOutcome`, `lastReason`.',
        additionalProperties: { type: 'object' },
      },
      health: {
        type: 'object',
        required: ['light', 'circuit', 'last', 'budget', 'letters'],
        properties: {
          light: { enum: ['unknown', 'works', 'disturbed', 'down'] },
          circuit: {
            type: 'object',
            description: '`open`: the provider fails and is left alone until `probeAt`.',
            properties: {
              state: { enum: ['closed', 'open'] },
              openedAt: dateTime,
              probeAt: dateTime,
              reason: text,
            },
          },
          last: { type: 'object', additionalProperties: { type: 'object' } },
          budget: {
            type: 'object',
            description:
              'Calls of seven days; `spent`: share of the failures that 99 % allow, from a hundred calls on.',
            properties: { ok: { type: 'integer' }, failed: { type: 'integer' }, spent: { type: 'number' } },
          },
          statements: {
            type: 'object',
            description: 'Of xAPI so far; `others` said no result, and were not kept.',
            properties: { results: { type: 'integer' }, others: { type: 'integer' } },
          },
          aged: {
            type: 'object',
            description: 'Mismatches that nobody has dealt with for more than three days.',
            properties: { count: { type: 'integer' }, since: { type: 'string', format: 'date-time' } },
          },
          letters: {
            type: 'object',
            properties: { count: { type: 'integer' }, atLeast: { type: 'boolean' } },
          },
        },
      },
    },
  },
  FailedWork: {
    type: 'object',
    required: ['letterId', 'work', 'failedAt', 'reason', 'tries', 'replays'],
    properties: {
      letterId: text,
      work: { type: 'object', description: '`kind`, and ids of what it was about.' },
      failedAt: dateTime,
      reason: text,
      ...{ tries: { type: 'integer' }, replays: { type: 'integer' } },
    },
  },
};
