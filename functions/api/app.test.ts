import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryAgreements } from '@sinau/agreements/testing';
import { type JobId, type RunImportDeps, runImport } from '@sinau/catalogue';
import { createContentRoom, createExportRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { createPackageOpener } from '@sinau/catalogue/package-reader';
import { openSearch } from '@sinau/catalogue/search';
import { memoryCatalogue, memoryRatings, memorySearchShards } from '@sinau/catalogue/testing';
import {
  courseOf,
  deliveryWorld,
  memoryGuestStore,
  memoryLaunchLog,
  memoryTrialStore,
} from '@sinau/delivery/testing';
import { memoryDispatchStore } from '@sinau/dispatch/testing';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore } from '@sinau/enrolment/testing';
import { memoryOrganisationStore, memoryPeopleStore } from '@sinau/identity/testing';
import { memoryInsightStore } from '@sinau/insight/testing';
import type { ClientPrincipal, ProviderId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import type { RecordedStatement } from '@sinau/lrs';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { type IdempotencyStore, NotSignedIn } from '@sinau/platform/http';
import { createMemoryObjectStore, putMemoryPart } from '@sinau/platform/testing';
import { memoryBankStore, memoryQuizStore } from '@sinau/questions/testing';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDispatchCourses } from '../shared/dispatch-parts.ts';
import { createEntitlements } from '../shared/entitlements.ts';
import { createApiApp } from './app.ts';

const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const structure = (id = 'https://p.example/c') =>
  new TextEncoder().encode(`<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="${id}">${wording}</course><au id="https://p.example/a" moveOn="Passed">${wording}<url>index.html</url></au>
</courseStructure>`);
// Bytes that are no UTF-8, so that a body read as text would not survive.
const noise = Uint8Array.from({ length: 300 }, (_, n) => (n * 37) % 256);
const sound = zipSync(
  { 'cmi5.xml': structure(), 'index.html': new Uint8Array([60]), 'data.bin': noise },
  { level: 0 },
);

const clientOf = (provider: string, scopes: readonly Scope[]): ClientPrincipal => ({
  ...{ kind: 'client', clientId: provider, name: provider, scopes },
  tenant: { kind: 'provider', providerId: provider as ProviderId },
});
const everything = ['courses/read', 'courses/write', 'courses/publish'] as const;

/** The parts of answers that tests go on with. */
interface Answer {
  readonly jobId: string;
  readonly requestId?: string;
  readonly result: { readonly courseId: string };
}
const answerOf = async (response: Response) => (await response.json()) as Answer;

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'api-'));
});
afterEach(() => rm(temporaryFolder, { recursive: true }));

function setup(options: { readonly worker?: boolean } = {}) {
  const [uploads, content] = [createMemoryObjectStore(), createMemoryObjectStore()];
  const clock = fixedClock();
  const catalogue = memoryCatalogue();
  const waiting: JobId[] = [];
  const shared = {
    ...catalogue,
    search: openSearch({
      ...{ courses: catalogue.courses, shards: memorySearchShards(), clock, freshSeconds: 0 },
      providers: { read: async () => new Map([['p1', 'Universitas Contoh']]) },
      onStale: () => {},
    }),
    ...{ clock, ids: countedIds(), digest: nodeDigest },
    mediaOrigins: ['https://media.contoh.ac.id'],
    tools: { mayPlace: async () => false, mayLeadTo: async () => false },
    exportRoom: createExportRoom({ content, uploads }),
    uploads: createUploadRoom({ uploads }),
  };
  const importer: RunImportDeps = {
    ...shared,
    content: createContentRoom({ content }),
    packages: createPackageOpener({ uploads, content, temporaryFolder, maxPackageBytes: 1_000_000 }),
    allowedOrigins: [],
    activityBase: 'https://sinau.example/activities',
  };
  const clients: Record<string, ClientPrincipal> = {
    rina: clientOf('p1', everything),
    other: clientOf('p2', everything),
    reader: clientOf('p1', ['courses/read']),
    agency: { ...clientOf('p1', ['records/read']) },
    platform: {
      ...clientOf('mesin', ['launches/write', 'courses/review']),
      tenant: { kind: 'platform' },
    },
    stray: clientOf('p1', ['launches/write']),
  };
  const guests = memoryGuestStore();
  const launchLog = memoryLaunchLog();
  const delivery = deliveryWorld(courseOf([['Completed'], ['Passed']]));
  const app = createApiApp({
    ...shared,
    readings: { note: async () => undefined },
    launchLog,
    ratings: memoryRatings(),
    insight: memoryInsightStore(nodeDigest),
    push: () => Promise.reject(new Error('nothing asks for webhooks')),
    lti: () => Promise.reject(new Error('nothing asks for tools')),
    signingKeys: () => Promise.reject(new Error('nothing asks for keys')),
    ltiTool: () => Promise.reject(new Error('nothing asks for learning systems of others')),
    catalogueSync: () => Promise.reject(new Error('nothing asks for catalogues')),
    tables: () => Promise.reject(new Error('nobody sends tables')),
    staffing: () => Promise.reject(new Error('nobody sends lists of people')),
    history: () => Promise.reject(new Error('nobody sends lists of the past')),
    evaluations: async () => Promise.reject(new Error('nobody asks for evaluations')),
    recognition: async () => Promise.reject(new Error('nobody asks for recognition')),
    priority: async () => Promise.reject(new Error('nobody asks for priority')),
    events: () => Promise.reject(new Error('nobody meets')),
    voice: () => Promise.reject(new Error('nobody complains')),
    annualPlan: () => Promise.reject(new Error('nobody plans')),
    obligations: () => Promise.reject(new Error('nobody requires anything')),
    paths: () => Promise.reject(new Error('nobody asks for learning paths')),
    results: () => Promise.reject(new Error('no provider sends results')),
    reconciliations: () => Promise.reject(new Error('nobody compares')),
    connectors: () => Promise.reject(new Error('no provider is connected')),
    dispatches: memoryDispatchStore(),
    dispatchCourses: createDispatchCourses(catalogue),
    readStubs: async () => ({ scorm12: '/* scorm12 */', cmi5: '/* cmi5 */' }),
    ...{
      enrolments: memoryEnrolmentStore(),
      quotas: memoryCosts().store,
      external: () => Promise.reject(new Error('nobody asks')),
      credit: () => Promise.reject(new Error('nobody asks for JP')),
      reports: () => Promise.reject(new Error('nobody asks for reports')),
      audit: () => Promise.reject(new Error('no auditor asks')),
      transcripts: () => Promise.reject(new Error('nobody asks for transcripts')),
      siasn: () => Promise.reject(new Error('no connector asks')),
      budget: () => Promise.reject(new Error('nobody asks for budgets')),
      competency: () => Promise.reject(new Error('nobody asks for competence')),
      compliance: () => Promise.reject(new Error('nobody asks for numbers')),
      invitations: memoryInvitationStore(new Map()),
      portalOrigin: 'https://sinau.example',
      bank: memoryBankStore(),
      quizzes: memoryQuizStore(),
      people: memoryPeopleStore(),
      organisations: memoryOrganisationStore(),
      ...memoryAgreements(),
      signer: hmacSigner('a secret for tests of at least 32 characters'),
    },
    content: importer.content,
    activityBase: importer.activityBase,
    // Every course holds the same two parts.
    delivery: {
      ...delivery.deps,
      content: { find: () => delivery.deps.content.find('c1') },
      entitlements: createEntitlements({ enrolments: memoryEnrolmentStore(), guests }),
      guests,
      trials: memoryTrialStore(),
    },
    trialStatements: async (registration) =>
      delivery.records.statements
        .filter(({ context }) => context?.registration === registration)
        .map((statement) => ({ id: statement.id, json: JSON.stringify(statement) }) as RecordedStatement),
    credentials: {
      basic: () => Promise.reject(new NotSignedIn('no')),
      bearer: async (token) => {
        const client = clients[token];
        if (client) return client;
        throw new NotSignedIn('no');
      },
    },
    rateLimiter: { admit: async () => undefined },
    queue: { send: async ({ jobId }) => void waiting.push(jobId) },
    idempotency: memoryIdempotency(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    maxPackageBytes: 1_000_000,
    importWaitSeconds: 20,
    // The worker runs while the caller sleeps, as it does beside the function.
    sleep: async (ms) => {
      clock.advance(ms);
      const jobId = options.worker === false ? undefined : waiting.shift();
      if (jobId) await runImport(importer, { jobId });
    },
  });
  const ask = (path: string, init: RequestInit = {}, token: string | undefined = 'rina') =>
    app.hono.request(path, {
      ...init,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
    });
  const post = (path: string, body: unknown, token?: string) =>
    ask(
      path,
      { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
      token,
    );
  const send = (body: Uint8Array<ArrayBuffer>, query = '', headers: Record<string, string> = {}) =>
    ask(`/api/packages${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/zip', ...headers },
    });
  return { app, ask, post, send, uploads, content, waiting, importer, delivery, courses: shared.courses };
}

describe('POST /api/packages', () => {
  it('imports a zip within the request and names the course', async () => {
    const { send, ask, content } = setup();
    const response = await send(sound, '?fileName=etika.zip');
    expect(response.status).toBe(201);
    const job = await answerOf(response);
    expect(job).toMatchObject({ state: 'passed', fileName: 'etika.zip', result: { version: 1, auCount: 1 } });
    expect(response.headers.get('location')).toBe(`/api/courses/${job.result.courseId}`);
    const course = await (await ask(`/api/courses/${job.result.courseId}`)).json();
    expect(course).toMatchObject({
      status: 'draft',
      title: { id: 'Etika' },
      versions: [{ version: 1, fileCount: 3 }],
    });
    const keys: string[] = [];
    for await (const { key } of content.list('')) keys.push(key);
    const data = keys.find((key) => key.endsWith('/data.bin')) ?? '';
    expect(await content.get(data)).toEqual(noise);
  });

  it('keeps the bytes of a package that comes with an Idempotency-Key', async () => {
    const { send } = setup();
    expect((await send(sound, '', { 'idempotency-key': 'k1-k1-k1' })).status).toBe(201);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    [
      'a package that breaks a rule',
      zipSync({ 'cmi5.xml': structure('p.example/c'), 'index.html': new Uint8Array(1) }),
      '3.0.0.0-1',
    ],
    ['text that is no package', new TextEncoder().encode('# Markdown'), '14.0.0.0-1'],
    [
      'A1: a name that leaves the package',
      zipSync({ 'cmi5.xml': structure(), '../x': new Uint8Array(1) }),
      'sinau.package-name',
    ],
  ])('answers 422 with the rule for %s', async (_kind, body, requirement) => {
    const { send, uploads } = setup();
    const response = await send(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'catalogue.package-rejected',
      issues: [{ requirement }],
    });
    const left: string[] = [];
    for await (const { key } of uploads.list('')) left.push(key);
    expect(left).toEqual([]);
  });

  it('takes a Markdown text only from whoever says that it is an article', async () => {
    const { send, uploads } = setup();
    const text = new TextEncoder().encode('# Etika\n\nIsi artikel.');
    const unasked = await send(text, '?fileName=etika.md');
    expect(unasked.status).toBe(422);
    expect(await unasked.json()).toMatchObject({ issues: [{ requirement: '14.0.0.0-1' }] });
    const left: string[] = [];
    for await (const { key } of uploads.list('')) left.push(key);
    expect(left).toEqual([]);
    expect((await send(text, '?fileName=etika.md&kind=article')).status).toBe(201);
  });

  it('takes no other kind than the one that was asked for', async () => {
    const { send } = setup();
    const article = new TextEncoder().encode('# Etika');
    const refused = await send(article, '?fileName=etika.md&kind=cmi5');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ issues: [{ requirement: 'sinau.kind' }] });
    expect((await send(article, '?fileName=etika.md&kind=article')).status).toBe(201);
    expect((await send(sound, '?kind=cmi5')).status).toBe(201);
    expect((await send(sound, '?kind=paper')).status).toBe(400);
  });

  it('R8: answers 202 with the job when the import takes longer, and the job tells the end', async () => {
    const { send, ask, waiting, importer } = setup({ worker: false });
    const response = await send(sound);
    expect(response.status).toBe(202);
    const where = response.headers.get('location') ?? '';
    expect(await response.json()).toMatchObject({ state: 'queued', url: where });
    for (const jobId of waiting) await runImport(importer, { jobId });
    expect(await (await ask(where)).json()).toMatchObject({ state: 'passed' });
  });

  it('refuses an empty and a too large body, and unknown parameters', async () => {
    const { send } = setup();
    expect((await send(new Uint8Array(0))).status).toBe(400);
    expect((await send(new Uint8Array(8 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await send(sound, '?providerId=p2')).status).toBe(400);
  });
});

describe('upload, import, publish', () => {
  it('takes a package by presigned URL, imports it on request and publishes it', async () => {
    const { ask, post, uploads, waiting, importer } = setup({ worker: false });
    const request = { fileName: 'etika.zip', contentType: 'application/zip', sizeBytes: sound.length };
    const ticket = await answerOf(await post('/api/uploads', request));
    expect(ticket).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/zip' } });
    expect((await post('/api/imports', { jobId: ticket.jobId })).status).toBe(400);
    await uploads.put({ key: `uploads/p1/${ticket.jobId}`, body: sound });
    const started = await post('/api/imports', { jobId: ticket.jobId });
    expect(started.status).toBe(202);
    for (const jobId of waiting) await runImport(importer, { jobId });
    const { result } = await answerOf(await ask(`/api/imports/${ticket.jobId}`));
    const published = await post(`/api/courses/${result.courseId}/publish`, { jp: '2.5' });
    expect(await published.json()).toMatchObject({ status: 'published', jp: '2.5', publishedVersion: 1 });
    expect(await (await ask('/api/courses')).json()).toMatchObject({
      courses: [{ courseId: result.courseId }],
    });
    const retired = await ask(`/api/courses/${result.courseId}/retire`, { method: 'POST' });
    expect(await retired.json()).toMatchObject({ status: 'retired' });
  });
});

describe('DELETE /api/courses/:courseId', () => {
  it('deletes a course that nobody has taken, once it is retired, and takes the request again', async () => {
    const { ask, post, send, content } = setup();
    const { courseId } = (await answerOf(await send(sound))).result;
    const path = `/api/courses/${courseId}`;
    const remove = (token?: string) => ask(path, { method: 'DELETE' }, token);
    await post(`${path}/publish`, { jp: '2' });
    const refused = await remove();
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'catalogue.in-use' });
    await ask(`${path}/retire`, { method: 'POST' });
    expect((await remove('other')).status).toBe(404);
    const deleted = await remove();
    expect([deleted.status, await deleted.text()]).toEqual([204, '']);
    expect((await ask(path)).status).toBe(404);
    const guest = { account: { homePage: 'https://kampus.example', name: 'peserta-1' } };
    const launch = { courseId, auIndex: 0, actor: guest };
    expect((await post('/api/launches', launch, 'platform')).status).toBe(404);
    const left: string[] = [];
    for await (const { key } of content.list('')) left.push(key);
    expect(left).toEqual([]);
    expect((await remove()).status).toBe(204);
    expect((await remove('other')).status).toBe(404);
  });
});

describe('uploads in parts', () => {
  const request = {
    fileName: 'a.zip',
    contentType: 'application/zip',
    sizeBytes: sound.length,
    inParts: true,
  };

  it('A12: says what has arrived, takes the rest and starts the import', async () => {
    const { ask, post, waiting, importer } = setup({ worker: false });
    const opened = await post('/api/uploads', request);
    const { jobId, ...sizes } = await answerOf(opened);
    const where = `/api/uploads/${jobId}`;
    expect(opened.headers.get('location')).toBe(where);
    expect(sizes).toEqual({ partSizeBytes: 8 * 1024 * 1024, partCount: 1 });
    expect((await post('/api/imports', { jobId })).status).toBe(400);
    const signed = await (await post(`${where}/parts`, { partNumbers: [1] })).json();
    const { urls } = signed as { readonly urls: readonly { readonly url: string }[] };
    const etag = putMemoryPart(urls[0]?.url ?? '', sound);
    const parts = [{ partNumber: 1, etag }];
    expect(await (await ask(where)).json()).toMatchObject({
      ...{ jobId, state: 'awaiting-upload', partCount: 1 },
      parts: [{ partNumber: 1, etag, sizeBytes: sound.length }],
    });
    const strange = await post('/api/imports', { jobId, parts: [{ partNumber: 1, etag: '"another"' }] });
    expect(strange.status).toBe(400);
    expect((await post('/api/imports', { jobId, parts })).status).toBe(202);
    for (const queued of waiting) await runImport(importer, { jobId: queued });
    expect(await (await ask(`/api/imports/${jobId}`)).json()).toMatchObject({ state: 'passed' });
  });

  it('A12: given up, takes nothing any more', async () => {
    const { ask, post } = setup({ worker: false });
    const { jobId } = await answerOf(await post('/api/uploads', request));
    const where = `/api/uploads/${jobId}`;
    for (const _again of [1, 2]) expect((await ask(where, { method: 'DELETE' })).status).toBe(204);
    expect((await post(`${where}/parts`, { partNumbers: [1] })).status).toBe(400);
    expect(await (await ask(where)).json()).toMatchObject({ state: 'cancelled', parts: [] });
  });

  it.each([{ partNumbers: [] }, { partNumbers: [0] }, { partNumbers: [1], key: 'x' }, {}])(
    'refuses the wish for parts %j',
    async (wish) => {
      const { post } = setup({ worker: false });
      const { jobId } = await answerOf(await post('/api/uploads', request));
      expect((await post(`/api/uploads/${jobId}/parts`, wish)).status).toBe(400);
    },
  );
});

describe('launches for other systems', () => {
  const actor = { account: { homePage: 'https://lms.example', name: 'peserta-17' } };

  async function published() {
    const world = setup();
    const { courseId } = (await answerOf(await world.send(sound))).result;
    await world.post(`/api/courses/${courseId}/publish`, { jp: '2' });
    const launch = (over: object = {}, token = 'platform') =>
      world.post('/api/launches', { courseId, auIndex: 0, actor, ...over }, token);
    return { ...world, courseId, launch };
  }

  it('launches by any account, tells what was reached, waives and abandons', async () => {
    const { launch, ask, post, courseId, delivery } = await published();
    const response = await launch({
      launchMode: 'Browse',
      registration: '6F9619FF-8B86-4011-B42D-00CF4FC964FF',
    });
    expect(response.status).toBe(201);
    const launched = (await response.json()) as { registration: string; sessionId: string; url: string };
    const path = `/api/registrations/${launched.registration}`;
    expect(launched).toMatchObject({
      registration: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
      launchMode: 'Browse',
      launchMethod: 'AnyWindow',
    });
    expect(new URL(launched.url).searchParams.get('to')).toContain(encodeURIComponent('peserta-17'));
    expect(response.headers.get('location')).toBe(path);
    const waive = `${path}/aus/1/waive`;
    const reason = { reason: 'Tested Out' };
    expect(await (await post(waive, reason, 'platform')).json()).toEqual({ outcome: 'waived' });
    expect(await (await post(waive, reason, 'platform')).json()).toEqual({ outcome: 'was-waived' });
    const abandon = `${path}/sessions/${launched.sessionId}/abandon`;
    expect(await (await post(abandon, {}, 'platform')).json()).toEqual({ outcome: 'abandoned' });
    expect(await (await post(abandon, {}, 'platform')).json()).toEqual({ outcome: 'not-open' });
    expect(await (await ask(path, {}, 'platform')).json()).toMatchObject({
      registration: launched.registration,
      courseId,
      version: 1,
      actor: { objectType: 'Agent', ...actor },
      satisfied: false,
      aus: [
        { auIndex: 0, completed: false, waived: false },
        { auIndex: 1, waived: true },
      ],
      session: { sessionId: launched.sessionId, endedAt: expect.any(String) },
    });
    const verbs = delivery.records.statements.map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs).toEqual(['launched', 'waived', 'satisfied', 'abandoned']);
  });

  it('says what is wrong with a request, and launches nothing', async () => {
    const { launch, ask, post, courseId, delivery } = await published();
    const { registration } = (await (await launch()).json()) as { registration: string };
    const before = delivery.records.statements.length;
    const statuses = async (bodies: readonly object[]) =>
      Promise.all(bodies.map(async (over) => (await launch(over)).status));
    expect(
      await statuses([
        { actor: { mbox: 'mailto:a@b.example' } },
        { actor: { account: { homePage: 'kampus', name: 'x' } } },
        { auIndex: -1 },
        { auIndex: '0' },
        { registration: '123' },
        { launchMode: 'normal' },
        { surprise: true },
        { returnUrl: '/kursus' },
        { returnUrl: 'javascript:alert(1)' },
      ]),
    ).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 400]);

    expect(await statuses([{ auIndex: 9 }, { courseId: 'tidak-ada' }])).toEqual([404, 404]);
    const other = { account: { ...actor.account, name: 'peserta-18' } };
    expect((await launch({ registration, actor: other })).status).toBe(409);
    expect((await ask('/api/registrations/bukan-uuid', {}, 'platform')).status).toBe(404);
    const reason = { reason: 'Because' };
    expect((await post(`/api/registrations/${registration}/aus/0/waive`, reason, 'platform')).status).toBe(
      400,
    );
    await post(`/api/courses/${courseId}/retire`, {});
    expect((await launch()).status).toBe(404);
    expect(delivery.records.statements).toHaveLength(before);
  });

  it('tells the AU where the learner goes back to', async () => {
    const { launch, delivery } = await published();
    const returnUrl = 'https://lms.example/courses/7';
    const answer = (await (await launch({ returnUrl })).json()) as {
      activityId: string;
      registration: string;
    };
    const where = `${answer.activityId} ${answer.registration}`;
    expect(delivery.documents.launchData.get(where)).toMatchObject({ returnURL: returnUrl });
  });

  it('C9: is for machines of the platform', async () => {
    const { launch } = await published();
    expect((await launch({}, 'rina')).status).toBe(403);
    expect((await launch({}, 'stray')).status).toBe(403);
  });
});

describe('access', () => {
  it('C2: answers alike for what is absent and what is another provider’s', async () => {
    const { ask, post, send } = setup();
    const job = await answerOf(await send(sound));
    const problems = async (id: string, path: string, method = 'GET') => {
      const response =
        method === 'GET'
          ? await ask(path + id, {}, 'other')
          : await post(`${path}${id}/publish`, { jp: '1' }, 'other');
      const { requestId: _, ...problem } = await answerOf(response);
      return { status: response.status, problem };
    };
    for (const [id, path, method] of [
      [job.result.courseId, '/api/courses/', 'GET'],
      [job.jobId, '/api/imports/', 'GET'],
      [job.result.courseId, '/api/courses/', 'POST'],
    ] as const) {
      const foreign = await problems(id, path, method);
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(await problems('00000000-0000-4000-8000-000000000fff', path, method));
    }
    expect(await (await ask('/api/courses', {}, 'other')).json()).toEqual({ courses: [] });
    expect(await (await ask('/api/imports', {}, 'other')).json()).toEqual({ imports: [] });
  });

  it('C9: lets no route be called without its scope', async () => {
    const { app, ask } = setup();
    expect(app.routes.length).toBeGreaterThan(7);
    for (const { method, path, access } of app.routes) {
      // The description of the doors is for everybody; results of providers are signed.
      if (access.includes('anyone')) {
        expect([
          '/api/openapi.json',
          '/api/connections/:connectionId/results',
          '/api/connections/:connectionId/xapi/about',
          '/api/connections/:connectionId/xapi/statements',
        ]).toContain(path);
        continue;
      }
      const target = path.replace(/:\w+/g, 'x');
      const init = method === 'POST' ? { method, body: '{}' } : { method };
      expect((await ask(target, init, '')).status, `${path} anonymous`).toBe(401);
      expect((await ask(target, init, 'agency')).status, `${path} agency`).toBe(403);
      if (access.every((grant) => grant === 'scope:courses/write')) {
        expect((await ask(target, init, 'reader')).status, `${path} reader`).toBe(403);
      }
    }
    expect((await ask('/api/courses', {}, 'unknown')).status).toBe(401);
    expect((await ask('/api/courses', { headers: { authorization: 'Digest x' } }, '')).status).toBe(401);
  });

  it('D1: refuses properties that are not the caller’s to set', async () => {
    const { post } = setup();
    const upload = { fileName: 'x', contentType: 'application/zip', sizeBytes: 1 };
    for (const extra of [{ providerId: 'p2' }, { state: 'passed' }, { uploadKey: 'uploads/p2/x' }]) {
      expect((await post('/api/uploads', { ...upload, ...extra })).status).toBe(400);
    }
  });
});

function memoryIdempotency(): IdempotencyStore {
  return { claim: async () => 'claimed', finish: async () => undefined, release: async () => undefined };
}

describe('drafts and reviews', () => {
  it('does all that an editor and a reviewer click', async () => {
    const { send, ask, post } = setup();
    const { result } = await answerOf(await send(sound));
    const course = `/api/courses/${result.courseId}`;
    const patch = (path: string, body: unknown) =>
      ask(path, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const revOf = async () => ((await (await ask(course)).json()) as { rev: number }).rev;
    const link = { kind: 'link', title: 'Peraturan', url: 'https://contoh.go.id/aturan' };
    expect((await post(`${course}/modules`, link)).status).toBe(201);
    expect((await post(`${course}/modules`, { ...link, url: 'javascript:alert(1)' })).status).toBe(400);
    const video = { kind: 'video', title: 'Kuliah', url: 'https://media.contoh.ac.id/kuliah.mp4' };
    expect((await post(`${course}/modules`, video)).status).toBe(201);
    const elsewhere = await post(`${course}/modules`, { ...video, url: 'https://evil.example/kuliah.mp4' });
    expect(elsewhere.status).toBe(422);
    expect(await elsewhere.json()).toMatchObject({
      code: 'catalogue.host-not-allowed',
      issues: [{ path: '/url', message: expect.stringContaining('https://media.contoh.ac.id') }],
    });
    expect((await patch(course, { rev: 1, jp: '2' })).status).toBe(409);
    expect((await patch(course, { rev: await revOf(), jp: '2' })).status).toBe(200);
    const settings = { rev: await revOf(), admission: { mode: 'approval', seats: 2 } };
    expect(await (await patch(`${course}/settings`, settings)).json()).toMatchObject({
      admission: { mode: 'approval', seats: 2 },
    });
    const submitted = await post(`${course}/submit`, { comment: 'Siap' });
    expect(submitted.status).toBe(201);
    const review = (await submitted.json()) as { url: string };
    expect(review).toMatchObject({ version: 2, state: 'submitted', comments: [{ by: 'p1', text: 'Siap' }] });
    expect(await (await ask('/api/reviews', {}, 'platform')).json()).toMatchObject({
      reviews: [{ courseId: result.courseId }],
    });
    const checked = ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'];
    const seen = (await (await ask(review.url, {}, 'platform')).json()) as { rev: number };
    expect(seen).toMatchObject({ versionRule: 'stay', rev: await revOf() });
    const decision = { outcome: 'approve', checked, rev: seen.rev };
    expect((await post(`${review.url}/decision`, decision)).status).toBe(403);
    expect((await post(`${review.url}/comments`, { text: 'Baik' }, 'platform')).status).toBe(201);
    await patch(`${course}/settings`, { rev: seen.rev, versionRule: 'move-with-results' });
    const late = await post(`${review.url}/decision`, decision, 'platform');
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'catalogue.terms-changed' });
    const again = { ...decision, rev: await revOf() };
    expect(await (await post(`${review.url}/decision`, again, 'platform')).json()).toMatchObject({
      state: 'approved',
    });
    expect(await (await ask(course)).json()).toMatchObject({
      status: 'published',
      publishedVersion: 2,
      jp: '2',
    });
    expect(JSON.stringify(await (await ask(course)).json())).not.toContain('originHash');
  });

  it('exports a version to its provider alone', async () => {
    const { send, ask } = setup();
    const { result } = await answerOf(await send(sound));
    const version = `/api/courses/${result.courseId}/versions/1`;
    const structure = await ask(`${version}/structure`);
    expect(structure.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(structure.headers.get('content-disposition')).toBe('attachment; filename="cmi5.xml"');
    expect(await structure.text()).toContain('<courseStructure');
    expect(await (await ask(`${version}/package`)).json()).toMatchObject({ url: expect.any(String) });
    for (const path of ['structure', 'package']) {
      expect((await ask(`${version}/${path}`, {}, 'other')).status).toBe(404);
      expect((await ask(`${version}/${path}`, {}, 'agency')).status).toBe(403);
      expect((await ask(`/api/courses/${result.courseId}/versions/x/${path}`)).status).toBe(400);
    }
  });

  it('wants the module named when a course has several', async () => {
    const { send, post } = setup();
    const { result } = await answerOf(await send(sound));
    const link = { kind: 'link', title: 'Peraturan', url: 'https://contoh.go.id/aturan' };
    await post(`/api/courses/${result.courseId}/modules`, link);
    expect((await send(sound, `?courseId=${result.courseId}`)).status).toBe(400);
    const twice = await send(sound, `?courseId=${result.courseId}&module=new`);
    expect(twice.status).toBe(422);
    expect(await twice.json()).toMatchObject({ issues: [{ requirement: 'sinau.module' }] });
  });
});

describe('what an author does at one course', () => {
  async function published() {
    const world = setup();
    const sent = (await (await world.send(sound, '?fileName=etika.zip')).json()) as {
      readonly result: { readonly courseId: string };
    };
    const path = `/api/courses/${sent.result.courseId}`;
    await world.post(`${path}/publish`, { jp: '4' });
    return { ...world, path };
  }

  it('sees packages and what the draft would change, and finds nothing of another provider', async () => {
    const { ask, path } = await published();
    const packages = (await (await ask(`${path}/packages`)).json()) as { packages: { used: boolean }[] };
    expect(packages.packages).toMatchObject([{ kind: 'cmi5', fileName: 'etika.zip', used: true }]);
    expect(JSON.stringify(packages)).not.toContain('originHash');
    expect(await (await ask(`${path}/changes`)).json()).toMatchObject({
      changes: { from: 1, modules: [{}] },
    });
    for (const what of ['packages', 'changes', 'invitations', 'ratings']) {
      expect((await ask(`${path}/${what}`, {}, 'other')).status, what).toBe(404);
    }
  });

  it('invites with a code that is told once, and revokes it', async () => {
    const { ask, post, path } = await published();
    const good = { label: 'Angkatan I', maxUses: 3, days: 7 };
    const made = await post(`${path}/invitations`, good);
    expect(made.status).toBe(201);
    const { code, link, invitationId } = (await made.json()) as Record<string, string>;
    expect(link).toBe(`https://sinau.example${path.replace('/api', '')}?invitation=${code}`);
    const list = async () => (await (await ask(`${path}/invitations`)).json()) as { invitations: object[] };
    expect(JSON.stringify(await list())).not.toContain(code);
    expect((await post(`${path}/invitations/${invitationId}/revoke`, {}, 'other')).status).toBe(404);
    expect((await post(`${path}/invitations/${invitationId}/revoke`, {})).status).toBe(204);
    expect(await list()).toMatchObject({
      invitations: [{ label: good.label, maxUses: 3, ended: 'revoked' }],
    });
    expect((await post(`${path}/invitations`, { ...good, courseId: 'other' })).status).toBe(400);
    expect((await post(`${path}/invitations`, { ...good, label: 'Angkatan\u0007 I' })).status).toBe(400);
    expect((await post(`${path}/invitations`, good, 'reader')).status).toBe(403);
  });

  it('answers a report of a comment that is not there as absent', async () => {
    const { post, path } = await published();
    expect((await post(`${path}/ratings/report`, { commentId: 'x~y' })).status).toBe(404);
  });

  it('tries a version that nobody has published, goes on with the trial, begins anew, and reads what was told', async () => {
    const { send, ask, post } = setup();
    const { courseId } = (await answerOf(await send(sound))).result;
    const path = `/api/courses/${courseId}/versions/1/trials`;
    const read = async () =>
      (await (await ask(path)).json()) as { registration?: string; statements: object[] };
    expect(await read()).toEqual({
      aus: [
        { auIndex: 0, state: 'not-started' },
        { auIndex: 1, state: 'not-started' },
      ],
      statements: [],
    });
    const launched = async (body: object) =>
      (await (await post(path, body)).json()) as Record<string, string>;
    const first = await launched({ auIndex: 0 });
    expect(first).toMatchObject({ url: expect.stringContaining('endpoint'), launchMode: 'Normal' });
    expect(await read()).toMatchObject({ registration: first.registration, statements: [{}] });
    expect((await launched({ auIndex: 1 })).registration).toBe(first.registration);
    const anew = await launched({ auIndex: 0, anew: true });
    expect(anew.registration).not.toBe(first.registration);
    expect(await read()).toMatchObject({ registration: anew.registration });
  });

  it('C2: opens no trial of another provider’s course, of a version that is not there, or to who may only read', async () => {
    const { path, post, ask } = await published();
    const of = (version: number) => `${path}/versions/${version}/trials`;
    expect((await post(of(1), { auIndex: 0 }, 'other')).status).toBe(404);
    expect((await ask(of(1), {}, 'other')).status).toBe(404);
    expect((await post(of(2), { auIndex: 0 })).status).toBe(404);
    expect((await post(of(1), { auIndex: 7 })).status).toBe(404);
    expect((await post(of(1), { auIndex: 0 }, 'reader')).status).toBe(403);
    expect((await post(of(1), { auIndex: 0, personId: 'p' })).status).toBe(400);
  });
});
