import type { AgencyId, Principal, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { memberOf, obligationsWorld } from '@sinau/obligations/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { expect, it } from 'vitest';
import { addObligationRoutes, type ObligationRouteDeps } from './obligation-routes.ts';

const client = (agencyId: string, ...scopes: readonly Scope[]): Principal => ({
  ...{ kind: 'client', clientId: 'c1', name: 'SIMPEG', scopes },
  tenant: { kind: 'agency', agencyId: agencyId as AgencyId },
});

function api() {
  const world = obligationsWorld();
  let principal = client('bkn', 'enrolments/write');
  const app = createHttpApp({
    ...{ name: 'api', clock: fixedClock(), ids: countedIds(), authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const obligations = async () =>
    world.deps as unknown as Awaited<ReturnType<ObligationRouteDeps['obligations']>>;
  addObligationRoutes(app, {
    obligations,
    signer: hmacSigner('a secret for tests of at least 32 characters'),
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.hono.request(path, {
      ...{ method, headers: { 'content-type': 'application/json' } },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  return { world, ask, as: (next: Principal) => (principal = next) };
}

const order = {
  ...{ title: 'Antikorupsi', courseIds: ['c1'], audience: { statuses: ['PNS'] } },
  due: { kind: 'yearly', by: '06-30' },
};

it('requires courses, tells how far everybody is, and ends', async () => {
  const { world, ask } = api();
  for (const id of ['adi', 'sri']) world.people.set(id, memberOf(id));
  const { title: _, ...looked } = order;
  expect(await ask('POST', '/api/obligations/preview', looked)).toMatchObject({ body: { people: 2 } });
  const made = await ask('POST', '/api/obligations', order);
  expect(made).toMatchObject({ status: 201, body: { state: 'active', createdBy: 'SIMPEG' } });
  const one = `/api/obligations/${made.body.obligationId}`;
  await world.spread();
  expect((await ask('GET', one)).body).toMatchObject({
    ...{ counts: { 2026: { enrolled: 2 } }, spread: { state: 'done', seen: 2 } },
  });
  const { duties } = (await ask('GET', `${one}/duties?group=enrolled`)).body;
  expect(duties).toMatchObject([{ personId: 'adi', dueOn: '2026-06-30', state: 'enrolled' }, {}]);
  expect(await ask('POST', `${one}/end`)).toMatchObject({ status: 202, body: { state: 'ended' } });
  expect(await ask('POST', `${one}/resume`)).toMatchObject({ status: 409 });
  expect((await ask('GET', '/api/obligations')).body.obligations).toHaveLength(1);
});

it('D1: refuses what it does not know, and C2: shows another agency nothing', async () => {
  const { ask, as } = api();
  const wrong = [
    { ...order, state: 'ended' },
    { ...order, audience: { everybody: true } },
    { ...order, courseIds: [] },
    { ...order, due: { kind: 'yearly', by: '13-01' } },
    { ...order, courseIds: ['gone'] },
  ];
  for (const body of wrong) expect((await ask('POST', '/api/obligations', body)).status).toBe(400);
  const { obligationId } = (await ask('POST', '/api/obligations', order)).body;
  as(client('lan', 'enrolments/write'));
  const one = `/api/obligations/${obligationId}`;
  for (const path of [one, `${one}/duties?group=enrolled`]) expect((await ask('GET', path)).status).toBe(404);
  expect((await ask('POST', `${one}/end`)).status).toBe(404);
  expect((await ask('GET', '/api/obligations')).body).toEqual({ obligations: [] });
  as(client('bkn', 'people/read'));
  expect((await ask('GET', one)).status).toBe(403);
});

it('excepts one person, gives another day, takes both back, and changes terms after a look at them', async () => {
  const { world, ask, as } = api();
  for (const id of ['adi', 'sri']) world.people.set(id, memberOf(id));
  const one = `/api/obligations/${(await ask('POST', '/api/obligations', order)).body.obligationId}`;
  await world.spread();
  const sri = `${one}/exceptions/sri`;
  const leave = { kind: 'exempt', reason: 'Cuti besar', until: '2026-05-31' };
  expect(await ask('PUT', sri, leave)).toMatchObject({
    ...{ status: 200, body: { state: 'open', endsAt: '2026-05-31T17:00:00.000Z', changedBy: 'SIMPEG' } },
  });
  const released = (await ask('GET', `${one}/duties?group=released`)).body.duties;
  expect(released).toMatchObject([{ personId: 'sri', released: 'exempted' }]);
  expect((await ask('DELETE', sri)).body).toMatchObject({ state: 'undone' });
  expect((await ask('DELETE', sri)).status).toBe(409);
  const later = { kind: 'later-day', reason: 'Tugas lapangan', dueOn: '2026-08-31' };
  expect((await ask('PUT', sri, later)).body).toMatchObject({ period: '2026', dueOn: '2026-08-31' });
  expect((await ask('GET', `${one}/exceptions`)).body.exceptions).toMatchObject([{ personId: 'sri' }]);
  for (const wrong of [
    { ...later, dueOn: '2026-06-30' },
    { kind: 'later-day', reason: 'Tugas lapangan' },
  ]) {
    expect((await ask('PUT', sri, wrong)).status).toBe(400);
  }
  const { courseIds: _, ...terms } = { ...order, due: { kind: 'yearly', by: '09-30' } };
  expect((await ask('POST', `${one}/terms/preview`, terms)).body).toEqual({
    ...{ people: 2, comes: 0, goes: 0, isComplete: true },
    moves: { duties: 2, from: '2026-06-30', to: '2026-09-30' },
  });
  expect((await ask('PUT', `${one}/terms`, terms)).status).toBe(202);
  await world.spread();
  const { duties } = (await ask('GET', `${one}/duties?group=enrolled`)).body;
  expect(duties).toMatchObject([{ dueOn: '2026-09-30' }, { dueOn: '2026-09-30' }]);
  as(client('lan', 'enrolments/write'));
  for (const [method, path, body] of [
    ['PUT', sri, leave],
    ['DELETE', sri],
    ['GET', `${one}/exceptions`],
    ['PUT', `${one}/terms`, terms],
  ] as const) {
    expect((await ask(method, path, body)).status).toBe(404);
  }
});

it('requires a learning path in place of courses, by its id', async () => {
  const { world, ask } = api();
  world.shelf.set('path:layanan', 'open');
  world.people.set('sri', memberOf('sri'));
  const { courseIds: _, ...rest } = order;
  const asked = { ...rest, pathId: 'layanan' };
  const { title: __, ...looked } = asked;
  expect(await ask('POST', '/api/obligations/preview', looked)).toMatchObject({ body: { people: 1 } });
  const made = await ask('POST', '/api/obligations', asked);
  expect(made).toMatchObject({ status: 201, body: { pathId: 'layanan' } });
  expect(made.body).not.toHaveProperty('courseIds');
  await world.spread();
  const one = `/api/obligations/${made.body.obligationId}`;
  const { duties } = (await ask('GET', `${one}/duties?group=enrolled`)).body;
  expect(duties).toMatchObject([{ personId: 'sri', pathId: 'layanan' }]);
  expect(duties[0]).not.toHaveProperty('courseId');
  for (const wrong of [
    { ...asked, courseIds: ['c1'] },
    { ...rest },
    { ...asked, pathId: 'path:layanan' },
    { ...asked, pathId: 'gone' },
  ]) {
    expect((await ask('POST', '/api/obligations', wrong)).status).toBe(400);
  }
});
