import type { ConnectionId, JobMessage } from '@sinau/connectors';
import { placeResult } from '@sinau/connectors/results';
import {
  memoryConnectionStore,
  memoryCourseParts,
  memoryLearnerNames,
  memoryPollRunStore,
  memoryReconciliationStore,
  memoryRepairOrderStore,
  memoryResultStore,
  sampleConnection,
  sampleResult,
} from '@sinau/connectors/testing';
import type { AgencyId, ClientPrincipal, PersonId, ProviderId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { createMemoryQueue } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { addReconciliationRoutes } from './reconciliation-routes.ts';

const both: readonly Scope[] = ['connections/read', 'connections/write'];
const clientOf = (tenant: ClientPrincipal['tenant'], scopes = both): ClientPrincipal => ({
  ...{ kind: 'client', clientId: 'mesin', name: 'Mesin', tenant, scopes },
});
const campus = { kind: 'provider', providerId: 'kampus' as ProviderId } as const;
const callers: Readonly<Record<string, ClientPrincipal>> = {
  campus: clientOf(campus),
  reader: clientOf(campus, ['connections/read']),
  other: clientOf({ kind: 'provider', providerId: 'lain' as ProviderId }),
  platform: clientOf({ kind: 'platform' }),
  agency: clientOf({ kind: 'agency', agencyId: 'badan' as AgencyId }),
  courses: clientOf(campus, ['courses/write']),
};

/** What any of the answers may hold. */
interface Told {
  readonly next: string;
  readonly runId: string;
  readonly state: string;
  readonly lines: readonly object[];
  readonly results: readonly { readonly resultId: string }[];
  readonly mismatches: readonly object[];
  readonly polls: readonly object[];
  readonly reconciliations: readonly object[];
  readonly repairs: readonly object[];
}

async function world() {
  const [clock, ids] = [fixedClock(), countedIds()];
  const nothing = () => undefined;
  const noted: unknown[] = [];
  const app = createHttpApp({
    ...{ name: 'api', log: { info: nothing, warn: nothing, error: nothing }, clock, ids },
    readings: { note: async ({ what, personId }) => void noted.push([what, personId]) },
    authenticate: async (request) => callers[request.headers.get('x-caller') ?? ''] ?? { kind: 'anonymous' },
  });
  const connections = memoryConnectionStore();
  const connection = sampleConnection({ providerId: 'kampus' as ProviderId });
  const { connectionId } = connection;
  await connections.create(connection);
  const fileId = '00000000-0000-4000-8000-000000000099' as ConnectionId;
  await connections.create({ ...connection, connectionId: fileId, kind: 'file' });
  const queue = createMemoryQueue<JobMessage>();
  const desk = {
    ...{ connections, queue, clock, ids, digest: nodeDigest },
    results: memoryResultStore(nodeDigest),
    courseParts: memoryCourseParts(),
    reconciliation: memoryReconciliationStore(),
    repairs: memoryRepairOrderStore(),
    polls: memoryPollRunStore(),
    personOf: async (registration: string) => (registration === 'r-1' ? ('siti' as PersonId) : undefined),
  };
  const parts = ['m1'];
  const finder = {
    registrationOf: async ({ subject }: { readonly subject: string }) =>
      subject === 's-1' ? { registration: 'r-1' } : { reason: 'learner-unknown' as const },
    partsOf: async () => ({ moduleIds: parts }),
  };
  const names = memoryLearnerNames();
  const placing = async () => ({ ...desk, finder, names });
  const since = clock.now().toISOString();
  await desk.reconciliation.see(
    [1, 2, 3].map((n) => ({
      ...{ mismatchId: `m${n}`, connectionId, runId: 'r', since, kind: 'theirs-not-ours' as const },
      ...{ externalCourseId: '4', externalLearnerId: `u${n}`, registration: `secret-${n}` },
    })),
  );
  addReconciliationRoutes(app, {
    reconciliations: async () => ({ ...desk, placing }),
    signer: hmacSigner('a secret for tests, long enough to sign'),
  });
  const ask = async (
    method: string,
    path: string,
    given: { readonly as?: string; readonly body?: object } = {},
  ) => {
    const answer = await app.hono.request(`http://localhost/api/connections/${connectionId}${path}`, {
      method,
      headers: { 'x-caller': given.as ?? 'campus', 'content-type': 'application/json' },
      ...(given.body && { body: JSON.stringify(given.body) }),
    });
    return {
      status: answer.status,
      json: (answer.status === 204 ? {} : await answer.json()) as Told,
      location: answer.headers.get('location') ?? '',
    };
  };
  const sent = () => queue.sent.map(({ kind }) => kind);
  return { ask, desk: { ...desk, placing }, sent, connectionId, fileId, app, noted, parts };
}

const end = { action: 'end-there', mismatchIds: ['m1', 'm2'] };
const reads = ['/results', '/result-polls', '/mismatches', '/reconciliations', '/repairs'];
const writes = [
  ['/result-polls', {}],
  ['/reconciliations', {}],
  ['/repairs', end],
] as const;

describe('who may look after what differs', () => {
  it('C2: machines of the provider and of the platform; for others the connection is absent', async () => {
    const { ask, sent } = await world();
    for (const path of reads) {
      for (const as of ['campus', 'reader', 'platform'])
        expect((await ask('GET', path, { as })).status, `${as} ${path}`).toBe(200);
      for (const as of ['other', 'agency'])
        expect((await ask('GET', path, { as })).status, `${as} ${path}`).toBe(404);
      expect((await ask('GET', path, { as: 'courses' })).status).toBe(403);
      expect((await ask('GET', path, { as: 'nobody' })).status).toBe(401);
    }
    for (const [path, body] of writes) {
      for (const as of ['reader', 'courses'])
        expect((await ask('POST', path, { as, body })).status, `${as} ${path}`).toBe(403);
      for (const as of ['other', 'agency'])
        expect((await ask('POST', path, { as, body })).status, `${as} ${path}`).toBe(404);
    }
    expect(sent()).toEqual([]);
  });
});

describe('results and comparisons for machines', () => {
  it('mismatches come page by page, without registrations; a page of another list opens none', async () => {
    const { ask } = await world();
    const first = await ask('GET', '/mismatches?limit=2');
    const rest = await ask('GET', `/mismatches?limit=2&page=${encodeURIComponent(first.json.next)}`);
    const found = [...first.json.mismatches, ...rest.json.mismatches];
    expect(found).toMatchObject([1, 2, 3].map((n) => ({ mismatchId: `m${n}`, learner: `u${n}` })));
    expect(rest.json).not.toHaveProperty('next');
    expect(JSON.stringify(found)).not.toContain('secret');
    expect((await ask('GET', `/results?page=${encodeURIComponent(first.json.next)}`)).status).toBe(400);
    expect((await ask('GET', '/mismatches?limit=1000')).status).toBe(400);
  });

  it('the inbox tells what was said and whether it counts', async () => {
    const { ask, desk, connectionId } = await world();
    await desk.results.take(
      sampleResult({
        ...{ providerId: 'kampus' as ProviderId, source: 'poll' },
        about: { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' },
      }),
    );
    const { json } = await ask('GET', '/results');
    expect(json.results).toMatchObject([{ state: 'new', externalCourseId: '4', learner: 'u7' }]);
    expect((await ask('GET', '/results?state=placed')).json).toEqual({ results: [] });
  });

  it('one result is matched and set aside, by whom the pages let too', async () => {
    const { ask, desk, connectionId } = await world();
    await desk.results.take(
      sampleResult({
        ...{ providerId: 'kampus' as ProviderId, source: 'poll' },
        about: { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' },
      }),
    );
    const { json } = await ask('GET', '/results');
    const path = `/results/${json.results[0]?.resultId}`;
    const match = (body: object, as = 'campus') => ask('POST', `${path}/match`, { as, body });
    expect((await match({ subject: 's-2' })).status).toBe(422);
    expect((await match({ subject: '' })).status).toBe(400);
    expect((await match({ subject: 's-1', registration: 'r-9' })).status).toBe(400);
    expect((await match({ subject: 's-1' })).json).toMatchObject({ state: 'placed', versions: [{}] });
    const aside = (body: object, as = 'campus') => ask('POST', `${path}/set-aside`, { as, body });
    expect((await aside({ note: ' ' })).status).toBe(400);
    expect((await aside({ note: 'Ujian coba' })).json).toMatchObject({ state: 'set-aside', versions: [] });
    expect((await ask('GET', path, { as: 'reader' })).json).toMatchObject({ note: 'Ujian coba' });
    expect(await desk.results.find(json.results[0]?.resultId ?? '')).toMatchObject({
      decision: { by: 'mesin' },
    });
    for (const as of ['other', 'agency']) {
      expect((await ask('GET', path, { as })).status).toBe(404);
      expect((await match({ subject: 's-1' }, as)).status).toBe(404);
    }
    expect((await aside({ note: 'x' }, 'reader')).status).toBe(403);
    expect((await ask('GET', '/results/tidak-ada')).json).toMatchObject({
      code: 'connectors.result-not-found',
    });
  });

  it('the part is said for all results of a course, and taken back, by whom the pages let too', async () => {
    const { ask, desk, connectionId, parts } = await world();
    parts.push('m2');
    const resultIds: string[] = [];
    for (const eventId of ['e1', 'e2']) {
      const about = { kind: 'external', connectionId, externalCourseId: '4', subject: 's-1' } as const;
      await desk.results.take(
        sampleResult({ providerId: 'kampus' as ProviderId, source: 'poll', about, eventId }),
      );
    }
    const { json } = await ask('GET', '/results');
    resultIds.push(...json.results.map(({ resultId }) => resultId));
    const [path, other] = resultIds.map((resultId) => `/results/${resultId}`);
    const match = (body: object, as = 'campus') => ask('POST', `${path}/match`, { as, body });
    expect((await match({ subject: 's-1', forCourse: true })).status).toBe(422);
    expect((await match({ subject: 's-1', moduleId: 'm2', forCourse: 'ya' })).status).toBe(400);
    const said = await match({ subject: 's-1', moduleId: 'm2', forCourse: true });
    const since = expect.any(String);
    expect(said.json).toMatchObject({ state: 'placed', coursePart: { moduleId: 'm2', since } });
    expect(JSON.stringify(said.json)).not.toContain('mesin');
    expect(await ask('GET', `${other}`)).toMatchObject({ json: { coursePart: { moduleId: 'm2' } } });
    for (const as of ['other', 'agency'])
      expect((await ask('DELETE', `${path}/course-part`, { as })).status).toBe(404);
    expect((await ask('DELETE', `${path}/course-part`, { as: 'reader' })).status).toBe(403);
    expect((await ask('GET', `${path}`)).json).toHaveProperty('coursePart');
    for (let n = 0; n < 2; n += 1) expect((await ask('DELETE', `${path}/course-part`)).status).toBe(204);
    expect((await ask('GET', `${path}`)).json).not.toHaveProperty('coursePart');
    expect((await ask('GET', `${path}`)).json).toMatchObject({ state: 'placed' });
  });

  it('who is who is said by whom the pages let too, for many at once', async () => {
    const { ask, desk, connectionId } = await world();
    const about = { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' } as const;
    await desk.results.take(sampleResult({ providerId: 'kampus' as ProviderId, source: 'xapi', about }));
    const one = { externalCourseId: '4', externalLearnerId: 'u7', subject: 's-1' };
    const say = (learners: unknown, as = 'campus') => ask('POST', '/learners', { as, body: { learners } });
    const first = await say([{ ...one, subject: 's-9' }, one]);
    expect([first.status, first.json]).toEqual([200, { mapped: 1, placed: 0, unknown: [0] }]);
    // What comes of them is found by that name from now on.
    const { resultId } = (await ask('GET', '/results')).json.results[0] ?? { resultId: '' };
    await placeResult(await desk.placing(), { resultId });
    expect((await ask('GET', '/results')).json.results).toMatchObject([{ state: 'placed' }]);
    for (const wrong of [
      [],
      [{ ...one, subject: ' ' }],
      [{ ...one, registration: 'r-9' }],
      Array(201).fill(one),
      'u7',
    ])
      expect((await say(wrong)).status).toBe(400);
    for (const as of ['other', 'agency']) expect((await say([one], as)).status).toBe(404);
    for (const as of ['reader', 'courses']) expect((await say([one], as)).status).toBe(403);
  });

  it('what was sent of one is shown to whoever looks, which is noted with whose it is, and never by what changes it', async () => {
    const { ask, desk, connectionId, noted } = await world();
    const sent = {
      text: '{"nama": "<b>Siti</b>"}',
      contentType: 'application/json',
      where: 'msg_1 /results/0',
    };
    const about = { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' } as const;
    const event = sampleResult({ providerId: 'kampus' as ProviderId, source: 'webhook', about, sent });
    await desk.results.take(event);
    const { json } = await ask('GET', '/results');
    expect(json.results[0]).not.toHaveProperty('sent');
    const path = `/results/${json.results[0]?.resultId}`;
    noted.length = 0;
    const payload = { ...sent, state: 'kept', bytes: 23, isCut: false, sha256: nodeDigest.sha256(sent.text) };
    expect((await ask('GET', path)).json).toMatchObject({ sent: payload });
    const matched = await ask('POST', `${path}/match`, { body: { subject: 's-1' } });
    expect([matched.status, 'sent' in matched.json]).toEqual([200, false]);
    await ask('GET', path, { as: 'platform' });
    for (const as of ['other', 'agency', 'courses']) await ask('GET', path, { as });
    expect(noted).toEqual([
      ['results', undefined],
      ['results', 'siti'],
    ]);
    const at = '2026-12-01T00:00:00.000Z';
    await desk.results.eraseSent(json.results[0]?.resultId ?? '', at);
    expect((await ask('GET', path)).json).toMatchObject({ sent: { state: 'erased', at } });
  });

  it('a comparison is begun once, and one under way is answered', async () => {
    const { ask, sent } = await world();
    const first = await ask('POST', '/reconciliations', { body: {} });
    expect(first).toMatchObject({ status: 202, json: { state: 'running' } });
    const second = await ask('POST', '/reconciliations', { body: {} });
    expect(second.json.runId).toBe(first.json.runId);
    expect(sent()).toEqual(['reconcile']);
    expect((await ask('GET', '/reconciliations')).json.reconciliations).toHaveLength(1);
  });

  it('results are asked for once at a time, where they can be', async () => {
    const { ask, sent, app, fileId } = await world();
    expect((await ask('POST', '/result-polls', { body: {} })).status).toBe(202);
    await ask('POST', '/result-polls', { body: {} });
    expect(sent()).toEqual(['poll-results']);
    expect((await ask('GET', '/result-polls')).json.polls).toMatchObject([{ state: 'running', taken: 0 }]);
    const refused = await app.hono.request(`http://localhost/api/connections/${fileId}/result-polls`, {
      method: 'POST',
      headers: { 'x-caller': 'campus', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(refused.status).toBe(400);
  });

  it('a repair is ordered, and its state told line by line', async () => {
    const { ask, sent, desk, connectionId } = await world();
    const { status, location, json } = await ask('POST', '/repairs', { body: end });
    expect([status, json.state]).toEqual([202, 'waiting']);
    const orderId = location.split('/').at(-1) ?? '';
    expect(await desk.repairs.find(connectionId, orderId)).toMatchObject({ orderedBy: 'mesin' });
    const told = await ask('GET', `/repairs/${orderId}`);
    expect(told.json.lines).toMatchObject([
      { mismatchId: 'm1', learner: 'u1', state: 'waiting' },
      { mismatchId: 'm2', learner: 'u2', state: 'waiting' },
    ]);
    expect((await ask('POST', '/repairs', { body: end })).location).toBe(location);
    expect(sent()).toEqual(['repair', 'repair']);
    expect((await ask('GET', '/repairs/x')).status).toBe(404);
    expect((await ask('GET', `/repairs/${orderId}`, { as: 'other' })).status).toBe(404);
    expect((await ask('GET', '/repairs')).json.repairs).toHaveLength(1);
  });

  it('refuses orders that say not enough, or more than they may', async () => {
    const { ask, sent } = await world();
    for (const body of [
      { ...end, action: 'ignore' },
      { ...end, mismatchIds: [] },
      { ...end, action: 'delete' },
      { ...end, state: 'done' },
    ])
      expect((await ask('POST', '/repairs', { body })).status, JSON.stringify(body)).toBe(400);
    expect(sent()).toEqual([]);
  });
});
