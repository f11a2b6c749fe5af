import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecognitionStore } from '../ports.ts';
import { type Recognition, type RecognitionId, stepped } from '../recognition.ts';
import type { Share } from '../teaching.ts';
import { recognitionOf } from './recognition-of.ts';

let count = 0;

/** What recognitions are kept in: every adapter answers alike. */
export function recognitionStoreContract(engine: string, create: () => Promise<RecognitionStore>): void {
  describe(`recognition store (${engine})`, () => {
    let store: RecognitionStore;
    let agencyId: AgencyId;
    const person = (name: string) => `${name}-${count}` as PersonId;
    const one = (over: Partial<Recognition> = {}): Recognition =>
      recognitionOf({ personId: person('sri'), agencyId, ...over });
    const called = (name: string) => ({ recognitionId: name as RecognitionId });
    const at = (day: number) => `2026-03-0${day}T01:00:00.000Z`;
    const share: Share = {
      ...{ shareId: 's1', revision: 1, agencyId: 'bkn' as AgencyId, form: 'coaching', minutes: 60 },
      ...{ on: '2026-03-02', title: 'Coaching', withdrawn: false },
    };
    beforeEach(async () => {
      store = await create();
      count += 1;
      agencyId = `bkn-${count}` as AgencyId;
    });

    it('writes what was read and nothing else, and counts the exact difference', async () => {
      const first = one();
      expect(await store.find(first)).toBeUndefined();
      expect(await store.step({ after: first })).toBe('done');
      expect(await store.step({ after: first })).toBe('changed');
      const before = { ...first, rev: 1 };
      expect(await store.find(first)).toEqual(before);
      const by = { id: person('adi'), name: 'Adi' };
      const undone = stepped(before, { to: 'undone', at: at(3), by, reason: 'Salah orang' });
      const racing = [undone, { ...before, shownTo: 'unit' as const }].map((after) =>
        store.step({ before, after }),
      );
      expect((await Promise.all(racing)).toSorted()).toEqual(['changed', 'done']);
      const now = await store.find(first);
      expect(now?.rev).toBe(2);
      const counted = now?.state === 'granted' ? [['u1', { harmonious: 1 }]] : [['u1', {}]];
      expect(
        [...(await store.counts(agencyId, 2026))].filter(([, of]) => Object.keys(of).length > 0),
      ).toEqual(now?.state === 'granted' ? counted : []);
      await store.step({ after: one({ ...called('n-2'), unitId: '', value: 'loyal' }) });
      expect((await store.counts(agencyId, 2026)).get('')).toEqual({ loyal: 1 });
      expect((await store.counts(agencyId, 2025)).size).toBe(0);
    });

    it('lets somebody propose so often a month and no more, whoever asks at once', async () => {
      const propose = (n: number, month = '2026-03') => {
        const by = { id: person('budi'), name: 'Budi', as: 'colleague' as const };
        const proposal = one({
          ...called(`n-${n}`),
          ...{ origin: { kind: 'people', by, behaviour: 'Membantu rekan' }, createdAt: at(n) },
          ...{ state: 'proposed', steps: [{ to: 'proposed', at: at(n) }] },
        });
        return store.nominate(proposal, { by: person('budi'), month, most: 2 });
      };
      const made = await Promise.all([1, 2, 3, 4].map((n) => propose(n)));
      expect(made.toSorted()).toEqual(['done', 'done', 'too-many', 'too-many']);
      expect(await propose(5, '2026-04')).toBe('done');
      const proposed = await store.proposedBy(person('budi'), 10);
      expect(proposed).toHaveLength(3);
      expect(proposed[0]?.recognitionId).toBe('n-5');
      expect(await store.proposedBy(person('budi'), 1)).toHaveLength(1);
      const waiting = await store.ofAgency({ agencyId, list: 'waiting' }, { limit: 10 });
      expect(waiting.recognitions).toHaveLength(3);
    });

    it('notes a share with what follows from it, all or nothing', async () => {
      const sri = person('sri');
      const after = one(called('teaching-2026-1'));
      expect(await store.settle(sri, { rev: 0, share, changes: [{ after }] })).toBe('done');
      const again = await store.settle(sri, { rev: 0, share: { ...share, minutes: 90 }, changes: [] });
      expect(again).toBe('changed');
      expect(await store.book(sri)).toEqual({
        rev: 1,
        shares: [share],
        recognitions: [{ ...after, rev: 1 }],
      });
      const stale = { before: after, after };
      const other = { ...share, shareId: 's2' };
      expect(await store.settle(sri, { rev: 1, share: other, changes: [stale] })).toBe('changed');
      expect((await store.book(sri)).shares).toEqual([share]);
      const racing = [1, 2].map((n) =>
        store.settle(sri, { rev: 1, share: { ...share, revision: 1 + n }, changes: [] }),
      );
      expect((await Promise.all(racing)).toSorted()).toEqual(['changed', 'done']);
      expect((await store.book(sri)).rev).toBe(2);
      expect(await store.book(person('tini'))).toEqual({ rev: 0, shares: [], recognitions: [] });
    });

    it('lists by what is to be done, year and page, the newest first, and moves along', async () => {
      const all = [1, 2, 3].map((n) => one({ ...called(`n-${n}`), steps: [{ to: 'granted', at: at(n) }] }));
      for (const after of all) await store.step({ after });
      await store.step({ after: one({ ...called('n-0'), year: 2025 }) });
      const list = (year?: number, after?: string) =>
        store.ofAgency(
          { agencyId, list: 'given', ...(year !== undefined && { year }) },
          { limit: 2, ...(after !== undefined && { after }) },
        );
      const ids = ({ recognitions }: Awaited<ReturnType<typeof list>>) =>
        recognitions.map(({ recognitionId }) => recognitionId);
      const first = await list(2026);
      expect(ids(first)).toEqual(['n-3', 'n-2']);
      expect(ids(await list(2026, first.next))).toEqual(['n-1']);
      expect(ids(await list(2025))).toEqual(['n-0']);
      expect(ids(await list(2024))).toEqual([]);
      const before = await store.find(one(called('n-3')));
      if (!before) throw new Error('there is one');
      await store.step({ before, after: stepped(before, { to: 'undone', at: at(9), reason: 'Keliru' }) });
      expect(ids(await list(2026))).toEqual(['n-2', 'n-1']);
      const closed = await store.ofAgency({ agencyId, list: 'closed', year: 2026 }, { limit: 5 });
      expect(closed.recognitions.map(({ state }) => state)).toEqual(['undone']);
    });

    it('shows a unit what its people show to it, while that stands', async () => {
      const unit = { agencyId, unitId: 'u1' };
      const shown = async () =>
        (await store.ofUnit(unit, { limit: 10 })).recognitions.map(({ recognitionId }) => recognitionId);
      await store.step({ after: one() });
      await store.step({ after: one({ ...called('n-2'), shownTo: 'unit' }) });
      await store.step({ after: one({ ...called('n-3'), shownTo: 'unit', unitId: 'u2' }) });
      expect(await shown()).toEqual(['n-2']);
      const before = await store.find(one(called('n-2')));
      if (!before) throw new Error('there is one');
      await store.step({ before, after: { ...before, shownTo: 'supervisor' } });
      expect(await shown()).toEqual([]);
    });

    it('forgets somebody whole: what they were given and taught, and their name with what they proposed', async () => {
      const [sri, budi] = [person('sri'), person('budi')];
      const by = { id: budi, name: 'Budi', as: 'colleague' as const };
      const proposal = one({
        ...called('n-1'),
        ...{ origin: { kind: 'people', by, behaviour: 'Membantu rekan' }, state: 'proposed' },
        steps: [{ to: 'proposed', at: at(1), by }],
      });
      await store.nominate(proposal, { by: budi, month: '2026-03', most: 5 });
      await store.settle(sri, { rev: 0, share, changes: [{ after: one(called('teaching-2026-1')) }] });
      expect(await store.forget(budi, at(4))).toBeGreaterThan(0);
      expect(await store.proposedBy(budi, 10)).toEqual([]);
      const kept = await store.find(proposal);
      expect(JSON.stringify(kept)).not.toContain('Budi');
      expect(kept).toMatchObject({ state: 'proposed', origin: { behaviour: 'Membantu rekan' } });
      expect(await store.forget(sri, at(5))).toBeGreaterThan(0);
      // When it was is all that is left, also after what comes later; who has read the book before writes nothing.
      const left = { rev: 2, erasedAt: at(5), shares: [], recognitions: [] };
      expect(await store.book(sri)).toEqual(left);
      expect(await store.settle(sri, { rev: 1, share, changes: [] })).toBe('changed');
      expect(await store.settle(sri, { rev: 2, changes: [] })).toBe('done');
      expect(await store.book(sri)).toEqual({ ...left, rev: 3 });
      expect((await store.counts(agencyId, 2026)).get('u1') ?? {}).toEqual({});
      const { recognitions } = await store.ofAgency({ agencyId, list: 'given' }, { limit: 5 });
      expect(recognitions).toEqual([]);
    });
  });
}
