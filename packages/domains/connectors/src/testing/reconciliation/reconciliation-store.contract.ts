import { describe, expect, it } from 'vitest';
import type { Mismatch } from '../../reconciliation/mismatch.ts';
import type { ReconciliationStore } from '../../reconciliation/ports.ts';
import type { ReconciliationRun } from '../../reconciliation/run.ts';

const at = (n: number) => new Date(Date.parse('2026-03-02T01:00:00.000Z') + n * 60_000).toISOString();
const never = '2000-01-01T00:00:00.000Z';

/** Every adapter of `ReconciliationStore` passes this suite. */
export function reconciliationStoreContract(engine: string, open: () => Promise<ReconciliationStore>): void {
  let counted = 0;
  const fresh = () => {
    counted += 1;
    return `connection-${counted}`;
  };
  const runOf = (connectionId: string, n: number): ReconciliationRun => ({
    ...{ connectionId, runId: `run-${n}`, startedAt: at(n), state: 'running', updatedAt: at(n), rev: 1 },
    ...{ courses: 0, learners: 0, counts: { 'score-differs': 2 } },
  });
  const mismatchOf = (connectionId: string, n: number, runId = 'run-1'): Mismatch => ({
    ...{ connectionId, mismatchId: `${connectionId}-${n}`, runId, since: at(n), kind: 'score-differs' },
    ...{ externalCourseId: '4', registration: 'r1', moduleId: 'm1', scoreHere: 0.4, scoreThere: 0.8 },
  });

  describe(`ReconciliationStore on ${engine}`, () => {
    it('lets one run at a time, and another follow one that is over or lost', async () => {
      const store = await open();
      const id = fresh();
      expect(await store.begin(runOf(id, 1), never)).toBe('begun');
      expect(await store.begin(runOf(id, 2), never)).toBe('running');
      expect(await store.begin(runOf(id, 2), at(5))).toBe('begun');
      const second = await store.findRun(id, 'run-2');
      expect(second).toEqual(runOf(id, 2));
      expect(await store.saveRun({ ...runOf(id, 2), state: 'done', endedAt: at(3) })).toBe('saved');
      expect(await store.begin(runOf(id, 3), never)).toBe('begun');
      expect((await store.listRuns(id, 2)).map(({ runId }) => runId)).toEqual(['run-3', 'run-2']);
      expect(await store.findRun(fresh(), 'run-1')).toBeUndefined();
    });

    it('of two who write, the slower one learns it', async () => {
      const store = await open();
      const id = fresh();
      await store.begin(runOf(id, 1), never);
      const asked = { taken: 3, isWhole: false, reason: 'timeout' as const };
      expect(await store.saveRun({ ...runOf(id, 1), cursor: '4', asking: 'poll-1', asked })).toBe('saved');
      expect(await store.saveRun({ ...runOf(id, 1), cursor: '5' })).toBe('lost');
      expect(await store.findRun(id, 'run-1')).toMatchObject({ cursor: '4', rev: 2, asked });
      const within = {
        ...{ externalCourseId: '5', phase: 'silence' as const, after: '{"shard":3}' },
        ...{ running: 7, isSpokenOf: true, silent: 2 },
      };
      expect(await store.saveRun({ ...runOf(id, 1), within, rev: 2 })).toBe('saved');
      expect((await store.findRun(id, 'run-1'))?.within).toEqual(within);
      const further = { walkId: 'run-0', brokenAt: { externalCourseId: '5', times: 2 }, rev: 3 };
      expect(await store.saveRun({ ...runOf(id, 1), ...further })).toBe('saved');
      expect(await store.findRun(id, 'run-1')).toMatchObject({ ...further, rev: 4 });
    });

    it('keeps since when, and what is ignored; what was repaired and is still so is open again', async () => {
      const store = await open();
      const id = fresh();
      await store.see([mismatchOf(id, 1), mismatchOf(id, 2)]);
      const by = { at: at(9), by: 'siti' };
      await store.handle(mismatchOf(id, 1), { action: 'ignore', note: 'ujian susulan', ...by });
      await store.handle(mismatchOf(id, 2), { action: 'take-over', ...by });
      await store.see([1, 2].map((n) => ({ ...mismatchOf(id, n, 'run-2'), since: at(99) })));
      expect(await store.find(id, `${id}-1`)).toMatchObject({
        ...{ since: at(1), runId: 'run-2', handled: { action: 'ignore', note: 'ujian susulan' } },
      });
      const second = await store.find(id, `${id}-2`);
      expect(second).toEqual({ ...mismatchOf(id, 2, 'run-2'), since: at(2) });
      await store.reopen(mismatchOf(id, 1));
      expect(await store.find(id, `${id}-1`)).not.toHaveProperty('handled');
      const word = { action: 'take-back' as const, resultId: 'x', ...by };
      await store.handle(mismatchOf(id, 1), word);
      await store.see([{ ...mismatchOf(id, 1, 'run-3'), since: at(100) }]);
      expect((await store.find(id, `${id}-1`))?.handled).toEqual(word);
      await store.reopen(mismatchOf(id, 7));
      await store.handle(mismatchOf(id, 7), { action: 'take-over', ...by });
      expect(await store.find(id, `${id}-7`)).toBeUndefined();
    });

    it('takes away what a run has not seen, of this connection alone', async () => {
      const store = await open();
      const [id, other] = [fresh(), fresh()];
      await store.see([mismatchOf(id, 1), mismatchOf(id, 2, 'run-2'), mismatchOf(other, 1)]);
      expect(await store.dropUnseen(id, { walkId: 'run-2' })).toBe(1);
      const { mismatches } = await store.list(id, { limit: 10 });
      expect(mismatches.map(({ mismatchId }) => mismatchId)).toEqual([`${id}-2`]);
      expect((await store.list(other, { limit: 10 })).mismatches).toHaveLength(1);
    });

    it('leaves what is known of courses that could not be looked at, but for the inbox', async () => {
      const store = await open();
      const id = fresh();
      const known = (n: number, over: Partial<Mismatch> = {}) => ({ ...mismatchOf(id, n), ...over });
      await store.see([
        ...[known(1), known(2, { externalCourseId: '5' }), known(3, { runId: 'run-2' })],
        known(4, { kind: 'unmatched-result', resultId: 'x' }),
      ]);
      expect(await store.dropUnseen(id, { walkId: 'run-2', passedOver: new Set(['4']) })).toBe(2);
      const { mismatches } = await store.list(id, { limit: 10 });
      expect(mismatches.map(({ mismatchId }) => mismatchId)).toEqual([`${id}-1`, `${id}-3`]);
    });

    it('keeps what each kind tells', async () => {
      const store = await open();
      const id = fresh();
      const base = { connectionId: id, runId: 'run-1', since: at(1), externalCourseId: '4' };
      const found: readonly Mismatch[] = [
        { ...base, mismatchId: `${id}-1`, kind: 'course-gone', learners: 12 },
        { ...base, mismatchId: `${id}-2`, kind: 'silent-there', registration: 'r1', subject: 's-1' },
        { ...base, mismatchId: `${id}-3`, kind: 'unmatched-result', resultId: 'x', reason: 'not-enrolled' },
        { ...base, mismatchId: `${id}-4`, kind: 'not-comparable', failure: 'not-permitted' },
        { ...base, mismatchId: `${id}-5`, kind: 'others-there', learners: 1_240 },
      ];
      await store.see(found);
      expect((await store.list(id, { limit: 10 })).mismatches).toEqual(found);
    });

    it('lists page by page', async () => {
      const store = await open();
      const id = fresh();
      await store.see([1, 2, 3].map((n) => mismatchOf(id, n)));
      const first = await store.list(id, { limit: 2 });
      const rest = await store.list(id, { limit: 2, after: first.next ?? '' });
      const all = [...first.mismatches, ...rest.mismatches].map(({ mismatchId }) => mismatchId);
      expect(all).toEqual([1, 2, 3].map((n) => `${id}-${n}`));
      expect(rest.next).toBeUndefined();
    });
  });
}
