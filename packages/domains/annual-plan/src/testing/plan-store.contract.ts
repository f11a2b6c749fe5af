import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AnnualPlan, mostItems } from '../plan.ts';
import type { ItemId, PlanItem } from '../plan-item.ts';
import type { PlanStore } from '../ports.ts';
import { planItemOf, planOf } from './samples.ts';

/** What every adapter of plans keeps. */
export function planStoreContract(adapter: string, open: () => Promise<PlanStore>): void {
  describe(`annual plans on ${adapter}`, () => {
    let plans: PlanStore;
    let agencyId: AgencyId;
    let count = 0;
    beforeEach(async () => {
      plans = await open();
      count += 1;
      agencyId = `badan-${count}` as AgencyId;
    });
    const plan = (over: Partial<AnnualPlan> = {}) => planOf({ agencyId, ...over });
    /** Each answers a signal of its own. */
    const item = (over: Partial<PlanItem> = {}) => {
      const made = planItemOf({ agencyId, ...over });
      return { ...made, need: over.need ?? { ...made.need, signalId: `note:${made.itemId}` } };
    };
    const by = 'budi' as PersonId;
    const at = '2026-11-30T01:00:00.000Z';
    const proposed = (read: AnnualPlan): AnnualPlan => ({
      ...read,
      ...{
        state: 'proposed',
        steps: [...read.steps, { to: 'proposed', at, by: 'budi' as PersonId, reason: 'Lengkap' }],
      },
    });

    it('begins a plan once, and lists the newest year and version first', async () => {
      const outcomes = await Promise.all([
        plans.begin(plan(), []),
        plans.begin(plan({ lot: 'lot-2' }), [item({ lot: 'lot-2', rev: 1 })]),
      ]);
      expect(outcomes.toSorted()).toEqual(['begun', 'conflict']);
      const found = await plans.find(plan());
      expect(found?.rev).toBe(1);
      // Whoever came second leaves nothing in the plan that stands.
      expect((await plans.items(found ?? plan())).length).toBe(found?.lot === 'lot-2' ? 1 : 0);
      await plans.begin(plan({ version: 2 }), []);
      await plans.begin(plan({ year: 2028 }), []);
      expect((await plans.list(agencyId)).map(({ year, version }) => [year, version])).toEqual([
        [2028, 1],
        [2027, 2],
        [2027, 1],
      ]);
      expect(await plans.list(`${agencyId}-lain` as AgencyId)).toEqual([]);
      expect(await plans.find(plan({ version: 9 }))).toBeUndefined();
    });

    it('keeps items with the count of their plan, each as it was read', async () => {
      await plans.begin(plan(), []);
      const { curriculum: _, ...bare } = item({ itemId: 'i-2' as ItemId });
      const whole = item({ curriculum: 'Sesuai', noAlternative: 'Tidak ada' });
      expect(await plans.saveItem(whole)).toBe('saved');
      expect(await plans.saveItem(bare)).toBe('saved');
      expect(await plans.saveItem(whole)).toBe('conflict');
      expect(await plans.findItem(whole, whole.itemId)).toEqual({ ...whole, rev: 1 });
      const changes = await Promise.all([
        plans.saveItem({ ...whole, title: 'Satu', rev: 1 }),
        plans.saveItem({ ...whole, title: 'Dua', rev: 1 }),
      ]);
      expect(changes.toSorted()).toEqual(['conflict', 'saved']);
      expect((await plans.find(plan()))?.items).toBe(2);
      expect((await plans.items(whole)).length).toBe(2);
      expect(await plans.removeItem({ ...bare, rev: 7 }, by)).toBe('conflict');
      expect(await plans.removeItem({ ...bare, rev: 1 }, by)).toBe('removed');
      expect(await plans.find(plan())).toMatchObject({ items: 1, rev: 5, drafters: ['budi', 'rina'] });
      expect(await plans.findItem(bare, bare.itemId)).toBeUndefined();
    });

    it('takes one signal into a plan once, also when two do so at once, and again once its item is gone', async () => {
      await plans.begin(plan(), []);
      const { need } = item({ itemId: 'i-1' as ItemId });
      const [one, two] = ['i-1', 'i-2'].map((itemId) => item({ itemId: itemId as ItemId, need }));
      if (!one || !two) throw new Error('two were made');
      const outcomes = await Promise.all([plans.saveItem(one), plans.saveItem(two)]);
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      // Of two at once the table may turn one away before it looks at the other.
      expect(outcomes.filter((outcome) => outcome === 'taken' || outcome === 'conflict')).toHaveLength(1);
      expect((await plans.find(plan()))?.items).toBe(1);
      const [kept] = await plans.items(one);
      if (!kept) throw new Error('one was saved');
      const other = item({ itemId: 'i-3' as ItemId, need });
      expect(await plans.saveItem(other)).toBe('taken');
      expect(await plans.saveItem(item({ itemId: 'i-4' as ItemId }))).toBe('saved');
      expect(await plans.saveItem({ ...kept, title: 'Lain' })).toBe('saved');
      expect(await plans.removeItem({ ...kept, rev: 2 }, by)).toBe('removed');
      expect(await plans.saveItem(other)).toBe('saved');
      expect((await plans.find(plan()))?.items).toBe(2);
    });

    it('keeps which signals a version before has answered', async () => {
      const [set, second] = [item({ rev: 1 }), item({ version: 2, lot: 'lot-2', rev: 1 })];
      await plans.begin(plan({ state: 'set' }), [set]);
      // Two of them answer one signal, as plans of before may.
      const double = { ...second, itemId: 'i-8' as ItemId };
      expect(await plans.begin(plan({ version: 2, lot: 'lot-2', items: 2 }), [second, double])).toBe('begun');
      expect(await plans.items(second)).toHaveLength(2);
      const again = { ...second, itemId: 'i-9' as ItemId, rev: 0 };
      expect(await plans.saveItem(again)).toBe('taken');
      expect(await plans.saveItem({ ...again, need: { ...again.need, signalId: 'note:lain' } })).toBe(
        'saved',
      );
    });

    it('lets a plan take one step from what was read, and no item afterwards', async () => {
      await plans.begin(plan(), []);
      const read = (await plans.find(plan())) ?? plan();
      await plans.saveItem(item());
      // An item was added since it was read.
      expect(await plans.move(proposed(read))).toBe('conflict');
      const again = (await plans.find(plan())) ?? plan();
      expect(await plans.move(proposed(again))).toBe('moved');
      expect(await plans.move(proposed(again))).toBe('conflict');
      const kept = { ...proposed(again), rev: again.rev + 1 };
      expect(await plans.find(plan())).toEqual(kept);
      expect(await plans.saveItem(item({ itemId: 'i-3' as ItemId }))).toBe('shut');
      expect(await plans.saveItem(item({ title: 'Lain', rev: 1 }))).toBe('shut');
      expect(await plans.removeItem(item({ rev: 1 }), by)).toBe('shut');
      expect(await plans.items(kept)).toHaveLength(1);
    });

    it('sets a version and replaces the one before, both or neither', async () => {
      await plans.begin(plan({ state: 'set' }), [item({ rev: 1 })]);
      await plans.begin(plan({ version: 2, lot: 'lot-2' }), [item({ version: 2, lot: 'lot-2', rev: 1 })]);
      const [second, first] = await plans.list(agencyId);
      if (!first || !second) throw new Error('both were begun');
      const next = { ...second, state: 'set' as const };
      const replaced = { ...first, state: 'replaced' as const };
      expect(await plans.move(next, { other: { ...replaced, rev: 9 } })).toBe('conflict');
      expect((await plans.find(second))?.state).toBe('draft');
      expect(await plans.move(next, { other: replaced })).toBe('moved');
      expect((await plans.list(agencyId)).map(({ state }) => state)).toEqual(['set', 'replaced']);
      expect((await plans.items(first)).map(({ version }) => version)).toEqual([1]);
      expect((await plans.items(second)).map(({ version }) => version)).toEqual([2]);
    });

    it('keeps a letter with the step, and a step that was taken back', async () => {
      await plans.begin(plan(), []);
      const read = (await plans.find(plan())) ?? plan();
      const decree = { decreeId: 'd1', name: 'SK.pdf', sizeBytes: 9, pages: 1, sha256: 'ab' };
      const decision = { official: 'Kepala Badan', number: 'SK-1', on: '2026-11-28', decree };
      const set = { to: 'set' as const, at, by, decision, way: 'letter' as const };
      const back = { to: 'agreed' as const, at, by, undone: true as const, reason: 'Nomor keliru' };
      const steps = [...read.steps, set, back];
      expect(await plans.move({ ...read, state: 'agreed', steps, drafters: [] })).toBe('moved');
      expect(await plans.find(plan())).toMatchObject({ steps, drafters: [] });
    });

    it('gives way to no version that somebody begins on it, and the other way round', async () => {
      await plans.begin(plan({ state: 'set' }), []);
      const first = (await plans.find(plan())) ?? plan();
      const second = plan({ version: 2, lot: 'lot-2' });
      expect(await plans.begin(second, [], { ...first, rev: 9 })).toBe('conflict');
      expect(await plans.begin(second, [item({ ...second, rev: 1 })], first)).toBe('begun');
      const back = { ...first, state: 'agreed' as const };
      expect(await plans.move(back, { absent: second })).toBe('conflict');
      expect(await plans.move(back, { absent: plan({ version: 3 }) })).toBe('moved');
    });

    it('takes away a draft as it was read', async () => {
      await plans.begin(plan(), []);
      expect(await plans.remove(plan({ rev: 7 }))).toBe('conflict');
      expect(await plans.remove(plan({ rev: 1 }))).toBe('removed');
      expect(await plans.find(plan())).toBeUndefined();
    });

    it('has room for so many items and no more', async () => {
      await plans.begin(plan({ items: mostItems - 1 }), []);
      const outcomes = await Promise.all(
        [1, 2, 3].map((n) => plans.saveItem(item({ itemId: `i-${n}` as ItemId }))),
      );
      expect(outcomes.toSorted()).toEqual(['full', 'full', 'saved']);
      expect((await plans.find(plan()))?.items).toBe(mostItems);
    });
  });
}
