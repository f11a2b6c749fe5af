import { inPath, type Json, type Paths } from './operation.ts';

const access = ['anyone'] as const;

const of = (type: string, description: string): Json => ({
  description,
  content: { [type]: { schema: { type: type.endsWith('jwt') ? 'string' : 'object' } } },
});

/** What verifiers of badges ask. */
export const credentialPaths: Paths = {
  '/.well-known/did.json': {
    get: {
      operationId: 'readDidDocument',
      summary: 'The DID document of the deployment (did:web)',
      description: 'Keys that badges are checked with: the one that signs, and those that did before.',
      access,
      responses: { 200: of('application/did+json', 'A DID document with Multikeys of Ed25519.') },
    },
  },
  '/credentials/status/{list}': {
    get: {
      operationId: 'readStatusList',
      summary: 'Which badges were revoked',
      description:
        'A signed `BitstringStatusListCredential` (Bitstring Status List 1.0) of 131,072 places, for fifteen minutes. 404: no badge stands in that list.',
      access,
      parameters: [inPath('list', 'From 0.')],
      responses: { 200: of('application/vc+ld+json', 'The list.') },
    },
  },
  '/credentials/{number}/{edition}': {
    get: {
      operationId: 'readBadge',
      summary: 'A badge (Open Badges 3.0)',
      description:
        'An `OpenBadgeCredential` with a proof of `eddsa-rdfc-2022`; it names nobody. With `.jwt` behind the edition, or by `Accept: application/vc+jwt`, its twin as JWT (EdDSA). With `.svg` or `.png`, the badge within a picture (section 5.3). A revoked one is given too: its status says so.',
      access,
      parameters: [
        inPath('number', 'Number of the certificate.'),
        inPath('edition', 'From 1; later ones correct the one before.'),
      ],
      responses: {
        200: {
          description: 'The badge.',
          content: {
            'application/vc+ld+json': { schema: { type: 'object' } },
            'application/vc+jwt': { schema: { type: 'string' } },
            'image/svg+xml': { schema: { type: 'string' } },
            'image/png': { schema: { type: 'string', format: 'binary' } },
          },
        },
      },
    },
  },
};
