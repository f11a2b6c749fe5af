import type { AgencyId, ClientPrincipal, Jp, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginPlan, beginVersion, removePlan } from './begin-plan.ts';
import { writeNote } from './decide-signal.ts';
import { addItem, changeItem, removeItem } from './items.ts';
import { movePlan } from './move-plan.ts';
import { type AnnualPlan, type MoveRequest, movesFrom, planStates } from './plan.ts';
import { type ItemId, type ItemRequest, itemRequestSchema, savingOf } from './plan-item.ts';
import type { PlanStore } from './ports.ts';
import { currentVersion, listPlans, readPlan } from './read-plan.ts';
import { memoryPlanStore, memorySignalStore, planAdmin as rina, someRequest } from './testing/index.ts';

const decision = { official: 'Sekretaris Utama', number: 'SK-1/2026', on: '2026-11-28' };
const agree: MoveRequest = { move: 'agree', decision: { official: 'Sekretaris Utama' } };
const set: MoveRequest = { move: 'set', decision };

describe('the annual plan of an agency', () => {
  let plans: PlanStore;
  let deps: Parameters<typeof addItem>[0] & Parameters<typeof writeNote>[0];
  const clock = fixedClock('2026-11-29T02:00:00.000Z');
  beforeEach(() => {
    plans = memoryPlanStore();
    deps = {
      ...{ plans, signals: memorySignalStore(), clock, ids: countedIds() },
      citizens: { resultsOf: async () => [], complaintsOf: async () => [], commitmentsOf: async () => [] },
      gaps: { gapsOf: async () => [] },
      forms: { has: async (form) => ['KL10', 'NKL03', 'KL06'].includes(form) },
      units: { unitsOf: async () => [{ unitId: 'u1', name: 'Dukcapil' }] },
    };
  });
  const at = (version = 1, principal: PersonPrincipal = rina) => ({ principal, year: 2027, version });
  const note = async () => {
    const basis = { kind: 'rule', title: 'SPBE', legalBasis: 'Perpres 95/2018' } as const;
    return (await writeNote(deps, { principal: rina, year: 2027, basis })).noteId;
  };
  const add = async (request: ItemRequest = someRequest, signalId?: string) =>
    addItem(deps, { ...at(), signalId: signalId ?? (await note()), request });
  const move = async (request: MoveRequest, version = 1) => {
    const { plan } = await readPlan(deps, at(version));
    return movePlan(deps, { ...at(version), request, rev: plan.rev });
  };
  async function setPlan(): Promise<AnnualPlan> {
    await beginPlan(deps, { principal: rina, year: 2027 });
    await add();
    for (const request of [{ move: 'propose' }, agree] as const) await move(request);
    return move(set);
  }

  it('is one of its year, this one or one of the two to come', async () => {
    const plan = await beginPlan(deps, { principal: rina, year: 2027 });
    expect(plan).toMatchObject({ agencyId: 'bkn', version: 1, state: 'draft', items: 0, rev: 1 });
    const again = beginPlan(deps, { principal: rina, year: 2027 });
    await expect(again).rejects.toMatchObject({ code: 'annual-plan.exists' });
    for (const year of [2025, 2029]) {
      const wrong = beginPlan(deps, { principal: rina, year });
      await expect(wrong).rejects.toMatchObject({ code: 'annual-plan.item-wrong' });
    }
  });

  it('is nobody else’s: another agency, and whoever administers none, find no plan', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    const others: readonly PersonPrincipal[] = [
      { ...rina, agencyId: 'lan' as AgencyId },
      { ...rina, roles: ['learner', 'supervisor'] },
    ];
    for (const principal of others) {
      const calls = [
        readPlan(deps, at(1, principal)),
        addItem(deps, { ...at(1, principal), signalId: 's-1', request: someRequest }),
        movePlan(deps, { ...at(1, principal), request: { move: 'propose' }, rev: 1 }),
        beginVersion(deps, { ...at(1, principal), reason: 'Perubahan anggaran' }),
        removePlan(deps, at(1, principal)),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    }
  });

  it('sums people, JP, rupiah and what cheaper forms would save, in whole numbers', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    const first = await add();
    const { alternative: _, ...bare } = someRequest;
    await add({ ...bare, people: 3, jp: 250 as Jp, cost: 0, from: '2027-01-04', to: '2027-01-04' });
    expect(savingOf(first)).toBe(40_090_000);
    const view = await readPlan(deps, at());
    expect(view.items.map(({ from }) => from)).toEqual(['2027-01-04', '2027-03-01']);
    expect(view.totals).toEqual({
      ...{ items: 2, people: 43, jp: 40 * 2000 + 3 * 250, cost: 92_690_000, saving: 40_090_000 },
    });
    expect(view.plan.items).toBe(2);
  });

  it('refuses days of another year, forms that no rule counts and units that there are not', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    const wrong = add({
      ...{ ...someRequest, from: '2026-12-31', form: 'XX99', unitIds: ['u1', 'u9'] },
      alternative: { form: 'XX98', cost: 1 },
    });
    await expect(wrong).rejects.toMatchObject({
      issues: [
        { path: '/from' },
        { path: '/form' },
        { path: '/alternative/form' },
        { path: '/unitIds', message: 'names a unit that there is not' },
      ],
    });
    expect((await readPlan(deps, at())).items).toEqual([]);
  });

  it('takes whole rupiah alone, and a cheaper form that is cheaper', () => {
    const wrong: readonly (readonly [Partial<ItemRequest>, string])[] = [
      [{ cost: 10.5 }, 'cost'],
      [{ cost: -1 }, 'cost'],
      [{ people: 0 }, 'people'],
      [{ to: '2027-02-01' }, 'to'],
      [{ alternative: { form: 'NKL03', cost: someRequest.cost } }, 'cost'],
      [{ noAlternative: 'Sudah paling murah' }, 'noAlternative'],
      [{ budgetLine: '=1+1' }, 'budgetLine'],
      [{ title: 'dua\nbaris' }, 'title'],
    ];
    for (const [over, field] of wrong) {
      const read = itemRequestSchema.safeParse({ ...someRequest, ...over });
      expect(new Set(read.error?.issues.map(({ path }) => path.at(-1)))).toEqual(new Set([field]));
    }
    expect(itemRequestSchema.parse(someRequest)).toEqual(someRequest);
  });

  it('answers a signal once', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    const signalId = await note();
    const item = await add(someRequest, signalId);
    await expect(add(someRequest, signalId)).rejects.toMatchObject({ code: 'annual-plan.signal-taken' });
    await removeItem(deps, { ...at(), itemId: item.itemId });
    await expect(add(someRequest, signalId)).resolves.toMatchObject({ rev: 1 });
  });

  it('is proposed once each item names a cheaper form, or says why there is none', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    await expect(move({ move: 'propose' })).rejects.toMatchObject({ code: 'annual-plan.incomplete' });
    const { alternative: _, ...bare } = someRequest;
    const item = await add(bare);
    await expect(move({ move: 'propose' })).rejects.toMatchObject({
      issues: [{ path: `/items/${item.itemId}` }],
    });
    const request = { ...bare, noAlternative: 'Wajib tatap muka menurut pedoman' };
    await changeItem(deps, { ...at(), itemId: item.itemId, request, rev: 1 });
    await expect(move({ move: 'propose' })).resolves.toMatchObject({ state: 'proposed' });
  });

  it('goes from draft over proposed and agreed to set, with who, when and by which letter', async () => {
    const plan = await setPlan();
    expect(plan.state).toBe('set');
    expect(plan.steps.map(({ to }) => to)).toEqual(['draft', 'proposed', 'agreed', 'set']);
    expect(plan.steps.at(-1)).toEqual({ to: 'set', at: '2026-11-29T02:00:00.000Z', by: 'rina', decision });
    expect((await listPlans(deps, { principal: rina }))[0]).toEqual(plan);
  });

  it('is returned with a reason, and takes no other way', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    await add();
    for (const request of [agree, set, { move: 'return', reason: 'Belum lengkap' }] as const) {
      await expect(move(request)).rejects.toMatchObject({ code: 'annual-plan.shut' });
    }
    await move({ move: 'propose' });
    await expect(move(set)).rejects.toMatchObject({ code: 'annual-plan.shut' });
    await move(agree);
    const returned = await move({ move: 'return', reason: 'Anggaran turun' });
    expect(returned).toMatchObject({ state: 'draft' });
    expect(returned.steps.at(-1)?.reason).toBe('Anggaran turun');
    expect(planStates.map((state) => [state, movesFrom(state)])).toEqual([
      ['draft', ['propose']],
      ['proposed', ['agree', 'return']],
      ['agreed', ['return', 'set']],
      ['set', []],
      ['replaced', []],
    ]);
  });

  it('is set by a letter whose day has come in Jakarta', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    await add();
    await move({ move: 'propose' });
    await move(agree);
    const tomorrow: MoveRequest = { move: 'set', decision: { ...decision, on: '2026-11-30' } };
    await expect(move(tomorrow)).rejects.toMatchObject({ issues: [{ path: '/decision/on' }] });
    // 17:30 UTC is the next day in western Indonesia.
    deps = { ...deps, clock: fixedClock('2026-11-29T17:30:00.000Z') };
    await expect(move(tomorrow)).resolves.toMatchObject({ state: 'set' });
  });

  it('is moved as it was read: an item that came meanwhile is looked at first', async () => {
    const { rev } = await beginPlan(deps, { principal: rina, year: 2027 });
    await add();
    const unseen = movePlan(deps, { ...at(), request: { move: 'propose' }, rev });
    await expect(unseen).rejects.toMatchObject({ code: 'annual-plan.changed' });
  });

  it('never changes once set: what is different is a later version, which copies and then replaces it', async () => {
    await setPlan();
    const before = await readPlan(deps, at());
    const [item] = before.items;
    const itemId = item?.itemId ?? ('' as ItemId);
    const calls = () => [
      add(),
      changeItem(deps, { ...at(), itemId, request: someRequest, rev: 1 }),
      removeItem(deps, { ...at(), itemId }),
      removePlan(deps, at()),
    ];
    for (const call of calls()) await expect(call).rejects.toMatchObject({ code: 'annual-plan.shut' });
    const second = await beginVersion(deps, { ...at(), reason: 'Pemotongan anggaran' });
    expect(second).toMatchObject({ version: 2, state: 'draft', items: 1 });
    const once = beginVersion(deps, { ...at(), reason: 'Pemotongan anggaran' });
    await expect(once).rejects.toMatchObject({ code: 'annual-plan.exists' });
    const request = { ...someRequest, people: 20 };
    await changeItem(deps, { ...at(2), itemId, request, rev: 1 });
    expect(await readPlan(deps, at())).toEqual(before);
    const asked = { principal: rina, year: 2027 };
    expect(await currentVersion(deps, asked)).toBe(1);
    for (const step of [{ move: 'propose' }, agree, set] as const) await move(step, 2);
    expect(await currentVersion(deps, asked)).toBe(2);
    const [old] = (await readPlan(deps, at())).items;
    expect(old).toEqual(item);
    expect((await readPlan(deps, at())).plan).toMatchObject({ state: 'replaced' });
    expect((await readPlan(deps, at(2))).items[0]).toMatchObject({ itemId, people: 20, version: 2 });
    for (const call of calls()) await expect(call).rejects.toMatchObject({ code: 'annual-plan.shut' });
  });

  it('is read by systems of its agency, and of no other', async () => {
    await setPlan();
    const client = (tenant: ClientPrincipal['tenant']): ClientPrincipal => ({
      ...{ kind: 'client', clientId: 'c', name: 'Simpeg', scopes: ['plans/read'], tenant },
    });
    const own = client({ kind: 'agency', agencyId: 'bkn' as AgencyId });
    expect((await readPlan(deps, { ...at(), principal: own })).items).toHaveLength(1);
    expect(await listPlans(deps, { principal: own })).toHaveLength(1);
    expect(await currentVersion(deps, { principal: own, year: 2027 })).toBe(1);
    const absent = { code: 'annual-plan.not-found' };
    await expect(currentVersion(deps, { principal: own, year: 2028 })).rejects.toMatchObject(absent);
    for (const tenant of [{ kind: 'agency', agencyId: 'lan' as AgencyId }, { kind: 'platform' }] as const) {
      await expect(readPlan(deps, { ...at(), principal: client(tenant) })).rejects.toMatchObject(absent);
    }
  });

  it('takes away an empty draft, and begins again', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    const item = await add();
    await expect(removePlan(deps, at())).rejects.toMatchObject({ code: 'annual-plan.shut' });
    await removeItem(deps, { ...at(), itemId: item.itemId });
    await removePlan(deps, at());
    await expect(readPlan(deps, at())).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    await expect(beginPlan(deps, { principal: rina, year: 2027 })).resolves.toMatchObject({ version: 1 });
  });
});
