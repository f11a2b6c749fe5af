import { randomUUID } from 'node:crypto';
import type { ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dispatch } from '../dispatch.ts';
import type { DispatchStore } from '../ports.ts';

/** What every store of dispatches keeps. */
export function dispatchStoreContract(adapter: string, open: () => Promise<DispatchStore>): void {
  describe(`dispatches on ${adapter}`, () => {
    let store: DispatchStore;
    let dispatch: Dispatch;
    beforeEach(async () => {
      store = await open();
      dispatch = {
        ...{
          dispatchId: randomUUID(),
          courseId: randomUUID(),
          providerId: 'p1' as ProviderId,
          name: 'LMS Kota',
        },
        ...{ notes: '', enabled: true, keyVersion: 1, started: 0, finished: 0, rev: 1, capacity: 3 },
        createdAt: '2026-03-02T01:00:00.000Z',
      };
      await store.add(dispatch);
    });
    const learner = (mark: string, startedAt = '2026-03-02T02:00:00.000Z') => ({
      ...{ mark, registration: randomUUID(), startedAt },
    });
    const found = () => store.find(dispatch.dispatchId);

    it('finds a dispatch and lists those of its course, the latest first', async () => {
      const later = { ...dispatch, dispatchId: randomUUID(), createdAt: '2026-03-02T01:00:01.000Z' };
      await store.add(later);
      await store.add({ ...dispatch, dispatchId: randomUUID(), courseId: randomUUID() });
      expect(await found()).toEqual(dispatch);
      expect(await store.list(dispatch.courseId)).toEqual([later, dispatch]);
      expect(await store.find(randomUUID())).toBeUndefined();
    });

    it('R5: never admits more than its capacity, however many begin at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.admit(dispatch, learner(`m${n}`))),
      );
      expect(outcomes.filter((outcome) => outcome === 'admitted')).toHaveLength(3);
      expect((await found())?.started).toBe(3);
    });

    it('counts one learner in two windows once', async () => {
      const one = learner('m');
      const outcomes = await Promise.all([store.admit(dispatch, one), store.admit(dispatch, learner('m'))]);
      expect(outcomes.toSorted()).toEqual(['admitted', 'refused']);
      expect((await found())?.started).toBe(1);
      expect((await store.findLearner(dispatch.dispatchId, 'm'))?.startedAt).toBe(one.startedAt);
      expect(await store.findLearner(dispatch.dispatchId, 'n')).toBeUndefined();
    });

    it.each([
      ['switched off', { enabled: false }],
      ['over', { expiresAt: '2026-03-02T01:59:59.000Z' }],
      ['of another key', { keyVersion: 2 }],
    ])('admits nobody once it is %s', async (_, over) => {
      expect(await store.change({ ...dispatch, ...over })).toBe('changed');
      expect(await store.admit(dispatch, learner('m'))).toBe('refused');
      expect((await found())?.started).toBe(0);
    });

    it('changes what its provider may, once a revision, and leaves counts alone', async () => {
      await store.admit(dispatch, learner('m'));
      const { capacity: _none, ...open } = dispatch;
      const next = { ...open, name: 'LMS Provinsi', expiresAt: '2027-01-01T00:00:00.000Z', started: 0 };
      expect(await store.change(next)).toBe('changed');
      expect(await store.change({ ...dispatch, name: 'x' })).toBe('conflict');
      expect(await found()).toEqual({ ...next, started: 1, rev: 2 });
      const { expiresAt: _end, ...forever } = next;
      expect(await store.change({ ...forever, rev: 2, capacity: 1 })).toBe('changed');
      expect(await found()).toEqual({ ...forever, capacity: 1, started: 1, rev: 3 });
    });

    it('counts a finish once', async () => {
      await store.admit(dispatch, learner('m'));
      const { dispatchId } = dispatch;
      const at = { dispatchId, mark: 'm', finishedAt: '2026-03-02T03:00:00.000Z' };
      const outcomes = await Promise.all([store.finish(at), store.finish(at)]);
      expect(outcomes.toSorted()).toEqual(['finished', 'known']);
      expect(await store.finish({ ...at, mark: 'n' })).toBe('known');
      expect((await found())?.finished).toBe(1);
      expect((await store.findLearner(dispatchId, 'm'))?.finishedAt).toBe(at.finishedAt);
    });
  });
}
