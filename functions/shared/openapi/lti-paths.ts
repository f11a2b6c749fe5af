import { answer, body, inPath, type Json, type Paths, query, required, text } from './operation.ts';

const access = ['anyone'] as const;
const discovery = answer('Where everything is, in the words of OpenID Discovery and Dynamic Registration.', {
  type: 'object',
});

const page = (description: string): Json => ({ description, content: { 'text/html': { schema: text } } });
const form = (properties: Json): Json => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties } } },
});
const client = inPath('clientId', 'Client id that the registration was answered with.');
const metadata: Json = {
  type: 'object',
  description:
    'Client metadata of OpenID Dynamic Registration with `https://purl.imsglobal.org/spec/lti-tool-configuration` (LTI Dynamic Registration 1.0, 3.5). Addresses are kept to the letter.',
};
const registered = answer('What was registered, with client id, granted scopes and deployment.', {
  type: 'object',
});
const question: Json = Object.fromEntries(
  [
    ...['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'prompt'],
    ...['nonce', 'login_hint', 'lti_message_hint', 'state'],
  ].map((name) => [name, text]),
);
const answered = page(
  'A form that posts `id_token` and `state` to the redirect address by itself, or `error`, `error_description` and `state`. Where client or redirect address are not registered, a page with 400 that leads nowhere.',
);

/** What tools of providers, and the browsers that go to them, ask of the platform: LTI 1.3 Advantage. */
export const ltiPaths: Paths = {
  '/.well-known/openid-configuration': {
    get: {
      operationId: 'readPlatformConfiguration',
      summary: 'What the platform says of itself to tools (LTI 1.3)',
      access,
      responses: { 200: discovery },
    },
  },
  '/lti/jwks': {
    get: {
      operationId: 'readPlatformKeys',
      summary: 'Public keys of the platform',
      description:
        'May be kept for an hour. A new key stands here for two hours before it signs, and an old one two hours longer than it signs.',
      access,
      responses: { 200: answer('A JWK set (RFC 7517).', { type: 'object' }) },
    },
  },
  '/lti/register': {
    get: {
      operationId: 'readRegistrationConfiguration',
      summary: 'The same as /.well-known/openid-configuration',
      access,
      responses: { 200: discovery },
    },
    post: {
      operationId: 'registerTool',
      summary: 'A tool registers itself',
      description:
        'With `Authorization: Bearer` and a token of registration, made in the studio or by POST /api/lti/registrations: it works once, for an hour. The tool waits until an operator approves. Machines of the platform with the scope `lti/manage` may send their access token instead, naming the provider by `?provider=`; such a tool waits for its approval too (`PATCH /api/lti/tools/{clientId}`). Refusals are those of RFC 7591: `{error, error_description}`.',
      access,
      parameters: [query('provider', text, 'For machines of the platform: whose tool it is.')],
      requestBody: body(metadata),
      responses: { 201: registered },
    },
  },
  '/lti/register/{clientId}': {
    get: {
      operationId: 'readRegisteredTool',
      summary: 'What a tool has registered',
      description: 'With the token it registered with, as long as that lasts.',
      access,
      parameters: [client],
      responses: { 200: registered },
    },
    put: {
      operationId: 'updateRegisteredTool',
      summary: 'A tool says anew what it is',
      description:
        'With the token it registered with. A tool that leads elsewhere, has other keys or asks for more scopes waits for an operator again.',
      access,
      parameters: [client],
      requestBody: body(metadata),
      responses: { 200: registered },
    },
  },
  '/lti/launch': {
    get: {
      operationId: 'beginToolLaunch',
      summary: 'Begins a launch in the browser of who opens it',
      description: 'The ticket works once, for two minutes. No session of the portal is needed.',
      access,
      parameters: [required(query('ticket', text))],
      responses: { 302: { description: 'To the tool’s login initiation.' } },
    },
  },
  '/lti/authorize': {
    get: {
      operationId: 'answerAuthenticationByGet',
      summary: 'Authentication request of a tool',
      access,
      parameters: Object.keys(question).map((name) => query(name, text)),
      responses: { 200: answered },
    },
    post: {
      operationId: 'answerAuthentication',
      summary: 'Authentication request of a tool, as a form',
      access,
      requestBody: form(question),
      responses: { 200: answered },
    },
  },
  '/lti/return': {
    get: {
      operationId: 'returnFromTool',
      summary: 'Where learners come back to from a tool',
      access,
      parameters: ['to', 'lti_msg', 'lti_errormsg'].map((name) => query(name, text)),
      responses: {
        200: page('What the tool had to say, as text.'),
        303: { description: 'To the page of the portal, when it said nothing.' },
      },
    },
  },
  '/lti/deep-links': {
    post: {
      operationId: 'takeChoice',
      summary: 'What an author has chosen at a tool (Deep Linking 2.0)',
      description:
        'Sent by the browser from a page of the tool, to the address that the request gave. A choice is taken once; its items become modules of the draft.',
      access,
      parameters: [required(query('for', text))],
      requestBody: form({ JWT: text }),
      responses: { 200: page('What was added, and the way back.') },
    },
  },
};
