import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createLtiSignatures, createToolKeySets, createToolSignatures } from '@sinau/delivery/adapters';
import {
  type AddressCheck,
  createLaunchTicket,
  createPlatformSigner,
  type LaunchOrder,
  type LtiClientId,
  type LtiTool,
  makeRegistrationToken,
  type PlaceItemsPort,
  type PlatformKeyDeps,
  type SharedAttributesPort,
  type SharedPerson,
} from '@sinau/delivery/lti';
import {
  ltiServicesWorld,
  memoryLtiLaunchStore,
  memoryLtiTools,
  memoryPlatformKeyStore,
  memorySeenMessages,
  sampleTool,
} from '@sinau/delivery/testing';
import { type ClientPrincipal, type Ids, InvalidInput, type PersonId, type ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { claims, type PersonalAttribute } from '@sinau/lti';
import { nodeDigest, secretTextBox, systemIds } from '@sinau/platform/crypto';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import { ltiAddresses } from '../../shared/lti-addresses.ts';
import { createLtiApp } from '../app.ts';
import type { LtiAppDeps } from '../deps.ts';

export const issuer = 'https://sinau.example';
export const providerId = 'p1' as ProviderId;

// One pair each for all tests: making them takes longer than the tests.
const [toolPair, otherPair] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const sharedKeys = memoryPlatformKeyStore();

/** The doors of LTI on memory adapters, and a tool whose key set is `https://alat.example/keys`. `platformKeys`: of a test that changes them. */
export function ltiWorld({
  clock: ownClock,
  // Keys are of a time: whoever has another one would rotate those of all.
  platformKeys = ownClock ? memoryPlatformKeyStore() : sharedKeys,
  issuer: ours = issuer,
  ids = systemIds,
  addressCheck,
  known = { name: 'Siti Dewi' },
  sharing,
}: Partial<{
  readonly platformKeys: typeof sharedKeys;
  readonly issuer: string;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly ids: Ids;
  /** @default everything but `forbidden` may be used */
  readonly addressCheck: AddressCheck;
  /** What is agreed of everybody. */
  readonly known: Omit<SharedPerson, 'subject'>;
  /** @default what is `known` */
  readonly sharing: SharedAttributesPort;
}> = {}) {
  const clock = ownClock ?? fixedClock();
  const system = { clock, ids, digest: nodeDigest };
  const stores = { ...memoryLtiTools(), launches: memoryLtiLaunchStore() };
  const addresses = ltiAddresses(ours);
  const signingKeys: PlatformKeyDeps = {
    ...{ ...system, platformKeys, signatures: createLtiSignatures() },
    box: { seal: async (text) => text, open: async (text) => text },
  };
  const signer = createPlatformSigner(signingKeys);
  const placed: Parameters<PlaceItemsPort['place']>[0][] = [];
  const refusals: Error[] = [];
  /** Who writes no courses any more. */
  const formerAuthors = new Set<string>();
  const noted: PersonalAttribute[] = [];
  const forbidden = new Set<string>();
  const lti = {
    ...{ ...system, ...stores, issuer: ours, signer, addresses, seen: memorySeenMessages() },
    ...{ launchAddress: addresses.launch, choiceAddress: addresses.deepLinks },
    returnAddress: addresses.launchReturn,
    addressCheck: addressCheck ?? {
      refusal: async (address: string) => (forbidden.has(address) ? ('forbidden' as const) : undefined),
    },
    toolSignatures: createToolSignatures({
      keySets: createToolKeySets({
        clock: system.clock,
        outbound: { check: async () => undefined, send: keySet },
      }),
    }),
    sharing: sharing ?? {
      async disclose(
        { personId }: { personId: PersonId },
        telling: (person: SharedPerson) => readonly PersonalAttribute[],
      ) {
        const person = { subject: `s-${personId}`, ...known };
        noted.push(...telling(person));
        return person;
      },
      subjectOf: async ({ personId }: { personId: PersonId }) => `s-${personId}`,
    },
    courseIds: { sourcedIdsOf: async () => ({ offering: 'HKM-301' }) },
    services: {
      claimsFor: async () => ({
        [claims.grades]: { lineitems: `${ours}/lti/ags/x` },
        [claims.roster]: { context_memberships_url: `${ours}/lti/nrps/x` },
      }),
    },
    authors: {
      mayChoose: async ({
        personId,
        byMachine,
      }: {
        readonly personId: string;
        readonly byMachine: boolean;
      }) => byMachine || !formerAuthors.has(personId),
    },
    placeItems: {
      place: async (choice: Parameters<PlaceItemsPort['place']>[0]) => {
        const refusal = refusals.shift();
        if (refusal) throw refusal;
        placed.push(choice);
      },
    },
  };
  const rateLimiter = { admit: async () => undefined };
  const lines: unknown[][] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  const deps: LtiAppDeps = {
    ...{ ...system, signer, addresses, launching: lti, registering: lti },
    registrars: {
      clients: { bearer: async (token) => operatorsMachine(token) },
      defaultProvider: providerId,
      providerExists: async (id) => id === providerId || id === 'p2',
    },
    services: {
      ...ltiServicesWorld().deps,
      addresses,
      rateLimiter,
      cursors: secretTextBox('a secret of these tests, long enough'),
    },
    rateLimiter,
    log: { info: note, warn: note, error: note },
  };
  const app = createLtiApp(deps);
  const ask = async (path: string, init: RequestInit = {}) =>
    app.hono.request(path.startsWith('http') ? path : `${ours}${path}`, { redirect: 'manual', ...init });
  const { clientId } = sampleTool();
  const order = (over: Partial<LaunchOrder & { clientId: LtiClientId; deploymentId: string }> = {}) =>
    createLaunchTicket(lti, { ...launchOrder, clientId, ...over });
  return {
    ...{
      ...lti,
      deps,
      app,
      ask,
      order,
      placed,
      noted,
      refusals,
      formerAuthors,
      forbidden,
      lines,
      signingKeys,
    },
    addTool: (over: Partial<LtiTool> = {}) => stores.tools.add(sampleTool(over)),
    token: (approved = false) => makeRegistrationToken(lti, { providerId, madeBy: 'sri', approved }),
    /** What the tool makes of the browser's visit: its login page reads the parameters, and asks back. */
    async begin(url: string, cookie?: string) {
      const answer = await ask(url, { headers: cookie === undefined ? {} : { cookie } });
      const to = new URL(answer.headers.get('location') ?? 'about:blank');
      const given = answer.headers.get('set-cookie') ?? '';
      return { answer, to, given, cookie: given.split(';')[0] ?? '', asked: questionOf(to) };
    },
    authorize: (asked: Readonly<Record<string, string>>, cookie?: string, method = 'POST') => {
      const headers = { ...(cookie !== undefined && { cookie }) };
      const body = new URLSearchParams(asked);
      return method === 'GET'
        ? ask(`/lti/authorize?${body}`, { headers })
        : ask('/lti/authorize', { method, body, headers });
    },
  };
}

export const launchOrder: LaunchOrder = {
  message: 'LtiResourceLinkRequest',
  personId: 'siti' as PersonId,
  role: 'learner',
  course: { courseId: 'k1', title: 'Etika & hukum' },
  link: {
    ...{ resourceLinkId: 'm1', title: 'Kuliah 1' },
    placement: { clientId: 'c1', deploymentId: 'd1', custom: { who: '$User.id', id: '5e72' } },
  },
  ...{ target: 'window', locale: 'id', returnUrl: `${issuer}/courses/k1` },
};

function operatorsMachine(token: string): ClientPrincipal {
  if (!token.startsWith('machine.')) throw new InvalidInput('not a token');
  const scopes = token === 'machine.lti' ? (['lti/manage'] as const) : [];
  return { kind: 'client', clientId: 'machine', name: 'Machine', tenant: { kind: 'platform' }, scopes };
}

async function keySet({ url }: { readonly url: string }) {
  const keys =
    url === 'https://alat.example/keys'
      ? [{ ...toolPair?.publicKey.export({ format: 'jwk' }), kid: 'k' }]
      : [];
  return { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify({ keys })) };
}

/** The authentication request of a tool that does as the specification says. */
function questionOf(login: URL): Record<string, string> {
  const given = Object.fromEntries(login.searchParams);
  return {
    client_id: given.client_id ?? '',
    redirect_uri: 'https://alat.example',
    login_hint: given.login_hint ?? '',
    lti_message_hint: given.lti_message_hint ?? '',
    ...{ response_type: 'id_token', scope: 'openid', response_mode: 'form_post', prompt: 'none' },
    ...{ nonce: randomUUID(), state: 'state-1' },
  };
}

/** The key of the tool, as it would be pasted. */
export const toolKey = (kid: string) => ({ ...toolPair?.publicKey.export({ format: 'jwk' }), kid });

/** A message of the tool, or of somebody who would like to be it. */
export function signedByTool(
  content: Record<string, unknown>,
  by: 'tool' | 'other' = 'tool',
  header: JWTHeaderParameters = { alg: 'RS256', kid: 'k' },
): Promise<string> {
  const pair = by === 'tool' ? toolPair : otherPair;
  if (!pair) throw new Error('no key');
  return new SignJWT(content).setProtectedHeader(header).sign(pair.privateKey);
}

/** Fields of the form on a page, and where it goes. */
export function formIn(page: string): { readonly action: string; readonly fields: Record<string, string> } {
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const fields = Object.fromEntries(inputs.map(([, name, value]) => [unescaped(name), unescaped(value)]));
  return { action: unescaped(/ action="([^"]*)"/.exec(page)?.[1]), fields };
}

const unescaped = (text = '') =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
