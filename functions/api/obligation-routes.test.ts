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

it('takes no characters that control: not in titles, notes, reasons and words of posts', async () => {
  const { world, ask } = api();
  world.people.set('adi', memberOf('adi'));
  const refused = async (path: string, body: unknown) =>
    expect((await ask(path.endsWith('/adi') ? 'PUT' : 'POST', path, body)).status).toBe(400);
  for (const title of ['Anti\u0000korupsi', 'Anti\nkorupsi', 'Anti\u0007korupsi'])
    await refused('/api/obligations', { ...order, title });
  await refused('/api/obligations', { ...order, note: 'Perka\u0000 1' });
  await refused('/api/obligations', { ...order, audience: { postWords: ['ana\u001blis'] } });
  const programme = { title: 'Dasar\u0008dasar', inOrder: true };
  await refused('/api/obligations', { ...order, courseIds: ['c1', 'c2'], programme });
  const made = await ask('POST', '/api/obligations', { ...order, note: 'Perka 1\r\nPerka 2' });
  expect(made).toMatchObject({ status: 201, body: { note: 'Perka 1\r\nPerka 2' } });
  const one = `/api/obligations/${made.body.obligationId}/exceptions/adi`;
  await refused(one, { kind: 'exempt', reason: 'Cuti\u0000 melahirkan' });
  expect((await ask('PUT', one, { kind: 'exempt', reason: 'Cuti\nmelahirkan' })).status).toBeLessThan(300);
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

it('puts another path in the place of the required one, after a look, and takes that back', async () => {
  const { world, ask, as } = api();
  for (const path of ['layanan', 'data']) world.shelf.set(`path:${path}`, 'open');
  for (const id of ['adi', 'sri']) world.people.set(id, memberOf(id));
  const { courseIds: _, ...rest } = order;
  const made = await ask('POST', '/api/obligations', { ...rest, pathId: 'layanan' });
  const one = `/api/obligations/${made.body.obligationId}`;
  await world.spread();
  const reason = 'Jalur layanan diganti penyelenggaranya.';
  const change = { pathId: 'data', reason };
  expect(await ask('POST', `${one}/path/preview`, change)).toEqual({
    ...{ status: 200, body: { waiting: 2, closed: 0, begun: 0, isComplete: true } },
  });
  expect((await ask('GET', one)).body).toMatchObject({ pathId: 'layanan' });
  const put = await ask('PUT', `${one}/path`, change);
  expect(put).toMatchObject({ status: 202, body: { pathId: 'data' } });
  expect(put.body.changes).toMatchObject([
    { n: 0, pathId: 'layanan', to: 'data', reason, by: 'SIMPEG', canUndo: true },
  ]);
  await world.spread();
  expect((await ask('GET', `${one}/duties?group=enrolled`)).body.duties).toMatchObject([
    { pathId: 'data' },
    { pathId: 'data' },
  ]);
  // The same once more, as whoever had no answer asks it, decides nothing.
  const again = await ask('PUT', `${one}/path`, change);
  expect([again.status, again.body.changes.length]).toEqual([200, 1]);
  for (const [pathId, message] of [
    ['gone', /./],
    ['path:data', /./],
    ['layanan', /belongs to this obligation already, or did/],
  ] as const) {
    const refused = await ask('PUT', `${one}/path`, { pathId, reason });
    expect([refused.status, refused.body.issues?.[0]?.path], pathId).toEqual([400, '/pathId']);
    expect(refused.body.issues[0].message).toMatch(message);
  }
  expect((await ask('PUT', `${one}/path`, { ...change, reason: 'ya' })).status).toBe(400);
  expect((await ask('PUT', `${one}/path`, { ...change, agencyId: 'lan' })).status).toBe(400);
  expect((await ask('PUT', `${one}/courses/c1`, { reason })).status).toBe(400);
  const undone = await ask('POST', `${one}/changes/0/undo`);
  expect(undone).toMatchObject({ status: 202, body: { pathId: 'layanan', changes: [{ canUndo: false }] } });
  expect((await ask('POST', `${one}/changes/0/undo`)).status).toBe(409);
  expect((await ask('POST', `${one}/changes/x/undo`)).status).toBe(404);
  as(client('lan', 'enrolments/write'));
  for (const path of ['/path', '/path/preview', '/courses/c1', '/changes/0/undo']) {
    const method = path === '/path' || path === '/courses/c1' ? 'PUT' : 'POST';
    const body = path.startsWith('/path') ? change : { reason };
    expect((await ask(method, `${one}${path}`, path.startsWith('/changes') ? undefined : body)).status).toBe(
      404,
    );
  }
});

it('leaves a course out, or puts another one in its place, and never the last one or a path', async () => {
  const { world, ask } = api();
  world.shelf.set('c3', 'open').set('path:layanan', 'open');
  world.people.set('sri', memberOf('sri'));
  const made = await ask('POST', '/api/obligations', { ...order, courseIds: ['c1', 'c2'] });
  const one = `/api/obligations/${made.body.obligationId}`;
  await world.spread();
  const reason = 'Kursus ini ditutup penyelenggaranya.';
  expect(await ask('POST', `${one}/courses/c1/preview`, { to: 'c3', reason })).toMatchObject({
    ...{ status: 200, body: { waiting: 1, begun: 0 } },
  });
  const put = await ask('PUT', `${one}/courses/c1`, { to: 'c3', reason });
  expect(put).toMatchObject({ status: 202, body: { courseIds: ['c3', 'c2'] } });
  expect((await ask('PUT', `${one}/courses/c2`, { reason })).body.courseIds).toEqual(['c3']);
  const unlike = { pathId: 'layanan', reason };
  for (const [path, body] of [
    ['/courses/c3', { reason }],
    ['/courses/c3', { to: 'path:layanan', reason }],
    ['/courses/c9', { reason }],
    ['/path', unlike],
    ['/path/preview', unlike],
  ] as const) {
    const method = path.endsWith('preview') ? 'POST' : 'PUT';
    expect((await ask(method, `${one}${path}`, body)).status, path).toBe(400);
  }
  expect((await ask('GET', one)).body).toMatchObject({
    courseIds: ['c3'],
    changes: [{ to: 'c3' }, { courseId: 'c2' }],
  });
});
