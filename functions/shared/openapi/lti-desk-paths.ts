import { answer, body, inPath, type Json, type Paths, query, text } from './operation.ts';

const access = ['scope:lti/manage'] as const;
const client = inPath('clientId', 'Client id of the tool.');
const strings: Json = { type: 'object', additionalProperties: text };
const provider: Json = { ...text, description: 'Id of the provider whose tool it is.' };
const tool: Json = {
  type: 'object',
  description:
    'As it was registered: `clientId`, `providerId`, `status` (`pending`, `active`, `disabled`), `decision` (who turned it on or off last: `to`, `by`, `at`, `reason`; `mayReturn`: its provider may turn it on again), `deployments`, addresses to the letter, `messages`, `keys`, `scopes`, `custom`.',
};

/** Tools, links and launches, for machines of the platform. */
/** What is written down of a tool. */
const byHand = {
  type: 'object',
  description: '`jwksUri` or `publicKey` (PEM, JWK or JWK set; RSA of at least 2048 bits).',
  required: ['name', 'initiateLoginUri', 'redirectUris', 'targetLinkUri', 'scopes', 'custom'],
  properties: {
    name: text,
    initiateLoginUri: text,
    redirectUris: { type: 'array', items: text },
    targetLinkUri: text,
    deepLinkingUri: text,
    jwksUri: text,
    publicKey: text,
    contacts: {
      ...{ type: 'array', maxItems: 5, items: text },
      description:
        'E-mail addresses of those who are told when it does not answer. In a change: absent keeps those that are there, an empty list removes them.',
    },
    scopes: { type: 'array', items: text },
    custom: strings,
  },
  additionalProperties: false,
} as const;

const keyList: Json = {
  type: 'array',
  description:
    'Newest first: `kid`, `state` (`current`, `next`, `retired`, `withdrawn`), `createdAt`, `signsFrom`, `publishedUntil` where another follows, `rotatesAt` of one that signs, `madeBy`, `withdrawn` (`at`, `by`, `reason`).',
  items: { type: 'object' },
};
const keyRole: Json = {
  type: 'string',
  enum: ['platform', 'tool'],
  description: '`platform`: towards tools (/lti/jwks). `tool`: as a tool towards other LMSs (/tool/jwks).',
};
const keysAfter = answer('The keys after it.', { type: 'object', properties: { keys: keyList } });

export const ltiDeskPaths: Paths = {
  '/api/lti/keys': {
    get: {
      operationId: 'listSigningKeys',
      summary: 'Keys that LTI is signed with',
      access,
      responses: {
        200: answer('No private half is ever told.', {
          type: 'object',
          properties: { platform: keyList, tool: keyList },
        }),
      },
    },
  },
  '/api/lti/keys/rotations': {
    post: {
      operationId: 'rotateSigningKey',
      summary: 'Make the next key',
      description:
        'It is published at once and signs in two hours, when no copy of the set is older than it. One that waits already stays the next one.',
      access,
      requestBody: body({
        type: 'object',
        required: ['of'],
        properties: { of: keyRole },
        additionalProperties: false,
      }),
      responses: { 200: keysAfter },
    },
  },
  '/api/lti/keys/withdrawals': {
    post: {
      operationId: 'withdrawSigningKey',
      summary: 'Take a key out of the set at once',
      description:
        'For a key that has leaked. Its private half is deleted; if it was the one that signs, the next one does from now on, or one that is made for it. Whoever has kept a copy of the set believes it until that is old, an hour at most. Again is the same as once; 404 `lti.not-found` for a key that is out of the set.',
      access,
      requestBody: body({
        type: 'object',
        required: ['of', 'kid', 'reason'],
        properties: { of: keyRole, kid: text, reason: text },
        additionalProperties: false,
      }),
      responses: { 200: keysAfter },
    },
  },
  '/api/lti/registrations': {
    post: {
      operationId: 'createToolRegistration',
      summary: 'Make a token with which one tool registers itself',
      description:
        'Open the tool’s registration page with `openid_configuration` and `registration_token`, or let it POST its metadata to `registrationUrl` with the token as Bearer. The token works once, for an hour. The tool waits for approval unless `approved` is true.',
      access,
      requestBody: body({
        type: 'object',
        required: ['providerId'],
        properties: { providerId: provider, approved: { type: 'boolean', default: false } },
        additionalProperties: false,
      }),
      responses: {
        201: answer('The token; it is shown once.', {
          type: 'object',
          properties: {
            token: text,
            validUntil: { type: 'string', format: 'date-time' },
            registrationUrl: text,
            openidConfiguration: text,
          },
        }),
      },
    },
  },
  '/api/lti/tools': {
    get: {
      operationId: 'listTools',
      summary: 'Tools of a provider, or those that wait for approval',
      access,
      parameters: [query('provider', text, 'Absent: tools of everybody that wait.')],
      responses: {
        200: answer('Oldest first.', {
          type: 'object',
          properties: { tools: { type: 'array', items: tool } },
        }),
      },
    },
    post: {
      operationId: 'createTool',
      summary: 'Write down a tool that cannot register itself',
      access,
      requestBody: body({
        type: 'object',
        required: ['providerId', 'tool'],
        properties: {
          providerId: provider,
          approved: { type: 'boolean', default: true },
          tool: byHand,
        },
        additionalProperties: false,
      }),
      responses: { 201: answer('The tool with its client id.', tool) },
    },
  },
  '/api/lti/tools/{clientId}': {
    get: {
      operationId: 'getTool',
      summary: 'One tool',
      access,
      parameters: [client],
      responses: { 200: answer('The tool.', tool) },
    },
    patch: {
      operationId: 'changeTool',
      summary: 'Approve a tool, turn it off, add or remove a deployment',
      description:
        'With `rev`, of the tool as it was read, nothing is approved that somebody has changed since (409).',
      access,
      parameters: [client],
      requestBody: body({
        type: 'object',
        properties: {
          rev: { type: 'integer', minimum: 0, description: 'Of the tool as it was read.' },
          status: { type: 'string', enum: ['pending', 'active', 'disabled'] },
          reason: {
            ...{ type: 'string', minLength: 1, maxLength: 500 },
            description: 'Why it is turned off; the authors of its provider read it.',
          },
          addDeployment: {
            type: 'object',
            required: ['name'],
            properties: { name: text },
            additionalProperties: false,
          },
          removeDeployment: {
            type: 'object',
            description:
              'Modules of this deployment can be opened no more; results that came stay. The last one cannot be removed.',
            required: ['deploymentId'],
            properties: { deploymentId: text },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      }),
      responses: { 200: answer('The tool as it is now.', tool) },
    },
    put: {
      operationId: 'rewriteTool',
      summary: 'Write down a tool anew',
      description:
        'Everything is replaced, under the same checks as a new tool; its client id, state and deployments stay. Without `jwksUri` and `publicKey`, keys that were pasted stay. `rev` is that of the tool as it was read.',
      access,
      parameters: [client],
      requestBody: body({
        type: 'object',
        required: ['rev', 'tool'],
        properties: { rev: { type: 'integer', minimum: 0 }, tool: byHand },
        additionalProperties: false,
      }),
      responses: { 200: answer('The tool as it is now.', tool) },
    },
  },
  '/api/lti/links': {
    post: {
      operationId: 'placeToolLink',
      summary: 'Put a link of a tool into a course and publish it',
      description:
        'Into a course of the tool’s provider, or into a new one. The version that holds it is open to learners at once. A tool that waits for approval or is turned off is refused (409).',
      access,
      requestBody: body({
        type: 'object',
        required: ['clientId', 'title'],
        properties: {
          clientId: text,
          deploymentId: text,
          courseId: text,
          title: { ...text, maxLength: 300 },
          url: text,
          text,
          custom: strings,
          lineItem: {
            type: 'object',
            required: ['scoreMaximum', 'label'],
            properties: {
              scoreMaximum: { type: 'number', exclusiveMinimum: 0 },
              label: text,
              resourceId: text,
              tag: text,
              submissionReview: {
                type: 'object',
                description:
                  'Where and how the tool shows what a learner has handed in (Submission Review 1.0).',
              },
            },
            additionalProperties: false,
          },
          completion: {
            type: 'object',
            description:
              'Which results count as done: `{by: "score"}`, `{by: "pass", passMark: 0.7}` or `{by: "completed"}`.',
          },
          frame: { type: 'boolean', default: false },
          jp: { ...text, description: 'Lesson hours of a new course.', default: '1' },
        },
        additionalProperties: false,
      }),
      responses: {
        201: answer('Where it stands; `resourceLinkId` is the id of its module.', {
          type: 'object',
          properties: { courseId: text, resourceLinkId: text, version: { type: 'integer' } },
        }),
      },
    },
  },
  '/api/lti/launches': {
    post: {
      operationId: 'createToolLaunch',
      summary: 'Address that launches a tool for a person',
      description:
        'To be opened once, within two minutes, by a browser that needs no session of the portal. A learner is enrolled first if need be. `LtiDeepLinkingRequest` lets an author choose content for a course; `LtiSubmissionReviewRequest` shows the work of `forPersonId`.',
      access,
      requestBody: body({
        type: 'object',
        required: ['personId', 'courseId'],
        properties: {
          message: {
            type: 'string',
            enum: ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest', 'LtiSubmissionReviewRequest'],
            default: 'LtiResourceLinkRequest',
          },
          personId: text,
          courseId: text,
          resourceLinkId: { ...text, description: 'Absent: the only link of the course.' },
          clientId: { ...text, description: 'Of deep linking.' },
          deploymentId: text,
          forPersonId: text,
          language: { type: 'string', enum: ['id', 'en'], default: 'id' },
        },
        additionalProperties: false,
      }),
      responses: {
        201: answer('The address, and the registration of a learner.', {
          type: 'object',
          properties: { url: text, registration: text },
        }),
      },
    },
  },
};
