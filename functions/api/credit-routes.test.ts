import { type CreditStore, type EntryId, eLearning } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import { identityWorld } from '@sinau/identity/testing';
import type { Jp, PersonId, Principal, Tenant } from '@sinau/kernel';
import { createHttpApp } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { personStandingsOf } from '../shared/person-standings.ts';
import { addCreditRoutes } from './credit-routes.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let credit: CreditStore;
let tenant: Tenant;
let personId: PersonId;
beforeEach(async () => {
  world = await identityWorld();
  credit = memoryCreditStore();
  tenant = world.tenants.agencyA;
  ({ personId } = await world.invite(tenant, ['learner']));
  const at = '2026-03-02T01:00:00.000Z';
  const day = (date: string) => ({ date, amount: 500 });
  await credit.append({
    ...{ entryId: 'r1' as EntryId, personId, kind: 'earned', at, recordedAt: at, title: { id: 'Etika' } },
    ...{ form: eLearning, stated: 1000 as Jp, parts: [day('2026-03-01'), day('2026-03-02')] },
    ...{ abroad: false, sameAs: 'course:c1', effort: { seconds: 7200, spans: [] } },
    source: { kind: 'course', courseId: 'c1', version: 1, registration: 'r1' },
  });
});

async function ask(path: string) {
  const app = createHttpApp({
    name: 'api',
    authenticate: async (): Promise<Principal> => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes: ['credit/read'], tenant },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ clock: world.clock, ids: world.ids },
  });
  const desk = { credit, standings: personStandingsOf(world) };
  addCreditRoutes(app, { ...world, credit: async () => desk });
  const answer = await app.hono.request(path);
  return { status: answer.status, body: (await answer.json()) as object };
}

describe('JP through the API', () => {
  it('are told as a year with the lines behind it, rules and reasons (T3)', async () => {
    expect(await ask(`/api/people/${personId}/jp?year=2026`)).toMatchObject({
      status: 200,
      body: {
        ...{ personId, year: 2026, stated: '10', computed: '10', recognised: '6', held: '0' },
        ...{ status: 'PNS', assumed: ['status', 'time-zone'], minimum: { jp: '20', met: false } },
        lines: [
          {
            ...{ entryId: 'r1', form: 'NKL03', endsOn: '2026-03-02', reasons: ['cap_day'], seconds: 7200 },
            days: [{ recognised: '3' }, { date: '2026-03-02', computed: '5', recognised: '3' }],
            rule: { verified: false },
          },
        ],
      },
    });
    expect((await ask(`/api/people/${personId}/jp?year=2025`)).body).toMatchObject({ lines: [] });
    expect((await ask(`/api/people/${personId}/jp`)).status).toBe(200);
    expect((await ask(`/api/people/${personId}/jp?year=kini`)).status).toBe(400);
  });

  it('tell of a maximum the year of the contract that runs, and of a year that is over the one of its last day', async () => {
    const known = await world.people.find(personId);
    if (!known) throw new Error('there is nobody');
    const contract = { from: '2024-07-01', to: '2027-06-30' };
    const employment = [{ status: 'PPPK' as const, from: contract.from, contract }];
    await world.people.replace(known, { ...known, career: { employment, posts: [], stations: [] } as never });
    const running = { from: '2025-07-01', to: '2026-06-30', jp: '24', recognised: '6' };
    for (const query of ['', '?year=2026', '?year=2025']) {
      expect((await ask(`/api/people/${personId}/jp${query}`)).body).toMatchObject({ maximum: running });
    }
    world.clock.advance(Date.parse('2026-08-03T02:00:00.000Z') - world.clock.now().getTime());
    expect((await ask(`/api/people/${personId}/jp`)).body).toMatchObject({
      maximum: { from: '2026-07-01', to: '2027-06-30', recognised: '0' },
    });
    expect((await ask(`/api/people/${personId}/jp?year=2024`)).body).toMatchObject({
      maximum: { from: '2024-07-01', to: '2025-06-30', recognised: '0' },
    });
  });

  it('C1: are those of the agency’s own people, and nobody else is anybody', async () => {
    const absent = await ask('/api/people/nobody/jp');
    expect(absent.status).toBe(404);
    for (const other of [world.tenants.agencyB, world.tenants.providerA, { kind: 'platform' } as const]) {
      tenant = other;
      const refused = await ask(`/api/people/${personId}/jp`);
      expect(refused.status).toBe(404);
    }
  });

  it('are read by the agency where somebody is lent to as well', async () => {
    const { agencyB } = world.tenants;
    const person = await world.people.find(personId);
    if (agencyB.kind !== 'agency' || !person) throw new Error('there is no such agency');
    await world.people.replace(person, { ...person, workingAgencyId: agencyB.agencyId });
    tenant = agencyB;
    expect((await ask(`/api/people/${personId}/jp?year=2026`)).status).toBe(200);
  });

  it('are recognised by rules that an agency’s systems read with their ground, the agency’s own before the nation’s', async () => {
    if (tenant.kind !== 'agency') throw new Error('there is no such agency');
    const scope = { kind: 'agency', agencyId: tenant.agencyId } as const;
    const rule = { kind: 'year', status: 'PNS', period: 'calendar-year', minimum: 2400 as Jp } as const;
    const ground = { legalBasis: 'Peraturan Kepala 1/2026', validFrom: '2026-02-01', verified: false };
    await credit.addRule({ ...rule, ...ground, scope, ruleId: 'own', by: personId });
    type Rules = { readonly rules: readonly { readonly topic: string }[] };
    const of = (body: object, topic: string) => (body as Rules).rules.find((one) => one.topic === topic);
    const { body } = await ask('/api/jp-rules?on=2026-03-02');
    expect(of(body, 'year:PNS')).toMatchObject({
      current: { ...ground, scope: 'agency', minimum: '24', status: 'PNS' },
      national: { scope: 'national', minimum: '20' },
    });
    expect(JSON.stringify(body)).not.toContain(personId);
    expect(of(body, 'conversion:NKL03')).toMatchObject({
      current: { form: 'NKL03', cap: { amount: '3', period: 'day', measure: 'jp' } },
    });
    expect(of((await ask('/api/jp-rules?on=2026-01-31')).body, 'year:PNS')).toMatchObject({
      ...{ current: { minimum: '20' }, coming: [{ minimum: '24' }] },
    });
    tenant = world.tenants.agencyB;
    expect(of((await ask('/api/jp-rules?on=2026-03-02')).body, 'year:PNS')).not.toHaveProperty('national');
    expect((await ask('/api/jp-rules?on=besok')).status).toBe(400);
  });
});
