import { answer, body, inPath, type Json, type Paths, text } from './operation.ts';

const access = ['scope:courses/write', 'scope:lti/manage'] as const;
const reading = ['scope:courses/read', 'scope:courses/write', 'scope:lti/manage'] as const;
const id = inPath('platformId', 'Id of the learning system here.');
const platform: Json = {
  type: 'object',
  description:
    'As it was registered: `platformId`, `name`, `status` (`waiting`, `active`, `off`), `issuer` and `clientId` to the letter, `deployments`, `strangeDeployment` (was refused last), addresses, `scopes`, `family`.',
};
const byHand = {
  name: text,
  issuer: text,
  clientId: text,
  deployments: { type: 'array', items: text, maxItems: 50 },
  authorizationUrl: text,
  tokenUrl: text,
  tokenAudience: { ...text, description: '`aud` of assertions, where it is not `tokenUrl`.' },
  jwksUri: text,
} as const;

/** Learning systems of others that open our courses by LTI. */
export const lmsPaths: Paths = {
  '/api/lti/platforms': {
    get: {
      operationId: 'listLearningSystems',
      summary: 'Learning systems that may open your courses by LTI',
      access: reading,
      responses: {
        200: answer('Oldest first.', {
          type: 'object',
          properties: { platforms: { type: 'array', items: platform } },
        }),
      },
    },
    post: {
      operationId: 'addLearningSystem',
      summary: 'Write down a learning system that cannot register us by itself',
      description:
        'It works at once. A provider’s systems open its own published courses; those of the platform any. Empty `deployments`: the first that launches is kept. 409 `lti-tool.taken` when the client of the issuer is registered already.',
      access,
      requestBody: body({
        type: 'object',
        required: Object.keys(byHand).filter((name) => name !== 'tokenAudience'),
        properties: byHand,
        additionalProperties: false,
      }),
      responses: { 201: answer('As registered.', platform) },
    },
  },
  '/api/lti/platforms/registrations': {
    post: {
      operationId: 'makeLearningSystemAddress',
      summary: 'Make an address with which one learning system registers itself',
      description:
        'To be pasted into the settings of LTI tools over there (Dynamic Registration). It works once, for an hour; the system then waits to be confirmed by `PATCH` with `status: active`.',
      access,
      responses: {
        201: answer('The address; it is shown once.', {
          type: 'object',
          properties: { address: text, validUntil: { type: 'string', format: 'date-time' } },
        }),
      },
    },
  },
  '/api/lti/platforms/{platformId}': {
    get: {
      operationId: 'getLearningSystem',
      summary: 'One learning system, its launches and the links that were opened there',
      access: reading,
      parameters: [id],
      responses: { 200: answer('With `launches`, `lastAt` and `links`.', platform) },
    },
    patch: {
      operationId: 'changeLearningSystem',
      summary: 'Confirm it, turn it on or off, name it, or let a deployment in',
      access,
      parameters: [id],
      requestBody: body({
        type: 'object',
        properties: {
          name: text,
          status: { type: 'string', enum: ['active', 'off'] },
          addDeployment: text,
        },
        additionalProperties: false,
      }),
      responses: { 200: answer('As it is now.', platform) },
    },
    delete: {
      operationId: 'removeLearningSystem',
      summary: 'Remove it, with the links of accounts to it',
      description: 'Registered again it is another one: people link their accounts anew.',
      access,
      parameters: [id],
      responses: { 204: answer('Removed.') },
    },
  },
};
