import { courseOf as courseRowOf } from '@sinau/catalogue/testing';
import { courseOf, deliveryWorld } from '@sinau/delivery/testing';
import type { Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import { type Person, signInPerson } from '@sinau/identity';
import { claimsFor, identityWorld } from '@sinau/identity/testing';
import type { Jp, Principal, Tenant } from '@sinau/kernel';
import { createHttpApp } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEntitlements } from '../shared/entitlements.ts';
import { addEnrolmentRoutes } from './enrolment-routes.ts';

const nip = '199001012015011001';

async function setup() {
  const world = await identityWorld();
  const { people, clock, ids, signer, tenants } = world;
  const enrolments = memoryEnrolmentStore();
  const delivery = deliveryWorld(courseOf([['Completed']]));
  const course = courseRowOf({
    ...{ status: 'published', jp: 400 as Jp, publishedVersion: 1 },
    publishedAt: '2026-03-01T00:00:00.000Z',
  });
  let tenant: Tenant = tenants.agencyA;
  const app = createHttpApp({
    name: 'api',
    authenticate: async (): Promise<Principal> => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes: ['enrolments/write'], tenant },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ clock, ids },
  });
  addEnrolmentRoutes(app, {
    ...{ people, clock, ids, signer, enrolments },
    courses: { find: async (courseId: string) => (courseId === 'c1' ? course : undefined) } as never,
    delivery: {
      ...delivery.deps,
      content: { find: () => delivery.deps.content.find('c1') },
      entitlements: createEntitlements({ enrolments, guests: { find: async () => undefined } }),
      guests: undefined as never,
      trials: undefined as never,
    },
  });
  const ask = async (path: string, method = 'GET', body?: object) => {
    const answer = await app.hono.request(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    const read = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: answer.status, location: answer.headers.get('location'), body: read };
  };
  return {
    ...{ world, enrolments, ask },
    as: (other: Tenant) => {
      tenant = other;
    },
    assign: (body: object) => ask('/api/enrolments', 'POST', { courseId: 'c1', ...body }),
  };
}

async function learnerOf(world: Awaited<ReturnType<typeof identityWorld>>, home: Tenant): Promise<Person> {
  const { email, personId } = await world.invite(home, ['learner']);
  await signInPerson(world, claimsFor(email));
  const known = await world.people.find(personId);
  if (!known) throw new Error('nobody was invited');
  const number = { kind: 'NIP' as const, value: nip, validFrom: '2026-01-01' };
  await world.people.replace(known, { ...known, employeeNumbers: [number] });
  return known;
}

let given: Awaited<ReturnType<typeof setup>>;
beforeEach(async () => {
  given = await setup();
});

describe('assignments by machines of an agency', () => {
  it('go from an employee number to a course that the person must take, and back', async () => {
    const { personId } = await learnerOf(given.world, given.world.tenants.agencyA);
    const hostile = { nip: '19900101 201501 1 001', note: 'Wajib\u0000' };
    expect((await given.assign(hostile)).status).toBe(400);
    const made = await given.assign({ nip: '19900101 201501 1 001', dueOn: '2099-12-31', note: 'Wajib' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ personId, courseId: 'c1', state: 'active', assignedBy: 'agency' });
    expect(made.location).toBe(`/api/enrolments/${made.body.registration}`);
    expect((await given.ask(made.location ?? '')).body).toEqual(made.body);
    expect((await given.ask('/api/enrolments')).body).toEqual({ enrolments: [made.body] });
    expect((await given.assign({ personId })).body).toMatchObject({ code: 'enrolment.already-enrolled' });
    expect((await given.ask(made.location ?? '', 'DELETE')).status).toBe(204);
    expect((await given.ask(made.location ?? '')).status).toBe(404);
    expect(await given.enrolments.findByRegistration(made.body.registration as Registration)).toMatchObject({
      state: 'cancelled',
      assignment: { client: 'SIMPEG', as: 'agency' },
    });
  });

  it('tell what the provider has corrected, and that it does not stand by a completion', async () => {
    await learnerOf(given.world, given.world.tenants.agencyA);
    const made = await given.assign({ nip });
    const registration = made.body.registration as Registration;
    expect(made.body).not.toHaveProperty('corrected');
    const at = '2026-03-09T01:00:00.000Z';
    await given.enrolments.complete({ registration, courseId: 'c1' }, { at });
    await given.enrolments.noteProviderWord(
      { registration, state: 'completed' },
      { rev: 1, notedAt: at, takenBack: { at }, score: { at, from: 0.85, to: 0.7 } },
    );
    expect((await given.ask(made.location ?? '')).body).toMatchObject({
      ...{ state: 'completed', takenBackAt: at, corrected: { score: { at, from: 0.85, to: 0.7 } } },
    });
  });

  it('C2: reach nobody of another agency, who is answered like nobody at all', async () => {
    const stranger = await learnerOf(given.world, given.world.tenants.agencyB);
    const answers = await Promise.all([
      given.assign({ personId: stranger.personId }),
      given.assign({ personId: 'nobody' }),
      given.assign({ nip }),
    ]);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['404 enrolment.not-found']),
    );
    given.as(given.world.tenants.agencyB);
    const made = await given.assign({ nip });
    expect(made.status).toBe(201);
    given.as(given.world.tenants.agencyA);
    for (const method of ['GET', 'DELETE']) {
      expect((await given.ask(made.location ?? '', method)).status).toBe(404);
    }
    expect((await given.ask('/api/enrolments')).body).toEqual({ enrolments: [] });
  });

  it('D2: say nothing of states, results and senders', async () => {
    await learnerOf(given.world, given.world.tenants.agencyA);
    for (const more of [
      { state: 'completed' },
      { score: 1 },
      { by: 'x' },
      { agencyId: 'x' },
      { personId: 'x' },
      { dueOn: 'besok' },
    ]) {
      expect((await given.assign({ nip, ...more })).status, JSON.stringify(more)).toBe(400);
    }
    expect((await given.assign({})).status).toBe(400);
    expect((await given.assign({ nip, dueOn: '2020-01-01' })).body).toMatchObject({
      issues: [{ path: '/dueOn' }],
    });
    expect((await given.ask('/api/enrolments')).body).toEqual({ enrolments: [] });
  });
});
