import { generateKeyPairSync } from 'node:crypto';
import {
  createAddressCheck,
  createLtiSignatures,
  createToolKeySets,
  createToolSignatures,
} from '@sinau/delivery/adapters';
import { createPlatformSigner } from '@sinau/delivery/lti';
import { memoryPlatformKeyStore } from '@sinau/delivery/testing';
import type { PersonId } from '@sinau/kernel';
import { linkAccount } from '@sinau/lti-tool';
import { createRegistrationDoor } from '@sinau/lti-tool/adapters';
import { ltiToolWorld, samplePlatform } from '@sinau/lti-tool/testing';
import { hmacSigner, nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { SignJWT } from 'jose';
import { ltiToolAddresses } from '../../shared/lti-tool-addresses.ts';
import { createLtiToolApp } from '../app.ts';

export const origin = 'https://sinau.example';
export const platform = samplePlatform();

// One pair each for all tests: making them takes longer than the tests.
const [platformPair, otherPair] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
export const publicPem = platformPair?.publicKey.export({ format: 'pem', type: 'spki' }).toString() ?? '';
const keys = memoryPlatformKeyStore();

/** The doors of the tool on memory, and a platform whose keys and documents are answered by `sent`, in place of the network. */
export function toolWorld() {
  const domain = ltiToolWorld();
  const system = { clock: domain.clock, ids: systemIds, digest: nodeDigest };
  const asked: string[] = [];
  const answers = new Map<string, unknown>([
    [platform.jwksUri, { keys: [{ ...platformPair?.publicKey.export({ format: 'jwk' }), kid: 'k' }] }],
  ]);
  const checked = createOutbound({
    resolve: async (name) => (name.startsWith('inside.') ? ['10.0.0.7'] : ['93.184.215.14']),
  });
  const outbound: typeof checked = {
    check: checked.check,
    async send({ url }) {
      await checked.check(url);
      asked.push(url);
      const body = new TextEncoder().encode(JSON.stringify(answers.get(url) ?? {}));
      return { status: answers.has(url) ? 200 : 404, headers: {}, body };
    },
  };
  const addresses = ltiToolAddresses(origin);
  const verifier = createToolSignatures({ keySets: createToolKeySets({ outbound, clock: domain.clock }) });
  const note = () => undefined;
  const deps = {
    ...{ ...domain.deps, ...system, addresses, portalOrigin: origin },
    ...{ addressCheck: createAddressCheck({ outbound }), door: createRegistrationDoor({ outbound }) },
    signatures: {
      verify: ({ jwksUri }: { readonly jwksUri: string }, jwt: string) =>
        verifier.verify({ keys: { kind: 'url', jwksUri } }, jwt),
    },
    signer: createPlatformSigner({
      ...{ ...system, platformKeys: keys, signatures: createLtiSignatures() },
      box: { seal: async (text: string) => text, open: async (text: string) => text },
    }),
    passes: { signer: hmacSigner('a secret of these tests, long enough'), clock: domain.clock },
    log: { info: note, warn: note, error: note },
  };
  const { hono } = createLtiToolApp(deps as Parameters<typeof createLtiToolApp>[0]);
  const ask = async (path: string, init: RequestInit = {}) =>
    hono.request(path.startsWith('http') ? path : `${origin}${path}`, { redirect: 'manual', ...init });
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return {
    ...{ deps, asked, answers, ask, send, domain },
    /** The browser comes from the platform, and is led back to it. */
    async login(over: Record<string, string> = {}, headers: Record<string, string> = {}) {
      const query = new URLSearchParams({
        ...{ iss: platform.issuer, login_hint: '3', client_id: platform.clientId },
        ...{ target_link_uri: `${addresses.courses}/k1`, ...over },
      });
      const answer = await ask(`/tool/login?${query}`, { headers });
      const to = new URL(answer.headers.get('location') ?? 'about:blank');
      const cookie = answer.headers.get('set-cookie') ?? '';
      const { nonce = '', state = '' } = Object.fromEntries(to.searchParams);
      return { answer, to, given: cookie, cookie: cookie.split(';')[0] ?? '', nonce, state };
    },
    nowSeconds: () => Math.floor(domain.clock.now().getTime() / 1000),
    link: async (pass: string, cookie: string, personId: string) =>
      linkAccount(deps, {
        ...{ pass, browser: cookie.split('=')[1] ?? '', personId: personId as PersonId, shownTo: personId },
      }),
  };
}

/** A message of the platform, or of somebody who would like to be it. */
export function signed(
  content: Record<string, unknown>,
  { by = 'platform', kid = 'k' }: { readonly by?: 'platform' | 'other'; readonly kid?: string } = {},
): Promise<string> {
  const pair = by === 'platform' ? platformPair : otherPair;
  if (!pair) throw new Error('no key');
  return new SignJWT(content).setProtectedHeader({ alg: 'RS256', kid }).sign(pair.privateKey);
}
