import { addItem, beginPlan, linkLearning, movePlan, writeNote } from '@sinau/annual-plan';
import {
  memoryLinkStore,
  memoryPlanStore,
  memoryRealisedStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
  planAdmin as rina,
  someGap,
  someRequest,
  someSurvey,
  withoutOfficials,
} from '@sinau/annual-plan/testing';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPlanRoutes } from './plan-routes.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';

const badan = { kind: 'agency', agencyId: 'bkn' as AgencyId } as const;
const lain = { kind: 'agency', agencyId: 'lain' as AgencyId } as const;

describe('annual plans for an agency’s own systems', () => {
  let door: ReturnType<typeof openDoor>;
  const at = { principal: rina, year: 2027, version: 1 };
  beforeEach(async () => {
    const desk = {
      ...{ plans: memoryPlanStore(), signals: memorySignalStore(), ids: countedIds() },
      ...{ links: memoryLinkStore(), realised: memoryRealisedStore() },
      ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
      clock: fixedClock('2026-11-29T02:00:00.000Z'),
      citizens: {
        resultsOf: async (agencyId: AgencyId) => (agencyId === 'bkn' ? [someSurvey] : []),
        complaintsOf: async () => [],
        commitmentsOf: async () => [],
      },
      gaps: {
        gapsOf: async (agencyId: AgencyId, unitId?: string) => {
          if (agencyId !== 'bkn') return [];
          return unitId === undefined ? [someGap] : [{ ...someGap, unit: { unitId, name: 'Dukcapil' } }];
        },
      },
      forms: { has: async () => true },
      units: { unitsOf: async () => [] },
      learnings: { titleOf: async () => ({ id: 'Seminar' }) },
      costs: {
        spentIn: async () => new Map<string, number>(),
        bookedIn: async () => new Map<string, number>(),
      },
    };
    await beginPlan(desk, at);
    const basis = { kind: 'rule', title: 'SPBE', legalBasis: 'Perpres 95/2018' } as const;
    await writeNote(desk, { ...at, basis });
    const { itemId } = await addItem(desk, { ...at, signalId: 'competency:M5', request: someRequest });
    await movePlan({ ...desk, ...withoutOfficials() }, { ...at, request: { move: 'propose' }, rev: 2 });
    const learning = { kind: 'event', learningId: 'e1' } as const;
    await linkLearning(desk, { ...at, itemId, learning, spent: 1_000_000 });
    const place = { agencyId: badan.agencyId, year: 2027, ...learning };
    await desk.realised.replace(undefined, { ...place, personId: 'sri' as PersonId, jp: 450 as Jp, rev: 0 });
    door = openDoor({
      reader: clientOf(badan, ['plans/read']),
      other: clientOf(badan, ['competence/read']),
      foreign: clientOf(lain, ['plans/read']),
      provider: clientOf(providerNamed('kampus'), ['plans/read']),
    });
    addPlanRoutes(door.app, { annualPlan: async () => desk });
  });
  const bodyOf = async (response: Response | Promise<Response>) =>
    (await (await response).json()) as Record<string, unknown>;
  const read = (path: string, caller = 'reader') => bodyOf(door.askAs(caller, `GET /api/${path}`));

  it('list versions, and give one with items, savings and totals, and nobody’s name or id', async () => {
    expect(await read('annual-plans')).toMatchObject({
      plans: [{ year: 2027, version: 1, state: 'proposed', items: 1 }],
    });
    const plan = await read('annual-plans/2027');
    expect(plan).toMatchObject({
      ...{ year: 2027, version: 1, state: 'proposed' },
      totals: { items: 1, people: 40, jp: 800, cost: 92_690_000, saving: 40_090_000 },
      list: [
        {
          ...{ title: 'Pelayanan publik yang ramah', form: 'KL10', people: 40, jp: 20, saving: 40_090_000 },
          need: { source: 'competency-gap', basis: { competencyId: 'M5', short: 12 } },
        },
      ],
    });
    expect(JSON.stringify(plan)).not.toContain('rina');
    expect(await read('annual-plans/2027?version=1')).toEqual(plan);
  });

  it('tell what came of a plan, and what asks for one', async () => {
    expect(await read('annual-plans/2027/realisation')).toMatchObject({
      planned: { people: 40, jp: 800, cost: 92_690_000 },
      realised: { people: 1, jp: 4.5, cost: 1_000_000 },
      items: [{ held: [{ kind: 'event', id: 'e1', title: { id: 'Seminar' }, people: 1, jp: 4.5 }] }],
    });
    const { signals } = (await read('need-signals?year=2027')) as { signals: readonly object[] };
    expect(signals).toMatchObject([
      { signalId: 'competency:M5', state: 'taken' },
      { signalId: 'citizens:ktp:2026-11-01:u7', source: 'citizens', state: 'open', basis: { mean: 261 } },
      { source: 'new-rule', basis: { legalBasis: 'Perpres 95/2018' } },
    ]);
    expect(JSON.stringify(signals)).not.toContain('rina');
    const ofUnit = (await read('need-signals?year=2027&unit=u1')) as { signals: readonly object[] };
    expect(ofUnit.signals[0]).toMatchObject({
      ...{ signalId: 'competency:M5:u1', state: 'open', basis: { unit: { name: 'Dukcapil' } } },
    });
  });

  it('are of one agency, with the scope, and of agencies alone', async () => {
    expect(await read('annual-plans', 'foreign')).toEqual({ plans: [] });
    for (const path of [
      'annual-plans/2027',
      'annual-plans/2027/realisation',
      'annual-plans/2027?version=1',
    ]) {
      expect((await door.askAs('foreign', `GET /api/${path}`)).status).toBe(404);
      expect((await door.askAs('nobody', `GET /api/${path}`)).status).toBe(401);
      expect((await door.askAs('other', `GET /api/${path}`)).status).toBe(403);
      expect((await door.askAs('provider', `GET /api/${path}`)).status).toBe(403);
    }
    for (const path of ['annual-plans/besok', 'annual-plans/2031', 'annual-plans/2027?version=9']) {
      expect((await door.askAs('reader', `GET /api/${path}`)).status).toBe(404);
    }
    for (const path of ['annual-plans/2027?version=x', 'need-signals', 'need-signals?year=besok']) {
      expect((await door.askAs('reader', `GET /api/${path}`)).status).toBe(400);
    }
  });
});
