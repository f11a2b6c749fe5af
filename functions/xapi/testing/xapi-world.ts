import { authenticateAuToken, isAuToken } from '@sinau/delivery';
import { commitMemoryWrites, courseOf, deliveryWorld } from '@sinau/delivery/testing';
import type { AgencyId, ClientPrincipal, Clock, Scope, Tenant } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { type StatementStore, storeStatements } from '@sinau/lrs';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '@sinau/lrs/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { NotSignedIn, type RateLimiter } from '@sinau/platform/http';
import type { Statement, StoredStatement } from '@sinau/xapi';
import { type AgencyDirectory, visibilityBy } from '../../shared/agency-directory.ts';
import { lmsAuthority } from '../../shared/record-writer.ts';
import { createXapiApp } from '../app.ts';
import { createAuGate } from '../au-gate.ts';
import type { XapiDeps, XapiLimits } from '../deps.ts';

export const issuer = 'https://sinau.example';
const limits: XapiLimits = {
  statementsBodyBytes: 100_000,
  statementsPerRequest: 50,
  documentBytes: 10_000,
  pageBytes: 1e6,
};
const everything: readonly Scope[] = ['statements/write', 'statements/read', 'state', 'profile', 'define'];
const agencyA: Tenant = { kind: 'agency', agencyId: 'agency-a' as AgencyId };
const agencyB: Tenant = { kind: 'agency', agencyId: 'agency-b' as AgencyId };

/** Whose people are whose: `a…` belong to agency A, `b…` to B, `ab…` to both. */
const directory: AgencyDirectory = {
  agenciesOf: async (agents) =>
    agents.map(({ account }) => {
      if (account?.homePage !== issuer) return [];
      const letters = account.name.split('-')[0] ?? '';
      return [...letters].map((letter) => `agency-${letter}` as AgencyId);
    }),
  // Of everybody, the same letters lead the address.
  agenciesOfNamed: async ({ mbox }) => {
    const [, letters] = /^mailto:([a-z]*)-/.exec(mbox ?? '') ?? [];
    return letters === undefined ? undefined : [...letters].map((letter) => `agency-${letter}` as AgencyId);
  },
};

export const person = (name: string) => ({ account: { homePage: issuer, name } });

export const statement = (over: object = {}) => ({
  actor: person('a-1'),
  verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
  object: { id: 'https://kampus.example/modul/1' },
  ...over,
});

type Client = 'platform' | 'agencyA' | 'agencyB' | 'otherOfA' | 'mine' | 'writer' | 'provider' | 'nothing';

const clients: Readonly<Record<Client, { readonly tenant: Tenant; readonly scopes: readonly Scope[] }>> = {
  platform: { tenant: { kind: 'platform' }, scopes: everything },
  agencyA: { tenant: agencyA, scopes: everything },
  agencyB: { tenant: agencyB, scopes: everything },
  otherOfA: { tenant: agencyA, scopes: everything },
  mine: { tenant: agencyA, scopes: ['statements/write', 'statements/read/mine'] },
  writer: { tenant: { kind: 'platform' }, scopes: ['statements/write'] },
  provider: { tenant: { kind: 'provider', providerId: 'p' as never }, scopes: everything },
  nothing: { tenant: agencyA, scopes: [] },
};

type Stores = Pick<XapiDeps['lrs'], 'statements' | 'attachments' | 'activities' | 'documents'>;

export interface WorldOptions {
  readonly limits?: Partial<XapiLimits>;
  readonly rateLimiter?: RateLimiter;
  /** The one part of the course. @default a cmi5 package */
  readonly tincan?: { readonly activityId: string };
  /** A learner and a course of another kind. */
  readonly delivery?: ReturnType<typeof deliveryWorld>;
  /** Stores to run on. @default memory */
  readonly open?: (parts: { readonly clock: Clock }) => Stores;
}

/** The door on memory stores, with clients of several tenants and one learner who can launch an AU. */
export function xapiWorld(over: WorldOptions = {}) {
  const delivery =
    over.delivery ??
    (over.tincan
      ? deliveryWorld(courseOf([['Passed']]), { tincan: over.tincan })
      : deliveryWorld(courseOf([['Completed']])));
  const { clock } = delivery;
  const plain = memoryStatementStore({ clock });
  const statements: StatementStore = {
    ...plain,
    write: async (input) =>
      input.companion && !commitMemoryWrites(input.companion.writes)
        ? { outcome: 'companion-refused' }
        : plain.write(input),
  };
  const system = { clock, ids: countedIds(), digest: nodeDigest };
  const memory: Stores = {
    statements,
    attachments: memoryAttachmentStore(),
    activities: memoryActivityStore(),
    documents: memoryDocumentStore(),
  };
  const lrs = {
    ...(over.open?.({ clock }) ?? memory),
    visibility: visibilityBy(directory),
    ...system,
  };
  const app = createXapiApp({
    readings: { note: async () => undefined },
    credentials: {
      isAuToken,
      au: (token) => authenticateAuToken(delivery.deps, token),
      basic: async (header) => clientNamed(Buffer.from(header.slice(6), 'base64').toString()),
      bearer: async (token) => clientNamed(token),
    },
    rateLimiter: over.rateLimiter ?? { admit: async () => undefined },
    lrs,
    aus: createAuGate({ delivery: delivery.deps, lrs, authority: lmsAuthority(issuer) }),
    directory,
    signer: hmacSigner('a secret for tests, long enough to sign'),
    ...system,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    issuer,
    limits: { ...limits, ...over.limits },
  });

  /** A request as a client, or with an Authorization header of one's own, or (`anonymous`) with none. */
  function ask(path: string, init: Ask = {}): Promise<Response> {
    const { as = 'platform', version = '1.0.3', json, headers, ...rest } = init;
    const authorization = as in clients ? `Bearer ${as}` : as;
    return Promise.resolve(
      app.hono.request(`${issuer}/xapi${path}`, {
        ...rest,
        ...(json !== undefined && { body: JSON.stringify(json) }),
        headers: {
          ...(as !== 'anonymous' && { authorization }),
          ...(version && { 'x-experience-api-version': version }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
      }),
    );
  }

  /** Stores statements and gives their ids. */
  async function post(body: unknown, init: Ask = {}): Promise<string[]> {
    const answer = await ask('/statements', { method: 'POST', json: body, ...init });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return readJson<string[]>(answer);
  }

  /** Verb or object ids would do as well; tests look at ids. */
  async function list(query: string, init: Ask = {}): Promise<{ ids: string[]; more: string }> {
    const answer = await ask(`/statements${query}`, init);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    const { statements: found, more } = await readJson<Found>(answer);
    return { ids: found.map(({ id }) => id), more };
  }

  /** Stores statements under the authority of the LMS, as other sessions do, and gives their ids. */
  async function record(statements: readonly Statement[]): Promise<readonly string[]> {
    const authority = lmsAuthority(issuer);
    const result = await storeStatements(lrs, { store: 'national', version: '1.0.3', authority, statements });
    return result.outcome === 'stored' ? result.ids : [];
  }

  return { app, ask, post, record, list, delivery, clock, lrs };
}

/** What a query answers, as far as tests look. */
export interface Found {
  readonly statements: readonly StoredStatement[];
  readonly more: string;
}

/** The body as the shape that the test expects; its assertions say whether it is. */
export async function readJson<Shape>(answer: Response): Promise<Shape> {
  return (await answer.json()) as Shape;
}

/** A refusal, as far as tests look. */
export interface Refusal {
  readonly code: string;
  readonly issues: readonly { readonly path: string; readonly requirement?: string }[];
}

export interface Ask {
  readonly as?: string;
  readonly version?: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer> | Blob | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

function clientNamed(name: string): ClientPrincipal {
  const client = Object.hasOwn(clients, name) ? clients[name as Client] : undefined;
  if (!client) throw new NotSignedIn('No such client.');
  return { kind: 'client', clientId: name, name: `Client ${name}`, ...client };
}
