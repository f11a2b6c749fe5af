import { answer, inPath, type Json, type Paths, query, text } from './operation.ts';

const access = ['anyone'] as const;
const page = (description: string): Json => ({ description, content: { 'text/html': { schema: text } } });
const form = (names: readonly string[]): Json => ({
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, text])) },
    },
  },
});
const login = ['iss', 'login_hint', 'target_link_uri', 'lti_message_hint', 'client_id', 'lti_deployment_id'];
const registering = ['token', 'openid_configuration', 'registration_token'];
const led = {
  302: { description: 'To the platform’s authorisation, with a state and a nonce.' },
  200: page('Within a frame: a page with a link into a new window.'),
  403: page('Why nothing opens.'),
};

/** What learning systems of others, and the browsers that they send, ask of us as their tool: LTI 1.3 Advantage. */
export const toolPaths: Paths = {
  '/tool/jwks': {
    get: {
      operationId: 'readToolKeys',
      summary: 'Public keys that we sign with as a tool',
      access,
      responses: { 200: answer('A JWK set (RFC 7517); may be kept for an hour.', { type: 'object' }) },
    },
  },
  '/tool/canvas.json': {
    get: {
      operationId: 'readCanvasConfiguration',
      summary: 'The tool in the words of Canvas',
      access,
      responses: { 200: answer('To be pasted or fetched there.', { type: 'object' }) },
    },
  },
  '/tool/register': {
    get: {
      operationId: 'showToolRegistration',
      summary: 'A learning system opens the address that was made for it',
      access,
      parameters: registering.map((name) => query(name, text)),
      responses: {
        200: page('Asks before anything is sent.'),
        403: page('The address was used or is too old.'),
      },
    },
    post: {
      operationId: 'registerAtLearningSystem',
      summary: 'Register us there (Dynamic Registration 1.0)',
      description:
        'Reads the discovery document, posts our client metadata, and keeps the system waiting for its owner.',
      access,
      requestBody: form(registering),
      responses: { 200: page('Done; the window may close.'), 400: page('What went wrong over there.') },
    },
  },
  '/tool/login': {
    get: {
      operationId: 'beginToolLogin',
      summary: 'Third-party initiated login',
      access,
      parameters: login.map((name) => query(name, text)),
      responses: led,
    },
    post: {
      operationId: 'beginToolLoginByForm',
      summary: 'The same by form',
      access,
      requestBody: form(login),
      responses: led,
    },
  },
  '/tool/launch': {
    get: {
      operationId: 'explainToolLaunch',
      summary: 'Opened alone, it says where it belongs',
      access,
      responses: { 200: page('Open it from the learning system.') },
    },
    post: {
      operationId: 'takeToolLaunch',
      summary: 'The platform’s message: a launch or a wish to choose courses',
      description:
        'The only redirect address. A message counts once, by RS256, for the state of this browser.',
      access,
      requestBody: form(['id_token', 'state', 'error', 'error_description']),
      responses: {
        303: { description: 'To the course, for whoever linked the account.' },
        200: page('To link the account first, or courses to choose from.'),
        403: page('Why nothing opens.'),
      },
    },
  },
  '/tool/choose': {
    get: {
      operationId: 'explainToolChoice',
      summary: 'Opened alone, it says where it belongs',
      access,
      responses: { 200: page('Open it from the learning system.') },
    },
    post: {
      operationId: 'searchToolChoice',
      summary: 'Search the courses to choose from',
      access,
      requestBody: form(['visit', 'words']),
      responses: { 200: page('Courses.'), 403: page('The choice was used or is too old.') },
    },
  },
  '/tool/choose/answer': {
    post: {
      operationId: 'answerToolChoice',
      summary: 'Give the chosen courses back (Deep Linking 2.0)',
      access,
      requestBody: form(['visit', 'course', 'cancel']),
      responses: {
        200: page('A form that posts the signed answer by itself.'),
        403: page('Why nothing was chosen.'),
      },
    },
  },
  '/tool/courses/{courseId}': {
    get: {
      operationId: 'openLinkedCourse',
      summary: 'Where links over there lead; opened alone, to the page of the course',
      access,
      parameters: [inPath('courseId', 'Id of the course.')],
      responses: { 302: { description: 'To the page of the course.' } },
    },
  },
};
