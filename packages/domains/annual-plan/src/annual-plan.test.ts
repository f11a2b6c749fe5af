import type { AgencyId, ClientPrincipal, Jp, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginPlan, beginVersion, removePlan } from './begin-plan.ts';
import { writeNote } from './decide-signal.ts';
import { readDecree } from './decree.ts';
import { addItem, changeItem, removeItem } from './items.ts';
import { movePlan, readMoves } from './move-plan.ts';
import { type AnnualPlan, type MoveRequest, movesFrom, planStates } from './plan.ts';
import { type ItemId, type ItemRequest, itemRequestSchema, savingOf } from './plan-item.ts';
import type { PlanStore } from './ports.ts';
import { currentVersion, listPlans, readPlan } from './read-plan.ts';
import {
  memoryDecreeRoom,
  memoryPlanStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
  planOfficial,
  planAdmin as rina,
  someDecree,
  someOfficials,
  someRequest,
  planColleague as tono,
  withoutOfficials,
} from './testing/index.ts';
import { undoSetWithinMs } from './who-decides.ts';

const decision = { official: 'Sekretaris Utama', number: 'SK-1/2026', on: '2026-11-28' };
const agree: MoveRequest = { move: 'agree', decision: { official: 'Sekretaris Utama' } };
const set: MoveRequest = { move: 'set', decision };
const pyb = planOfficial('authorised-official');
const ppk = planOfficial('appointing-official');

describe('the annual plan of an agency', () => {
  let plans: PlanStore;
  let deps: Parameters<typeof addItem>[0] & Parameters<typeof writeNote>[0] & Parameters<typeof movePlan>[0];
  const clock = fixedClock('2026-11-29T02:00:00.000Z');
  beforeEach(() => {
    plans = memoryPlanStore();
    deps = {
      ...{ plans, signals: memorySignalStore(), clock, ids: countedIds(), ...withoutOfficials() },
      citizens: { resultsOf: async () => [], complaintsOf: async () => [], commitmentsOf: async () => [] },
      ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
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
  /** As whoever takes the step, by themselves or with the letter. */
  const moveAs = async (
    principal: PersonPrincipal,
    request: MoveRequest,
    given: { readonly version?: number; readonly decree?: typeof someDecree } = {},
  ) => {
    const { version = 1, ...letter } = given;
    const { plan } = await readPlan(deps, at(version));
    return movePlan(deps, { ...at(version, principal), request, rev: plan.rev, ...letter });
  };
  const move = (request: MoveRequest, version = 1) =>
    moveAs(request.move === 'propose' ? rina : tono, request, { version, decree: someDecree });
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
    expect(plan.steps.at(-1)).toEqual({
      ...{ to: 'set', at: '2026-11-29T02:00:00.000Z', by: 'tono', way: 'letter' },
      decision: {
        ...decision,
        decree: { decreeId: expect.any(String), name: 'SK.pdf', sizeBytes: 8, pages: 1, sha256: 'sum-of-8' },
      },
    });
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
      ['proposed', ['agree', 'return', 'undo']],
      ['agreed', ['return', 'set', 'undo']],
      ['set', ['undo']],
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

  describe('is decided by others than those who have drafted it', () => {
    const named = (...people: readonly PersonPrincipal[]) => {
      const holders = (role: 'authorised-official' | 'appointing-official') =>
        people.filter(({ roles }) => roles.includes(role));
      deps = {
        ...deps,
        officials: someOfficials({
          'authorised-official': holders('authorised-official'),
          'appointing-official': holders('appointing-official'),
        }),
      };
    };
    const inPerson: MoveRequest = { move: 'agree', decision: {} };
    const ownSet: MoveRequest = { move: 'set', decision: { number: 'SK-1/2026', on: '2026-11-28' } };
    const refusal = (why: string) => ({ code: 'annual-plan.not-yours', why });
    beforeEach(async () => {
      await beginPlan(deps, { principal: rina, year: 2027 });
      await add();
    });

    it('by the officials in person, who are named by their accounts', async () => {
      named(pyb, ppk);
      await move({ move: 'propose' });
      const agreed = await moveAs(pyb, { move: 'agree', decision: { official: 'Orang lain' } });
      expect(agreed.steps.at(-1)).toMatchObject({ by: pyb.personId, way: 'in-person' });
      expect(agreed.steps.at(-1)?.decision).toEqual({ official: pyb.name });
      const done = await moveAs(ppk, ownSet);
      expect(done).toMatchObject({ state: 'set' });
      expect(done.steps.at(-1)).toMatchObject({ way: 'in-person', decision: { official: ppk.name } });
    });

    it('each by the step that is theirs, and nobody else by any', async () => {
      named(pyb, ppk);
      await expect(moveAs(pyb, { move: 'propose' })).rejects.toMatchObject(refusal('other'));
      await move({ move: 'propose' });
      await expect(moveAs(ppk, inPerson)).rejects.toMatchObject(refusal('other'));
      await expect(moveAs(ppk, { move: 'return', reason: 'Belum lengkap' })).rejects.toMatchObject(
        refusal('other'),
      );
      await expect(moveAs({ ...pyb, agencyId: 'lan' as AgencyId }, inPerson)).rejects.toMatchObject({
        code: 'annual-plan.not-found',
      });
      await expect(moveAs({ ...tono, roles: ['supervisor'] }, agree)).rejects.toMatchObject({
        code: 'annual-plan.not-found',
      });
      await moveAs(pyb, inPerson);
      await expect(moveAs(pyb, ownSet)).rejects.toMatchObject(refusal('other'));
      // No official drafts.
      for (const official of [pyb, ppk]) {
        const drafting = addItem(deps, { ...at(1, official), signalId: await note(), request: someRequest });
        await expect(drafting).rejects.toMatchObject({ code: 'annual-plan.not-found' });
      }
    });

    it('and by letter only where no official can sign in', async () => {
      named(pyb);
      await move({ move: 'propose' });
      await expect(move(agree)).rejects.toMatchObject(refusal('official'));
      await moveAs(pyb, inPerson);
      await expect(moveAs(tono, set)).rejects.toMatchObject({ issues: [{ path: '/decision/decree' }] });
      await expect(moveAs(tono, ownSet, { decree: someDecree })).rejects.toMatchObject({
        issues: [{ path: '/decision/official' }],
      });
      await expect(move(set)).resolves.toMatchObject({ state: 'set' });
    });

    it('so whoever has begun, changed or proposed it does not record it either', async () => {
      const item = await add();
      await changeItem(deps, { ...at(1, tono), itemId: item.itemId, request: someRequest, rev: 1 });
      await changeItem(deps, { ...at(), itemId: item.itemId, request: someRequest, rev: 2 });
      await move({ move: 'propose' });
      // Tono is no longer the last to have changed anything, and has drafted it all the same.
      for (const principal of [rina, tono]) {
        await expect(moveAs(principal, agree)).rejects.toMatchObject(refusal('drafted'));
      }
      const third = { ...tono, personId: 'umar' as typeof tono.personId };
      await moveAs(third, agree);
      for (const principal of [rina, tono]) {
        await expect(moveAs(principal, set, { decree: someDecree })).rejects.toMatchObject(
          refusal('drafted'),
        );
      }
      await expect(moveAs(third, set, { decree: someDecree })).resolves.toMatchObject({ state: 'set' });
    });

    it('an official who has drafted it holds nobody up, and nobody sets what they have agreed to', async () => {
      const both = planOfficial('appointing-official', {
        roles: ['authorised-official', 'appointing-official', 'agency-admin'],
      });
      const drafting = { ...pyb, roles: ['authorised-official', 'agency-admin'] as const };
      named(drafting, both);
      await addItem(deps, { ...at(1, drafting), signalId: await note(), request: someRequest });
      await moveAs(drafting, { move: 'propose' });
      await expect(moveAs(drafting, inPerson)).rejects.toMatchObject(refusal('drafted'));
      const { plan } = await readPlan(deps, at());
      expect((await readMoves(deps, { principal: rina, plan })).waitsFor).toEqual([
        expect.objectContaining({ personId: both.personId }),
      ]);
      await moveAs(both, inPerson);
      await expect(moveAs(both, ownSet)).rejects.toMatchObject(refusal('agreed'));
      // Nobody else holds the office, so a second person records the letter.
      await expect(move(set)).resolves.toMatchObject({ state: 'set' });
    });

    it('and returned by whoever it waits for, with a reason', async () => {
      named(pyb, ppk);
      await move({ move: 'propose' });
      await expect(moveAs(pyb, { move: 'return', reason: 'Sasaran kurang' })).resolves.toMatchObject({
        state: 'draft',
      });
      // Whoever returns it has not drafted it.
      await move({ move: 'propose' });
      await moveAs(pyb, inPerson);
      await expect(moveAs(ppk, { move: 'return', reason: 'Anggaran turun' })).resolves.toMatchObject({
        state: 'draft',
      });
    });

    it('and is taken back by whoever took the last step, once', async () => {
      named(pyb, ppk);
      await move({ move: 'propose' });
      await expect(moveAs(tono, { move: 'undo' })).rejects.toMatchObject(refusal('other'));
      await moveAs(rina, { move: 'undo' });
      await expect(moveAs(rina, { move: 'undo' })).rejects.toMatchObject({ code: 'annual-plan.shut' });
      await move({ move: 'propose' });
      await moveAs(pyb, inPerson);
      const back = await moveAs(pyb, { move: 'undo' });
      expect(back).toMatchObject({ state: 'proposed' });
      expect(back.steps.at(-1)).toMatchObject({ to: 'proposed', undone: true });
      await expect(moveAs(pyb, { move: 'undo' })).rejects.toMatchObject(refusal('other'));
      await expect(moveAs(rina, { move: 'undo' })).rejects.toMatchObject(refusal('other'));
      await moveAs(pyb, inPerson);
      await moveAs(ppk, ownSet);
      await expect(moveAs(ppk, { move: 'undo' })).rejects.toMatchObject({ issues: [{ path: '/reason' }] });
      deps = {
        ...deps,
        clock: fixedClock(new Date(clock.now().getTime() + undoSetWithinMs + 1).toISOString()),
      };
      const late = moveAs(ppk, { move: 'undo', reason: 'Nomor keliru' });
      await expect(late).rejects.toMatchObject(refusal('other'));
      deps = { ...deps, clock };
      await expect(moveAs(ppk, { move: 'undo', reason: 'Nomor keliru' })).resolves.toMatchObject({
        state: 'agreed',
      });
      await expect(moveAs(ppk, ownSet)).resolves.toMatchObject({ state: 'set' });
    });

    it('and puts the version before back in force when that is taken back, unless one is begun on it', async () => {
      for (const request of [{ move: 'propose' }, agree, set] as const) await move(request);
      await beginVersion(deps, { ...at(), reason: 'Pemotongan anggaran' });
      for (const request of [{ move: 'propose' }, agree, set] as const) await move(request, 2);
      const undo: MoveRequest = { move: 'undo', reason: 'Nomor keliru' };
      await moveAs(tono, undo, { version: 2 });
      expect((await readPlan(deps, at())).plan).toMatchObject({ state: 'set' });
      expect((await readPlan(deps, at(2))).plan).toMatchObject({ state: 'agreed' });
      await move(set, 2);
      expect((await readPlan(deps, at())).plan).toMatchObject({ state: 'replaced' });
      await beginVersion(deps, { ...at(2), reason: 'Perubahan lagi' });
      await expect(moveAs(tono, undo, { version: 2 })).rejects.toMatchObject({ code: 'annual-plan.shut' });
    });

    it('with a letter that does nothing but show, and is sent to whoever reads the plan', async () => {
      await move({ move: 'propose' });
      await move(agree);
      const script = { name: 'SK.pdf', bytes: new TextEncoder().encode('<script>') };
      await expect(moveAs(tono, set, { decree: script })).rejects.toMatchObject({
        issues: [{ path: '/decision/decree', message: 'not-pdf' }],
      });
      const large = { name: 'SK.pdf', bytes: new Uint8Array(4 * 1024 * 1024 + 1) };
      await expect(moveAs(tono, set, { decree: large })).rejects.toMatchObject({
        issues: [{ message: 'too-large' }],
      });
      const plan = await moveAs(tono, set, {
        decree: { ...someDecree, name: ' SK\n1\u202efdp.exe\u2069\u200f ' },
      });
      const decree = plan.steps.at(-1)?.decision?.decree;
      expect(decree?.name).toBe('SK 1 fdp.exe');
      const decreeId = decree?.decreeId ?? '';
      expect((await readDecree(deps, { ...at(1, ppk), decreeId })).bytes).toEqual(someDecree.bytes);
      const others = { ...ppk, agencyId: 'lan' as AgencyId };
      for (const asked of [
        { ...at(1, others), decreeId },
        { ...at(), decreeId: 'lain' },
      ]) {
        await expect(readDecree(deps, asked)).rejects.toMatchObject({ code: 'annual-plan.not-found' });
      }
    });
  });

  it('keeps no letter of a step that was not taken, and keeps it where nobody knows', async () => {
    await beginPlan(deps, { principal: rina, year: 2027 });
    await add();
    await move({ move: 'propose' });
    await move(agree);
    const decrees = memoryDecreeRoom();
    const { rev } = (await readPlan(deps, at())).plan;
    const setWith = (move: PlanStore['move']) =>
      movePlan(
        { ...deps, decrees, plans: { ...plans, move } },
        { ...at(1, tono), request: set, rev, decree: someDecree },
      );
    await expect(setWith(async () => 'conflict')).rejects.toMatchObject({ code: 'annual-plan.changed' });
    expect(decrees.size()).toBe(0);
    await expect(setWith(() => Promise.reject(new Error('timed out')))).rejects.toThrow('timed out');
    expect(decrees.size()).toBe(1);
    await setWith(plans.move);
    expect(decrees.size()).toBe(2);
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
