import { memoryCatalogue } from '@sinau/catalogue/testing';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { ExportMessage } from '@sinau/exports';
import { memoryExportJobStore } from '@sinau/exports/testing';
import { authenticateClient, type ClientId, createClient, verifyAccessToken } from '@sinau/identity';
import { readBasicCredentials } from '@sinau/identity/adapters';
import { identityWorld } from '@sinau/identity/testing';
import type { Scope, Tenant } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';
import { createMemoryQueue } from '@sinau/platform/testing';
import { appendRecords, type FeedStore, type RecordedCommit } from '@sinau/records';
import { memoryFeedStore, memoryPullLog } from '@sinau/records/testing';
import { createSelection } from '../../shared/export-parts.ts';
import { createCourseDirectory, createPeopleDirectory } from '../../shared/record-directories.ts';
import { createRecordsApp } from '../app.ts';
import type { RecordsDeps } from '../deps.ts';

/** Home page of the accounts that stand for people. */
export const issuer = 'https://sinau.example';

export interface TestClient {
  readonly clientId: ClientId;
  readonly secret: string;
}

/** The door on memory stores, with clients of two agencies, a provider and the platform. */
export async function recordsWorld(over: Partial<RecordsDeps> = {}) {
  const identity = await identityWorld();
  const { tenants, clock, ids, digest, signer } = identity;
  const feed: FeedStore = memoryFeedStore(clock);
  const enrolments = memoryEnrolmentStore();
  const { courses } = memoryCatalogue();
  const pulls = memoryPullLog(clock);
  const exports = memoryExportJobStore();
  const queue = createMemoryQueue<ExportMessage>();
  const recorded = new Map<string, string>();
  const filters = {
    bodies: { find: async (id: string) => recorded.get(id) },
    people: createPeopleDirectory(identity),
    courses: createCourseDirectory({ issuer, enrolments, courses }),
  };
  const tokens = { ...identity, directory: identity.clients };
  const faults: unknown[] = [];
  const app = createRecordsApp({
    credentials: {
      basic: async (header) => {
        const read = readBasicCredentials(header);
        if (!read) throw new NotSignedIn('Basic credentials are "id:secret" in base64.');
        return authenticateClient(tokens, read);
      },
      bearer: (token) => verifyAccessToken(tokens, token),
    },
    readings: { note: async () => undefined },
    rateLimiter: { admit: async () => undefined },
    tokenLimiter: { admit: async () => undefined },
    tokens,
    feed,
    ...filters,
    exports,
    queue,
    selection: createSelection(filters),
    links: { linkTo: async ({ key, fileName }) => `https://files.example/${key}?name=${fileName}` },
    pulls,
    signer,
    clock,
    ids,
    log: { info: () => {}, warn: () => {}, error: (_message, error) => void faults.push(error) },
    pageBytes: 100_000,
    ...over,
  });

  async function client(tenant: Tenant, scopes: readonly Scope[]): Promise<TestClient> {
    const request = { name: 'Klien', tenant, scopes: [...scopes] };
    const { client: made, secret } = await createClient(identity, { principal: identity.operator, request });
    return { clientId: made.clientId, secret };
  }

  async function request(path: string, init?: RequestInit): Promise<Response> {
    return app.hono.request(`https://sinau.example${path}`, init);
  }

  const agencyIdOf = (tenant: Tenant) => {
    if (tenant.kind !== 'agency') throw new Error('not an agency');
    return tenant.agencyId;
  };

  return {
    identity,
    app,
    faults,
    request,
    agencyA: agencyIdOf(tenants.agencyA),
    agencyB: agencyIdOf(tenants.agencyB),
    clients: {
      a: await client(tenants.agencyA, ['records/read', 'statements/read']),
      otherOfA: await client(tenants.agencyA, ['records/read']),
      b: await client(tenants.agencyB, ['records/read']),
      withoutScope: await client(tenants.agencyA, ['statements/read']),
      platform: await client(tenants.platform, ['records/read', 'courses/read']),
    },
    feed,
    enrolments,
    pulls,
    exports,
    queue,
    record: async (...commits: readonly RecordedCommit[]) => {
      for (const { id, json } of commits.flatMap(({ statements }) => statements)) recorded.set(id, json);
      await appendRecords({ feed, digest, laneCount: 1 }, commits);
    },
    pull: (query: string, as: TestClient, headers: Readonly<Record<string, string>> = {}) =>
      request(`/records${query}`, { headers: { authorization: basic(as), ...headers } }),
    token: (body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      request('/oauth/token', { method: 'POST', body: new URLSearchParams(body), headers: { ...headers } }),
  };
}

export const basic = ({ clientId, secret }: TestClient): string =>
  `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
