import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { noSums } from '../nudges/effect.ts';
import { type Experiment, type Met, usualWindows } from '../nudges/experiment.ts';
import type { NudgeStore } from '../nudges/ports.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`;
const nation = { kind: 'nation' } as const;

/** What every adapter of nudges keeps. */
export function nudgeStoreContract(adapter: string, open: () => Promise<NudgeStore>): void {
  describe(`nudges on ${adapter}`, () => {
    let store: NudgeStore;
    let count = 0;
    let agencyId: AgencyId;
    let experiment: Experiment;
    const person = (name: string) => `${name}-${count}` as PersonId;
    const met = (over: Partial<Met> = {}): Met => ({
      ...{ personId: person('sri'), kind: 'begin', version: experiment.version, group: 'told', agencyId },
      ...{ at: at(4), turnAt: at(4), settleAt: at(14), ...over },
    });
    /** Of every part. */
    const due = async (list: 'listDueTurns' | 'listDueOutcomes', until: string) => {
      const parts = Array.from({ length: store.parts }, (_, part) => store[list](part, until, 50));
      const all = (await Promise.all(parts)).flat();
      return all.filter(({ personId }) => personId.endsWith(`-${count}`)).map(({ personId }) => personId);
    };
    beforeEach(async () => {
      store = await open();
      count += 1;
      agencyId = `bkn-${count}` as AgencyId;
      experiment = {
        ...{ kind: 'begin', version: count, share: 20, window: usualWindows.begin, salt: 's'.repeat(43) },
        ...{ startedAt: at(1), startedBy: person('op') },
      };
    });

    it('keeps a version as it was begun, and its first stop', async () => {
      const outcomes = await Promise.all([1, 2].map(() => store.addExperiment(experiment)));
      expect(outcomes.toSorted()).toEqual(['added', 'exists']);
      expect(await store.experiments()).toContainEqual(experiment);
      expect(await store.stopExperiment({ kind: 'begin', version: 999 }, at(2))).toBe('absent');
      expect(await store.stopExperiment(experiment, at(2))).toBe('stopped');
      expect(await store.stopExperiment(experiment, at(3))).toBe('was-stopped');
      expect(await store.experiments()).toContainEqual({ ...experiment, stoppedAt: at(2) });
    });

    it('gives a turn once, lists whose has come, and moves only what was read', async () => {
      const turn = { personId: person('sri'), at: at(4) };
      await store.addTurn(turn);
      await store.addTurn({ ...turn, at: at(11) });
      expect(await due('listDueTurns', at(3))).toEqual([]);
      expect(await due('listDueTurns', at(4))).toEqual([turn.personId]);
      await store.moveTurn({ ...turn, at: at(5) }, at(20));
      expect(await due('listDueTurns', at(4))).toEqual([turn.personId]);
      await store.moveTurn(turn, at(11));
      expect(await due('listDueTurns', at(10))).toEqual([]);
      await store.moveTurn({ ...turn, at: at(11) }, undefined);
      expect(await due('listDueTurns', at(30))).toEqual([]);
    });

    it('meets somebody once a version, and counts them for everybody and for their agency', async () => {
      const outcomes = await Promise.all([1, 2, 3].map(() => store.meet(met())));
      expect(outcomes.toSorted()).toEqual(['met', 'was-met', 'was-met']);
      const { agencyId: _, ...elsewhere } = met({ personId: person('adi'), group: 'held-out' });
      await store.meet(elsewhere);
      expect(await store.metBy(person('sri'))).toEqual([met()]);
      expect((await store.effectOf(experiment, nation)).sums).toEqual({ ...noSums, told: 1, heldOut: 1 });
      const own = { kind: 'agency', agencyId } as const;
      expect((await store.effectOf(experiment, own)).sums).toEqual({ ...noSums, told: 1 });
      const none = { kind: 'agency', agencyId: `${agencyId}0` as AgencyId } as const;
      expect((await store.effectOf(experiment, none)).sums).toEqual(noSums);
    });

    it('settles once, by group', async () => {
      const held = met({ personId: person('adi'), group: 'held-out', settleAt: at(15) });
      for (const one of [met(), held]) await store.meet(one);
      expect(await due('listDueOutcomes', at(13))).toEqual([]);
      expect(await due('listDueOutcomes', at(14))).toEqual([person('sri')]);
      await Promise.all([store.settle(met(), true), store.settle(met(), true)]);
      await store.settle(held, false);
      expect(await due('listDueOutcomes', at(30))).toEqual([]);
      const sums = { told: 1, heldOut: 1, toldSettled: 1, heldOutSettled: 1, toldReturned: 1 };
      expect((await store.effectOf(experiment, nation)).sums).toEqual({ ...noSums, ...sums });
      const { settleAt: _, ...settled } = met();
      expect(await store.metBy(person('sri'))).toEqual([{ ...settled, returned: true }]);
    });

    it('notes a standing over the one that was read', async () => {
      const scope = { place: experiment, scope: nation };
      const standing = (day: number) => ({ sums: { ...noSums, told: day }, at: at(day) });
      expect(await store.noteStanding(scope, { before: undefined, next: standing(10) })).toBe('noted');
      expect(await store.noteStanding(scope, { before: undefined, next: standing(11) })).toBe('lost');
      expect((await store.effectOf(experiment, nation)).standing).toEqual(standing(10));
      expect(await store.noteStanding(scope, { before: standing(10), next: standing(20) })).toBe('noted');
      expect(await store.noteStanding(scope, { before: standing(10), next: standing(21) })).toBe('lost');
      expect((await store.effectOf(experiment, nation)).standing).toEqual(standing(20));
    });

    it('forgets somebody and keeps sums, and nobody is counted after', async () => {
      await store.meet(met());
      await store.meet(met({ personId: person('adi') }));
      await store.addTurn({ personId: person('sri'), at: at(4) });
      expect(await store.forget(person('sri'))).toBe(2);
      expect(await store.metBy(person('sri'))).toEqual([]);
      expect(await store.metBy(person('adi'))).toHaveLength(1);
      await store.settle(met(), true);
      expect((await store.effectOf(experiment, nation)).sums).toEqual({ ...noSums, told: 2 });
      expect(await store.forget(person('sri'))).toBe(0);
    });
  });
}
