import type { AgencyId, PersonId, Principal, ProviderId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { groupOf, memberOf, memoryPathStores, pathOf, pathTermsOf } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { addLearningPathRoutes } from './learning-path-routes.ts';

const client = (agencyId: string, ...scopes: readonly Scope[]): Principal => ({
  ...{ kind: 'client', clientId: 'c1', name: 'SIMPEG', scopes },
  tenant: { kind: 'agency', agencyId: agencyId as AgencyId },
});

async function api() {
  const stores = memoryPathStores();
  const terms = pathTermsOf([
    groupOf('a', 1, [
      ['a1', 'etika'],
      ['a2', 'data', ['a1']],
    ]),
  ]);
  const path = pathOf({ draft: terms });
  await stores.paths.save(path);
  const next = { ...path, state: 'published' as const, current: terms, version: 1, rev: 1 };
  const publishedAt = '2026-11-02T00:00:00.000Z';
  const { pathId } = path;
  await stores.paths.publish(next, {
    pathId,
    version: 1,
    terms,
    publishedBy: 'rina' as PersonId,
    publishedAt,
  });
  let principal = client('bkn', 'enrolments/write');
  const app = createHttpApp({
    ...{ name: 'api', clock: fixedClock(), ids: countedIds(), authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  addLearningPathRoutes(app, {
    paths: async () => stores,
    signer: hmacSigner('a secret for tests of at least 32 characters'),
  });
  const ask = async (path: string) => {
    const answer = await app.hono.request(`/api/learning-paths${path}`);
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  return { stores, ask, as: (other: Principal) => (principal = other) };
}

it('tells an agency its paths, what they consist of, and how far its people are, page by page', async () => {
  const { stores, ask } = await api();
  const at = '2026-11-10T00:00:00.000Z';
  for (let n = 0; n < 101; n += 1) {
    const personId = `p${String(n).padStart(3, '0')}` as PersonId;
    const finished = { state: 'completed' as const, completedAt: at, done: [{ stepId: 'a1', at }] };
    await stores.members.save(undefined, memberOf({ personId, ...(n === 0 && finished) }));
  }
  expect((await ask('')).body.learningPaths).toMatchObject([
    { pathId: 'p-1', state: 'published', version: 1, active: 100, completed: 1 },
  ]);
  expect((await ask('/p-1')).body).toMatchObject({
    ...{ title: 'Jalur pelayanan publik', strict: true },
    groups: [{ needs: 1, steps: [{ of: 'etika' }, { of: 'data', after: ['a1'] }] }],
  });
  const first = (await ask('/p-1/people')).body;
  expect(first.people).toHaveLength(100);
  expect(first.people[0]).toMatchObject({ personId: 'p000', needed: 1, done: 1, completedAt: at });
  const rest = (await ask(`/p-1/people?pageToken=${encodeURIComponent(first.nextPageToken)}`)).body;
  expect(rest.people).toMatchObject([{ personId: 'p100', state: 'active', done: 0 }]);
  expect(rest).not.toHaveProperty('nextPageToken');
});

it('refuses what belongs to others, a made up token, and an unknown parameter', async () => {
  const { ask, as } = await api();
  expect((await ask('/lain')).status).toBe(404);
  expect(await ask('?pageToken=a.b')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  expect((await ask('?page=2')).status).toBe(400);
  as(client('lain', 'enrolments/write'));
  expect((await ask('')).body.learningPaths).toEqual([]);
  expect((await ask('/p-1')).status).toBe(404);
  expect((await ask('/p-1/people')).status).toBe(404);
  as(client('bkn', 'people/read'));
  expect((await ask('')).status).toBe(403);
  as({
    ...{ kind: 'client', clientId: 'c2', name: 'LMS', scopes: ['enrolments/write'] },
    tenant: { kind: 'provider', providerId: 'univ' as ProviderId },
  });
  expect((await ask('')).status).toBe(403);
});
