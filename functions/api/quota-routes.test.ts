import { courseOf } from '@sinau/catalogue/testing';
import { enrolLearner } from '@sinau/enrolment';
import { memoryCosts, memoryEnrolmentStore } from '@sinau/enrolment/testing';
import { memoryOrganisationStore, memoryPeopleStore } from '@sinau/identity/testing';
import type { AgencyId, Jp, PersonId, PersonPrincipal, Principal, Tenant } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { createOpenCourses } from '../shared/open-courses.ts';
import { addQuotaRoutes } from './quota-routes.ts';

const agency: Tenant = { kind: 'agency', agencyId: 'a' as AgencyId };
const platform: Tenant = { kind: 'platform' };

function setup() {
  const costs = memoryCosts();
  const enrolments = memoryEnrolmentStore({ costs });
  const clock = fixedClock();
  const ids = countedIds();
  const course = courseOf({
    ...{ status: 'published', jp: 400 as Jp, publishedVersion: 1, publishedAt: '2026-03-01T00:00:00.000Z' },
  });
  const courses = { find: async (courseId: string) => (courseId === 'c1' ? course : undefined) } as never;
  let tenant: Tenant = agency;
  const app = createHttpApp({
    name: 'api',
    authenticate: async (): Promise<Principal> => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes: ['enrolments/write'], tenant },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ clock, ids },
  });
  const organisations = memoryOrganisationStore();
  const people = memoryPeopleStore();
  addQuotaRoutes(app, { clock, ids, courses, people, organisations, enrolments, quotas: costs.store });
  async function ask(path: string, method = 'GET', body?: object) {
    const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await app.hono.request(path, { method, ...sent });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: 'sri' as PersonId, name: 'Sri', roles: ['learner'] },
    agencyId: 'a' as AgencyId,
  };
  const enrolling = {
    ...{ enrolments, clock, ids, courses: createOpenCourses({ courses }) },
    invitations: { find: async () => undefined },
    digest: { sha256: String, sha1: String },
  };
  return {
    ask,
    as: (other: Tenant) => {
      tenant = other;
    },
    enrol: () => enrolLearner(enrolling, { principal, request: { courseId: 'c1' } }),
  };
}

const terms = { to: '2026-12-31', seats: 1, payer: 'agency', whenFull: 'wait' };
const ofCourse = { target: { kind: 'course', courseId: 'c1' }, from: '2026-01-01', ...terms };
const ofProvider = { ...ofCourse, target: { kind: 'provider', providerId: 'p1' }, price: 100_000 };

describe('quotas and costs through the API', () => {
  it('a quota says after how many days seats go back that nobody begins with, from a week to a year', async () => {
    const { ask } = setup();
    for (const releaseAfterDays of [6, 366, '30']) {
      expect(await ask('/api/quotas', 'POST', { ...ofCourse, releaseAfterDays })).toMatchObject({
        status: 400,
      });
    }
    const made = await ask('/api/quotas', 'POST', { ...ofCourse, releaseAfterDays: 30 });
    expect(made).toMatchObject({ status: 201, body: { releaseAfterDays: 30 } });
    const path = '/api/quotas/course.c1.2026-01-01';
    expect((await ask(path, 'PUT', { rev: 1, ...terms, releaseAfterDays: 60 })).body).toMatchObject({
      releaseAfterDays: 60,
    });
    const both = { releaseAfterDays: 60, noShowDays: 90 };
    expect((await ask(path, 'PUT', { rev: 2, ...terms, ...both })).body).toMatchObject(both);
    for (const wrong of [{ noShowDays: 90 }, { ...both, noShowDays: 0 }, { ...both, noShowDays: 366 }])
      expect((await ask(path, 'PUT', { rev: 3, ...terms, ...wrong })).status).toBe(400);
    const none = (await ask(path, 'PUT', { rev: 3, ...terms })).body;
    expect(none).not.toHaveProperty('releaseAfterDays');
    expect(none).not.toHaveProperty('noShowDays');
  });

  it('an agency limits its courses, sees what is used and what it costs', async () => {
    const { ask, as, enrol } = setup();
    as(platform);
    await ask('/api/quotas?agencyId=a', 'POST', ofProvider);
    as(agency);
    const made = await ask('/api/quotas', 'POST', ofCourse);
    expect(made).toMatchObject({ status: 201, body: { quotaId: 'course.c1.2026-01-01', setBy: 'agency' } });
    await enrol();
    expect((await ask('/api/quotas')).body).toMatchObject({
      quotas: expect.arrayContaining([
        expect.objectContaining({ quotaId: 'course.c1.2026-01-01', used: 1, waiting: 0, seats: 1 }),
      ]),
    });
    expect((await ask('/api/costs')).body).toMatchObject({
      ...{ year: 2026, costs: [{ courseId: 'c1', reserved: 100_000, committed: 0, spent: 0 }] },
    });
    expect((await ask('/api/costs/seats?state=reserved')).body).toMatchObject({
      seats: [{ amount: 100_000 }],
    });
    expect((await ask('/api/costs/seats?state=spent')).body).toMatchObject({ seats: [] });
    expect((await ask('/api/costs?year=x')).status).toBe(400);
  });

  it('changes what was read, and not what somebody has changed meanwhile', async () => {
    const { ask } = setup();
    await ask('/api/quotas', 'POST', ofCourse);
    const path = '/api/quotas/course.c1.2026-01-01';
    expect(await ask(path, 'PUT', { ...terms, seats: 5, rev: 1 })).toMatchObject({
      body: { seats: 5, rev: 2 },
    });
    expect((await ask(path, 'PUT', { ...terms, rev: 1 })).status).toBe(409);
    expect((await ask('/api/quotas/course.x.2026-01-01', 'PUT', { ...terms, rev: 1 })).status).toBe(404);
    expect((await ask(path, 'PUT', { ...terms, used: 0, rev: 2 })).status).toBe(400);
  });

  it('leaves the price and who pays it to the platform', async () => {
    const { ask } = setup();
    for (const bill of [{ price: 0 }, { payer: 'platform' }]) {
      expect((await ask('/api/quotas', 'POST', { ...ofCourse, ...bill })).status).toBe(400);
    }
    await ask('/api/quotas', 'POST', ofCourse);
    const path = '/api/quotas/course.c1.2026-01-01';
    expect((await ask(path, 'PUT', { ...terms, price: 0, rev: 1 })).status).toBe(400);
  });

  it('leaves a quota of a whole provider, and what operators set, to the platform', async () => {
    const { ask, as } = setup();
    expect((await ask('/api/quotas', 'POST', ofProvider)).status).toBe(403);
    as(platform);
    expect((await ask('/api/quotas?agencyId=a', 'POST', ofProvider)).status).toBe(201);
    expect((await ask('/api/quotas', 'POST', ofProvider)).status).toBe(404);
    as(agency);
    const path = '/api/quotas/provider.p1.2026-01-01';
    expect((await ask(path, 'PUT', { ...terms, rev: 1 })).status).toBe(403);
  });

  it('refuses two periods of one target that overlap, and one that ends before it begins', async () => {
    const { ask } = setup();
    await ask('/api/quotas', 'POST', ofCourse);
    expect((await ask('/api/quotas', 'POST', { ...ofCourse, from: '2026-12-31' })).status).toBe(409);
    const next = { ...ofCourse, from: '2027-01-01', to: '2027-12-31' };
    expect((await ask('/api/quotas', 'POST', next)).status).toBe(201);
    const upsideDown = { ...ofCourse, from: '2029-01-01', to: '2028-01-01' };
    expect((await ask('/api/quotas', 'POST', upsideDown)).status).toBe(400);
  });

  it('C2: answers for another agency as if there were none', async () => {
    const { ask, as } = setup();
    await ask('/api/quotas', 'POST', ofCourse);
    as({ kind: 'agency', agencyId: 'b' as AgencyId });
    expect((await ask('/api/quotas?agencyId=a')).status).toBe(404);
    expect((await ask('/api/costs?agencyId=a')).status).toBe(404);
    expect((await ask('/api/costs/seats?agencyId=a')).status).toBe(404);
    expect((await ask('/api/quotas')).body).toEqual({ quotas: [] });
  });

  it('keeps seats for groups, tells what is taken of them, and changes no group', async () => {
    const { ask, as, enrol } = setup();
    await ask('/api/quotas', 'POST', { ...ofCourse, seats: 3 });
    const path = '/api/quotas/course.c1.2026-01-01/pools';
    const remote = { group: { kind: 'remote' }, seats: 2, openFrom: '2026-01-02' };
    const made = await ask(path, 'PUT', { rev: 1, pools: [remote] });
    expect(made).toMatchObject({ status: 200, body: { rev: 2, pools: [remote] } });
    const [pool] = made.body.pools as [{ poolId: string }];
    await enrol();
    expect((await ask('/api/quotas')).body).toMatchObject({
      // For everybody first, as the person is of no remote unit.
      quotas: [{ used: 1, pools: [{ ...remote, poolId: pool.poolId, taken: 0, waiting: 0 }] }],
    });
    // Terms that are changed leave pools as they are, and have room for them.
    expect((await ask('/api/quotas/course.c1.2026-01-01', 'PUT', { rev: 2, ...terms })).status).toBe(400);
    const five = await ask('/api/quotas/course.c1.2026-01-01', 'PUT', { rev: 2, ...terms, seats: 5 });
    expect(five.body).toMatchObject({ rev: 3, pools: [{ poolId: pool.poolId }] });
    for (const wrong of [
      { seats: 0 },
      { seats: 6 },
      { group: { kind: 'unit', unitId: 'none' } },
      { group: { kind: 'region', province: '99' } },
      { group: { kind: 'posts', families: ['raja'] } },
      { group: { kind: 'list', name: 'Khusus', reason: 'tuli' } },
      { poolId: 'x' },
      { taken: 0 },
      { openFrom: '2027-01-01' },
    ])
      expect((await ask(path, 'PUT', { rev: 3, pools: [{ ...remote, ...wrong }] })).status).toBe(400);
    expect((await ask(path, 'PUT', { rev: 2, pools: [] })).status).toBe(409);
    as(platform);
    expect((await ask(`${path}?agencyId=a`, 'PUT', { rev: 3, pools: [] })).status).toBe(404);
    as({ kind: 'agency', agencyId: 'b' as AgencyId });
    expect((await ask(path, 'PUT', { rev: 3, pools: [] })).status).toBe(404);
    as(agency);
    expect((await ask(path, 'PUT', { rev: 3, pools: [] })).body).not.toHaveProperty('pools');
  });
});
