import { answer, type Paths } from './operation.ts';

const access = ['anyone'] as const;
const discovery = answer('Where everything is, in the words of OpenID Discovery and Dynamic Registration.', {
  type: 'object',
});

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
  },
};
