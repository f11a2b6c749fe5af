import type { Course, CourseVersion, ImportJob } from '@sinau/catalogue';
import { memoryCatalogue } from '@sinau/catalogue/testing';
import { courseOf, memoryDocuments, memoryRecords, memoryRegistrationStore } from '@sinau/delivery/testing';
import type { Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import { type SignInClaims, SignInFailed } from '@sinau/identity';
import { claimsFor, identityWorld } from '@sinau/identity/testing';
import type { PersonId, ProviderId, Tenant } from '@sinau/kernel';
import type { StatementStore } from '@sinau/lrs';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { createMemoryIdempotencyStore } from '@sinau/platform/testing';
import { createPortalApp } from '../app.ts';
import type { PortalDeps } from '../deps.ts';

export const origin = 'https://sinau.example';

/** Nothing was ever stored. */
const emptyStatements: StatementStore = {
  write: async () => ({ outcome: 'stored', newIds: [] }),
  find: async () => undefined,
  referrers: async () => [],
  query: async () => ({ statements: [] }),
  consistentThroughMs: async () => Date.parse('2026-03-02T01:00:00.000Z'),
};

const nothing = async () => undefined;

/** The portal on stores in memory, with an issuer at which each code is somebody's address. */
export async function portalWorld() {
  const identity = await identityWorld();
  const catalogue = memoryCatalogue();
  const enrolments = memoryEnrolmentStore();
  const structure = courseOf([['Completed'], ['Passed']], { title: { id: 'Bagian <b>' } });
  const logged: unknown[] = [];
  const deps: PortalDeps = {
    ...identity,
    ...catalogue,
    enrolments,
    log: { info: (...line) => logged.push(line), warn: nothing, error: (...line) => logged.push(line) },
    assets: {
      paths: { portal: '/assets/a.css', copy: '/a', 'leave-frame': '/a', refresh: '/a', upload: '/a' },
      readFiles: async () => ({}),
    },
    portalOrigin: origin,
    contentSource: 'https://*.content.sinau.example',
    uploadOrigin: 'https://uploads.example',
    oidc: issuerOf(),
    uploads: {
      presign: async () => 'https://uploads.example/put',
      put: nothing,
      sizeOf: async () => 10,
      delete: nothing,
    },
    importQueue: { send: nothing },
    maxPackageBytes: 1000,
    content: {
      find: async (courseId) => (courseId === 'c1' ? { structure, originHash: 'a'.repeat(32) } : undefined),
    },
    entitlements: {
      find: async (registration) => {
        const found = await enrolments.findByRegistration(registration as Registration);
        return found && { ...found, open: found.state !== 'cancelled' };
      },
    },
    registrations: memoryRegistrationStore(),
    records: memoryRecords(),
    documents: memoryDocuments(),
    tickets: { issue: () => 'ticket' },
    actors: { accountOf: (personId: PersonId) => ({ homePage: origin, name: personId }) },
    addresses: {
      portalOrigin: origin,
      activityBase: `${origin}/activities`,
      contentOriginOf: (hash) => `https://${hash}.content.sinau.example`,
    },
    statements: emptyStatements,
    notices: memoryNoticeStore(),
    idempotency: createMemoryIdempotencyStore(),
  };
  await publishCourse(catalogue, identity.tenants.providerA);
  const app = createPortalApp(deps);
  return { ...identity, deps, app, logged, browser: () => browserAt(app) };
}

function issuerOf(): PortalDeps['oidc'] {
  const nonces = new Set<string>();
  return {
    authorizationUrl: async ({ state, nonce }) => {
      nonces.add(nonce);
      return `https://issuer.example/authorize?state=${state}`;
    },
    redeem: async ({ code, nonce }): Promise<SignInClaims> => {
      if (!nonces.has(nonce)) throw new SignInFailed();
      return claimsFor(code);
    },
    endSessionUrl: async () => 'https://issuer.example/end',
  };
}

async function publishCourse({ jobs }: ReturnType<typeof memoryCatalogue>, tenant: Tenant): Promise<void> {
  const providerId = (tenant.kind === 'provider' ? tenant.providerId : '') as ProviderId;
  const at = '2026-03-01T00:00:00.000Z';
  const words = { title: { id: 'Kursus <script>' }, description: { id: 'Tentang' } };
  const course = {
    ...{ courseId: 'c1', providerId, ...words, jp: 400, status: 'published', latestVersion: 1, rev: 1 },
    ...{ publishedVersion: 1, publishedAt: at, createdAt: at, updatedAt: at },
  } as unknown as Course;
  const version = {
    ...{ courseId: 'c1', version: 1, versionId: 'v1', originHash: 'a'.repeat(32), modules: [], ...words },
    ...{ auCount: 2, fileCount: 3, totalBytes: 9, importedAt: at },
  } as unknown as CourseVersion;
  const job = {
    ...{ jobId: 'j1', providerId, uploadKey: 'u', fileName: 'f.zip', sizeBytes: 9, state: 'running' },
    ...{
      progress: { done: 0, total: 3 },
      tries: 1,
      abandonedOrigins: [],
      createdAt: at,
      updatedAt: at,
      rev: 1,
    },
  } as unknown as ImportJob;
  await jobs.create(job);
  await jobs.commit({ job: { ...job, state: 'passed', rev: 2 }, course, version });
}

/** Keeps cookies and sends what a browser sends with every request of a page of the portal. */
function browserAt(app: ReturnType<typeof createPortalApp>) {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...Object(init.headers),
    });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', origin);
    const response = await app.hono.request(`${origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  /** To the issuer and back. */
  async function signIn(email: string, returnTo = '/'): Promise<Response> {
    const begun = await ask(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    return ask(`/sign-in/callback?state=${state}&code=${encodeURIComponent(email)}`);
  }

  return { ask, post, signIn, cookies };
}
