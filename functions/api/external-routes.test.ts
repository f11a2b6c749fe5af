import { memoryCreditStore } from '@sinau/credit/testing';
import { memoryLearningStore } from '@sinau/external-learning/testing';
import { identityWorld } from '@sinau/identity/testing';
import type { PersonId, Principal, Tenant } from '@sinau/kernel';
import { createHttpApp } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { externalDeskOf } from '../shared/external-desk.ts';
import { personStandingsOf } from '../shared/person-standings.ts';
import { addExternalRoutes } from './external-routes.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let tenant: Tenant;
let personId: PersonId;
let ask: (path: string, body?: object) => Promise<{ readonly status: number; readonly body: object }>;

beforeEach(async () => {
  world = await identityWorld();
  tenant = world.tenants.agencyA;
  ({ personId } = await world.invite(tenant, ['learner']));
  const desk = externalDeskOf({
    ...{ ...world, learnings: memoryLearningStore() },
    credit: { credit: memoryCreditStore(), standings: personStandingsOf(world) },
  });
  ask = async (path, body) => {
    const app = createHttpApp({
      name: 'api',
      authenticate: async (): Promise<Principal> => ({
        ...{
          kind: 'client',
          clientId: 'simpeg',
          name: 'SIMPEG',
          scopes: ['credit/read', 'credit/write'],
          tenant,
        },
      }),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      ...{ clock: world.clock, ids: world.ids },
    });
    addExternalRoutes(app, { ...world, external: async () => desk });
    const headers = { 'content-type': 'application/json' };
    const sent = body && { method: 'POST', body: JSON.stringify(body), headers };
    const answer = await app.hono.request(path, sent);
    return { status: answer.status, body: (await answer.json()) as object };
  };
});

const pathOf = () => `/api/people/${personId}/external-learning`;
const seminar = {
  ...{ form: 'KL06', title: 'Seminar Arsip', organiser: 'Universitas Contoh', count: 2 },
  ...{ startsOn: '2026-02-02', endsOn: '2026-02-03' },
  certificate: { number: '012/SEM', issuer: 'Universitas Contoh', date: '2026-02-04' },
};

describe('learning elsewhere through the API', () => {
  it('is entered by the agency once, however often the list is sent, and read with its state', async () => {
    const entered = await ask(pathOf(), seminar);
    expect(entered).toMatchObject({
      status: 201,
      body: { outcome: 'entered', state: 'verified', way: 'entered', count: 2, evidence: [] },
    });
    const { learningId } = entered.body as { learningId: string };
    expect(await ask(pathOf(), seminar)).toEqual({ status: 200, body: { outcome: 'exists', learningId } });
    const { certificate } = seminar;
    expect(await ask(pathOf())).toMatchObject({
      ...{ status: 200, body: { records: [{ learningId, certificate }] } },
    });
  });

  it('is read without marks of direction, as lists are, and is there already when it is sent without them', async () => {
    const marked = {
      ...seminar,
      ...{ title: `\u202a${seminar.title}\u202c`, organiser: `${seminar.organiser}\u200f` },
      certificate: { ...seminar.certificate, number: `${seminar.certificate.number}\u200e` },
      notes: 'Satu\n\u2066dua',
    };
    const { title, organiser, certificate } = seminar;
    const entered = await ask(pathOf(), marked);
    expect(entered).toMatchObject({
      ...{ status: 201, body: { title, organiser, certificate, notes: 'Satu\ndua' } },
    });
    expect(await ask(pathOf(), seminar)).toMatchObject({ status: 200, body: { outcome: 'exists' } });
  });

  it('is taken back with a reason, on the version that was read', async () => {
    const { learningId } = (await ask(pathOf(), seminar)).body as { learningId: string };
    const path = `${pathOf()}/${learningId}/decisions`;
    const decision = { action: 'reject', reason: 'Sertifikat palsu.' };
    expect((await ask(path, { decision, rev: 2 })).status).toBe(409);
    expect((await ask(path, { decision: { action: 'reject' }, rev: 1 })).status).toBe(400);
    const done = await ask(path, { decision, rev: 1 });
    expect(done).toMatchObject({ status: 200, body: { state: 'rejected', reason: 'Sertifikat palsu.' } });
    expect((await ask(path, { decision: { action: 'verify' }, rev: 2 })).status).toBe(409);
  });

  it.each([
    ['what is to come', { endsOn: '2026-09-01' }, 422],
    ['more days than there are', { count: 3 }, 422],
    ['a certificate of before', { certificate: { number: '1', issuer: 'UI', date: '2026-02-01' } }, 422],
    ['one of a day to come', { certificate: { number: '1', issuer: 'UI', date: '2027-02-01' } }, 422],
    ['a training without its JP', { form: 'KL03' }, 422],
    ['less than one JP', { stated: '0.5' }, 400],
    ['a title that nobody sees', { title: '\u202e\u200f' }, 400],
    ['an organiser that rings', { organiser: 'Universitas\u0007' }, 400],
    ['notes that ring', { notes: 'Satu\n\u2066dua\u0007' }, 400],
    ['a title without a letter', { title: '–––' }, 400],
    ['a state of its own', { state: 'recognised' }, 400],
  ])('refuses %s', async (_, more, status) => {
    expect((await ask(pathOf(), { ...seminar, ...more })).status).toBe(status);
  });

  it('C1: is that of the agency’s own people, and nobody else is anybody', async () => {
    const { learningId } = (await ask(pathOf(), seminar)).body as { learningId: string };
    tenant = world.tenants.agencyB;
    const decision = { decision: { action: 'reject', reason: 'Sertifikat palsu.' }, rev: 1 };
    expect((await ask(pathOf())).status).toBe(404);
    expect((await ask(pathOf(), seminar)).status).toBe(404);
    expect((await ask(`${pathOf()}/${learningId}/decisions`, decision)).status).toBe(404);
  });
});
