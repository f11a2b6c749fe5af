import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeadLetter } from '../dead-letter.ts';
import type { OwnerId } from '../owner.ts';
import type { PushStore } from '../ports.ts';
import { freshProgress, type Progress, type Subscription, type SubscriptionId } from '../subscription.ts';
import { at, sampleSubscription } from './sample-subscription.ts';

const letterOf = (subscription: Subscription, n: number): DeadLetter => ({
  ownerId: subscription.ownerId,
  subscriptionId: subscription.subscriptionId,
  // Of a future that no time to live has reached.
  letterId: `${at(n)}.s:${n}`,
  kind: 'statement',
  id: `statement-${n}`,
  stored: at(n),
  reason: 'rejected',
  status: 400,
  at: new Date().toISOString(),
  replays: 0,
});

const farAhead = '2999-01-01T00:00:00.000Z';
const moved: Progress = { ...freshProgress, places: 'p1', delivered: 3, lastSuccessAt: at(1) };

/** What every push store keeps. Subscriptions are fresh in every test, so that the store need not be empty. */
export function pushStoreContract(adapter: string, open: () => Promise<PushStore>): void {
  describe(`push store on ${adapter}`, () => {
    let store: PushStore;
    let one: Subscription;
    beforeEach(async () => {
      store = await open();
      one = sampleSubscription();
      await store.create(one);
    });
    const lease = (token: string, now = at(10), until = at(20)) => store.lease(one, { token, now, until });
    const isDue = async (now: string) => {
      const due = await store.listDue(now, 10_000);
      return due.some(({ subscriptionId }) => subscriptionId === one.subscriptionId);
    };

    it('C3: finds a subscription under its own agency only', async () => {
      expect(await store.find(one)).toEqual(one);
      expect(await store.find({ ...one, ownerId: randomUUID() as OwnerId })).toBeUndefined();
      expect(await store.find({ ...one, subscriptionId: randomUUID() as SubscriptionId })).toBeUndefined();
    });

    it('lists those of an agency, oldest first', async () => {
      const later = sampleSubscription({ ownerId: one.ownerId, createdAt: at(9) });
      await store.create(later);
      await store.create(sampleSubscription());
      expect(await store.list(one.ownerId)).toEqual([one, later]);
      expect(await store.list(randomUUID() as OwnerId)).toEqual([]);
    });

    it('changes settings once per revision, and leaves the progress to the run', async () => {
      await lease('t');
      await store.save(one, 't', {
        progress: { ...moved, failures: 4, failingSince: at(2) },
        deadLetters: [],
      });
      const change = { ...one, name: 'Gudang data', sealedSecrets: 'other' };
      expect(await store.change(change, { restart: false })).toBe('changed');
      expect(await store.change(change, { restart: false })).toBe('stale');
      expect(await store.find(one)).toMatchObject({
        name: 'Gudang data',
        sealedSecrets: 'other',
        rev: 2,
        progress: { ...moved, failures: 4, failingSince: at(2) },
      });
      expect(await store.change({ ...change, rev: 2 }, { restart: true })).toBe('changed');
      expect((await store.find(one))?.progress).toEqual(moved);
      await store.delete(one);
      expect(await store.change({ ...change, rev: 3 }, { restart: true })).toBe('stale');
      expect(await store.find(one)).toBeUndefined();
    });

    it('gives the lease to one run at a time, of an active subscription', async () => {
      expect(await lease('a')).toEqual({ ...one, dueAt: at(20) });
      expect(await lease('a')).toEqual({ ...one, dueAt: at(20) });
      expect(await lease('b')).toBeUndefined();
      expect([await isDue(at(19)), await isDue(at(20))]).toEqual([false, true]);
      expect(await lease('b', at(21), at(30))).toEqual({ ...one, dueAt: at(30) });
      expect(await store.save(one, 'a', { progress: moved, deadLetters: [letterOf(one, 1)] })).toBe('lost');
      expect(await store.listDeadLetters(one, { limit: 10 })).toEqual([]);
      expect(await store.save(one, 'b', { progress: moved, deadLetters: [], dueAt: at(40) })).toBe('saved');
      expect(await lease('c')).toMatchObject({ progress: moved });
      await store.change({ ...one, state: 'paused' }, { restart: false });
      expect(await lease('d', at(99), at(100))).toBeUndefined();
    });

    it('keeps the lease of a run that goes on', async () => {
      await lease('a');
      expect(await store.save(one, 'a', { progress: moved, deadLetters: [] })).toBe('saved');
      expect(await lease('b')).toBeUndefined();
      expect(await store.save(one, 'a', { progress: moved, deadLetters: [], dueAt: at(30) })).toBe('saved');
      expect(await store.save(one, 'a', { progress: moved, deadLetters: [] })).toBe('lost');
    });

    it('lists what is due, and lets one of several dispatchers postpone it', async () => {
      expect(await isDue(at(0))).toBe(true);
      expect(await isDue(at(-1))).toBe(false);
      expect(await store.postpone(one, at(0), at(50))).toBe('postponed');
      expect(await store.postpone(one, at(0), at(50))).toBe('changed');
      expect(await isDue(at(49))).toBe(false);
      expect(await isDue(at(50))).toBe(true);
    });

    it('lists nothing paused or turned off as due, also when a run ends after the pause', async () => {
      await lease('a');
      await store.change({ ...one, state: 'paused' }, { restart: false });
      expect(await isDue(farAhead)).toBe(false);
      await store.save(one, 'a', { progress: moved, deadLetters: [], dueAt: at(30) });
      expect(await isDue(farAhead)).toBe(false);
      expect(await store.postpone(one, at(30), at(50))).toBe('changed');
      await store.change({ ...one, rev: 2, state: 'active', dueAt: at(60) }, { restart: true });
      expect(await isDue(at(60))).toBe(true);
      await lease('b', at(61), at(70));
      const disable = { because: 'gone', at: at(62) } as const;
      await store.save(one, 'b', { progress: moved, deadLetters: [], dueAt: at(63), disable });
      expect(await isDue(farAhead)).toBe(false);
      expect(await store.find(one)).toMatchObject({
        state: 'disabled',
        disabledBecause: 'gone',
        stateChangedAt: at(62),
        rev: 4,
      });
    });

    it('keeps dead letters with the write that passes them, newest first, in pages', async () => {
      await lease('a');
      const letters = [1, 2, 3].map((n) => letterOf(one, n));
      await store.save(one, 'a', { progress: moved, deadLetters: letters });
      const first = await store.listDeadLetters(one, { limit: 2 });
      expect(first).toEqual([letters[2], letters[1]]);
      expect(await store.listDeadLetters(one, { limit: 2, after: first[1]?.letterId ?? '' })).toEqual([
        letters[0],
      ]);
      const other = sampleSubscription({ ownerId: one.ownerId });
      expect(await store.listDeadLetters(other, { limit: 2 })).toEqual([]);
      expect(await store.findDeadLetter(other, letters[0]?.letterId ?? '')).toBeUndefined();
      expect(await store.findDeadLetter(one, letters[0]?.letterId ?? '')).toEqual(letters[0]);
    });

    it('replaces a dead letter that is there, and forgets them with their subscription', async () => {
      await lease('a');
      const letters = [1, 2, 3].map((n) => letterOf(one, n));
      await store.save(one, 'a', { progress: moved, deadLetters: letters });
      const again: DeadLetter = { ...letterOf(one, 1), reason: 'conflict', status: 409, replays: 1 };
      await store.replaceDeadLetter(again);
      expect(await store.findDeadLetter(one, again.letterId)).toEqual(again);
      await store.removeDeadLetter(one, again.letterId);
      await store.replaceDeadLetter(again);
      expect(await store.findDeadLetter(one, again.letterId)).toBeUndefined();
      await store.delete(one);
      expect(await store.listDeadLetters(one, { limit: 10 })).toEqual([]);
    });
  });
}
