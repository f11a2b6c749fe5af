import { createSecretSealer } from '@sinau/platform/sealing';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { longestWaitSeconds, waitSeconds } from './back-off.ts';
import { deliver } from './deliver.ts';
import { dispatchDue } from './dispatch-due.ts';
import type { PushMessage, PushStore, Sent } from './index.ts';
import { sealSecrets } from './secrets.ts';
import type { Subscription } from './subscription.ts';
import { idOf, lineText, listFeed, storedOf } from './testing/list-feed.ts';
import { memoryPushStore } from './testing/memory-push-store.ts';
import { sampleSubscription } from './testing/sample-subscription.ts';
import { scriptedCourier } from './testing/scripted-courier.ts';

const box = createSecretSealer('a secret for tests, long enough to seal');
const delivered: Sent = { outcome: 'delivered' };
const failing = (status = 500): Sent => ({ outcome: 'failed', reason: 'server-error', status });
const refusing: Sent = { outcome: 'refused', reason: 'rejected', status: 400 };
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => idOf(from + n));

let nowMs = Date.UTC(2026, 2, 2);
let uuids = 0;
let store: PushStore;
let one: Subscription;
let lines: string[];
beforeEach(async () => {
  nowMs = Date.UTC(2026, 2, 2);
  store = memoryPushStore();
  lines = Array.from({ length: 120 }, (_, n) => lineText(n));
  const draft = sampleSubscription();
  one = { ...draft, sealedSecrets: await sealSecrets({ box }, draft, { current: 'whsec_eA==' }) };
  await store.create(one);
});

const world = (courier: ReturnType<typeof scriptedCourier>) => ({
  store,
  feed: listFeed(lines),
  courier,
  box,
  clock: { now: () => new Date(nowMs) },
  ids: { uuid: () => `uuid-${uuids++}`, token: () => 'token' },
  random: () => 0.5,
});
const run = (courier: ReturnType<typeof scriptedCourier>) =>
  deliver(world(courier), { ...one, runMs: 45_000 });
const now = async () => {
  const found = await store.find(one);
  if (!found) throw new Error('gone');
  return found;
};
const letters = () => store.listDeadLetters(one, { limit: 1_000 });
/** Runs whenever the subscription is due, as the dispatcher would. */
async function runUntil(courier: ReturnType<typeof scriptedCourier>, done: (found: Subscription) => boolean) {
  for (let n = 0; n < 500 && !done(await now()); n += 1) {
    nowMs = Math.max(nowMs + 1_000, Date.parse((await now()).dueAt));
    await run(courier);
  }
  return now();
}

describe('deliver', () => {
  it('sends every line once, in order, and moves the places', async () => {
    const courier = scriptedCourier(() => delivered);
    expect(await run(courier)).toEqual({ outcome: 'idle', delivered: 120, deadLetters: 0 });
    expect(courier.taken).toEqual(ids(0, 120));
    expect((await now()).progress).toMatchObject({ places: '120', settled: [], strikes: {}, failures: 0 });
    lines.push(lineText(120));
    expect(await run(courier)).toEqual({ outcome: 'idle', delivered: 1, deadLetters: 0 });
    expect(courier.taken).toEqual(ids(0, 121));
  });

  it('ends when its time is over, and another run goes on', async () => {
    const courier = scriptedCourier(() => {
      nowMs += 1_000;
      return delivered;
    });
    expect(await run(courier)).toMatchObject({ outcome: 'more', delivered: 50 });
    expect(await run(courier)).toMatchObject({ outcome: 'more', delivered: 50 });
    expect(await run(courier)).toMatchObject({ outcome: 'idle', delivered: 20 });
    expect(courier.taken).toEqual(ids(0, 120));
  });

  it('does nothing while another run has the lease, nor when paused', async () => {
    const courier = scriptedCourier(() => delivered);
    const at = new Date(nowMs).toISOString();
    await store.lease(one, { token: 'other', now: at, until: new Date(nowMs + 9_000).toISOString() });
    expect(await run(courier)).toMatchObject({ outcome: 'not-due' });
    nowMs += 9_001;
    await store.change({ ...one, state: 'paused' }, { restart: false });
    expect(await run(courier)).toMatchObject({ outcome: 'not-due' });
    expect(courier.count()).toBe(0);
  });

  it('repeats after a crash what was not noted, and loses nothing', async () => {
    const courier = scriptedCourier(() => delivered);
    const deps = world(courier);
    let saves = 0;
    const crash: PushStore = {
      ...store,
      save: async (...given) => {
        saves += 1;
        if (saves === 2) throw new Error('the process died');
        return store.save(...given);
      },
    };
    await expect(deliver({ ...deps, store: crash }, { ...one, runMs: 45_000 })).rejects.toThrow('died');
    expect(await run(courier)).toMatchObject({ outcome: 'not-due' });
    nowMs += 3_600_000;
    expect(await run(courier)).toMatchObject({ outcome: 'idle', delivered: 70 });
    expect([...new Set(courier.taken)]).toEqual(ids(0, 120));
  });

  it('F4: waits longer after every failure, asks once each time, and goes on when the receiver is back', async () => {
    let down = true;
    const courier = scriptedCourier(() => (down ? failing(503) : delivered));
    const waits: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      expect(await run(courier)).toMatchObject({ outcome: 'waiting', deadLetters: 0 });
      const { dueAt } = await now();
      waits.push((Date.parse(dueAt) - nowMs) / 1000);
      nowMs = Date.parse(dueAt);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    // Four at once at first, then one by one.
    expect(courier.count()).toBe(3 * 4 + 7 * 2);
    down = false;
    expect(await run(courier)).toMatchObject({ outcome: 'idle', delivered: 120 });
    expect(await letters()).toEqual([]);
    const { progress } = await now();
    expect(progress).toMatchObject({ failures: 0, lastFailure: { reason: 'server-error', status: 503 } });
    expect(progress).not.toHaveProperty('failingSince');
  });

  it('F4: honours Retry-After up to an hour', async () => {
    const busy: Sent = { outcome: 'failed', reason: 'busy', status: 429, retryAfterSeconds: 200 };
    await run(scriptedCourier(() => busy));
    expect(Date.parse((await now()).dueAt) - nowMs).toBe(200_000);
    nowMs += 200_000;
    await run(scriptedCourier(() => ({ ...busy, retryAfterSeconds: 99_999 })));
    expect(Date.parse((await now()).dueAt) - nowMs).toBe(3_600_000);
  });

  it('F4: is turned off by 410 at once, and keeps its place', async () => {
    const gone: Sent = { outcome: 'failed', reason: 'gone', status: 410 };
    expect(await run(scriptedCourier(() => gone))).toMatchObject({ outcome: 'disabled' });
    expect(await now()).toMatchObject({
      state: 'disabled',
      disabledBecause: 'gone',
      progress: { places: '' },
    });
    expect(await run(scriptedCourier(() => delivered))).toMatchObject({ outcome: 'not-due' });
  });

  it('F4: is turned off after three days of failures, with no line put aside', async () => {
    const courier = scriptedCourier(() => failing());
    const found = await runUntil(courier, ({ state }) => state === 'disabled');
    expect(found).toMatchObject({ state: 'disabled', disabledBecause: 'failing', progress: { places: '' } });
    expect(nowMs - Date.UTC(2026, 2, 2)).toBeGreaterThanOrEqual(3 * 24 * 3_600_000);
    expect(await letters()).toEqual([]);
  });

  it('R2: puts aside the one line that is refused, with the reason, and delivers the others', async () => {
    const courier = scriptedCourier(({ id }) => (id === idOf(60) ? refusing : delivered));
    expect(await run(courier)).toEqual({ outcome: 'idle', delivered: 119, deadLetters: 1 });
    expect(await letters()).toMatchObject([
      { id: idOf(60), reason: 'rejected', status: 400, stored: storedOf(60), replays: 0 },
    ]);
    const { progress } = await now();
    expect(progress).toMatchObject({ places: '120', failures: 0, lastFailure: { reason: 'rejected' } });
  });

  it('R2: puts aside a line that breaks the receiver while it takes others, after eight tries', async () => {
    let tries = 0;
    const courier = scriptedCourier(({ id }) => {
      if (id !== idOf(3)) return delivered;
      tries += 1;
      return failing();
    });
    const found = await runUntil(courier, ({ progress }) => progress.places === '120');
    expect(courier.taken.toSorted()).toEqual(ids(0, 120).filter((id) => id !== idOf(3)));
    expect(await letters()).toMatchObject([{ id: idOf(3), reason: 'server-error', status: 500 }]);
    expect(tries).toBe(8);
    expect(found.progress).toMatchObject({ settled: [], strikes: {} });
  });

  it('puts nothing aside for a receiver that cannot be reached, whatever it took before', async () => {
    let up = true;
    const courier = scriptedCourier(({ id }) => {
      if (!up) return { outcome: 'failed', reason: 'refused' };
      return id === idOf(3) ? failing() : delivered;
    });
    await run(courier);
    up = false;
    for (let n = 0; n < 30; n += 1) {
      nowMs = Date.parse((await now()).dueAt);
      await run(courier);
    }
    expect(await letters()).toEqual([]);
  });

  it('does not throw the feed away when a receiver refuses everything', async () => {
    const courier = scriptedCourier(() => refusing);
    const found = await runUntil(courier, ({ state }) => state === 'disabled');
    expect(found.progress.lastFailure).toMatchObject({ reason: 'everything-rejected', status: 400 });
    expect((await letters()).length).toBeLessThanOrEqual(20);
  });

  it('loses and doubles nothing with a receiver that fails every third request', async () => {
    const courier = scriptedCourier((_, request) => (request % 3 === 0 ? failing() : delivered));
    await runUntil(courier, ({ progress }) => progress.places === '120');
    expect(courier.taken.toSorted()).toEqual(ids(0, 120));
    expect(await letters()).toEqual([]);
  });

  it('delivers or puts aside every line once, whatever the receiver does at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), fc.nat(60), async (dice, count) => {
        nowMs = Date.UTC(2026, 2, 2);
        store = memoryPushStore();
        lines = Array.from({ length: count + 1 }, (_, n) => lineText(n));
        await store.create(one);
        const courier = scriptedCourier(() => {
          const { value } = dice.next();
          if (value === 0) return refusing;
          if (value === 1) return { outcome: 'failed', reason: 'timeout' };
          return value < 5 ? failing() : delivered;
        });
        await runUntil(courier, ({ progress }) => progress.places === String(count + 1));
        const aside = (await letters()).map(({ id }) => id);
        expect([...courier.taken, ...aside].toSorted()).toEqual(ids(0, count + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('sends what the filter lets through, and voids always', async () => {
    lines.splice(
      0,
      120,
      lineText(0, { verb: { id: 'http://verbs.example/passed' }, object: { id: 'https://a.example/1' } }),
      lineText(1, { object: { id: 'https://a.example/1' } }),
      lineText(2, {
        verb: { id: 'http://verbs.example/passed' },
        object: { id: 'https://a.example/2' },
        context: { contextActivities: { grouping: [{ id: 'https://a.example/1' }] } },
      }),
      lineText(3, { verb: { id: 'http://verbs.example/passed' }, object: { id: 'https://a.example/3' } }),
      JSON.stringify({ kind: 'void', id: idOf(9), voidedBy: idOf(8), stored: storedOf(4) }),
    );
    const filter = { verbs: ['http://verbs.example/passed'], activities: ['https://a.example/1'] };
    await store.change({ ...one, filter }, { restart: false });
    const courier = scriptedCourier(() => delivered);
    expect(await run(courier)).toMatchObject({ outcome: 'idle', delivered: 3 });
    expect(courier.taken).toEqual([idOf(0), idOf(2), idOf(9)]);
    expect((await now()).progress.places).toBe('5');
  });
});

describe('P2: an erase line', () => {
  const receivers = {
    webhook: { kind: 'webhook', url: 'https://a.example', payload: 'full', events: [] },
    lrs: { kind: 'lrs', url: 'https://a.example', version: '1.0.3', auth: { kind: 'basic', key: 'k' } },
  } as const;
  it.each([
    ['webhook', [idOf(7)]],
    ['lrs', [idOf(1)]],
  ] as const)('reaches a %s as far as it can be told', async (kind, taken) => {
    const erase = { kind: 'erase', id: idOf(7), position: 'p', stored: storedOf(1), mode: 'erased' };
    lines.splice(0, 120, JSON.stringify(erase), lineText(1));
    await store.change({ ...one, receiver: receivers[kind] }, { restart: false });
    const courier = scriptedCourier(() => delivered);
    expect(await run(courier)).toMatchObject({ outcome: 'idle' });
    expect(courier.taken).toEqual(taken);
    expect((await now()).progress.places).toBe('2');
  });
});

describe('R10: dispatchDue', () => {
  it('wakes those that are due and have lines, once, and a failing receiver not before its time', async () => {
    const sent: PushMessage[] = [];
    const failures: string[] = [];
    const idle = sampleSubscription({ progress: { ...one.progress, places: '120' } });
    const later = sampleSubscription({ dueAt: new Date(nowMs + 1).toISOString() });
    const broken = sampleSubscription();
    for (const other of [idle, later, broken]) await store.create(other);
    const feed = listFeed(lines);
    const dispatch = () =>
      dispatchDue({
        store,
        feed: {
          waits: async (ownerId, places) => {
            if (ownerId === broken.ownerId) throw new Error('one feed cannot be read');
            return feed.waits(ownerId, places);
          },
        },
        queue: { send: async (message) => void sent.push(message) },
        clock: { now: () => new Date(nowMs) },
        onFailure: (_, subscriptionId) => failures.push(subscriptionId),
      });
    expect(await dispatch()).toEqual({ due: 3, woken: 1, failed: 1 });
    expect(await dispatch()).toEqual({ due: 2, woken: 0, failed: 1 });
    expect(sent).toEqual([{ ownerId: one.ownerId, subscriptionId: one.subscriptionId }]);
    expect(failures).toEqual([broken.subscriptionId, broken.subscriptionId]);
    // The message or its worker was lost.
    nowMs += 10 * 60_000;
    expect(await dispatch()).toMatchObject({ woken: 2 });
  });
});

describe('R10: one agency', () => {
  it('takes no more than its share of a round, and those without lines take none', async () => {
    const sent: PushMessage[] = [];
    const { ownerId } = one;
    const oldest = new Date(nowMs - 1_000).toISOString();
    for (let n = 0; n < 9; n += 1) await store.create(sampleSubscription({ ownerId }));
    for (let n = 0; n < 5; n += 1) {
      const progress = { ...one.progress, places: '120' };
      await store.create(sampleSubscription({ ownerId, progress, dueAt: oldest }));
    }
    const other = sampleSubscription();
    await store.create(other);
    const dispatch = () =>
      dispatchDue({
        store,
        feed: listFeed(lines),
        queue: { send: async (message) => void sent.push(message) },
        clock: { now: () => new Date(nowMs) },
        onFailure: () => undefined,
      });
    expect(await dispatch()).toMatchObject({ due: 16, woken: 5 });
    expect(sent.filter((message) => message.ownerId === ownerId)).toHaveLength(4);
    expect(sent).toContainEqual({ ownerId: other.ownerId, subscriptionId: other.subscriptionId });
    expect(await dispatch()).toMatchObject({ woken: 4 });
    expect(await dispatch()).toMatchObject({ woken: 2 });
  });
});

describe('waitSeconds', () => {
  it('spreads by a fifth and never exceeds an hour', () => {
    expect(waitSeconds(1, 0)).toBe(12);
    expect(waitSeconds(1, 0.999)).toBe(18);
    for (const failures of [9, 10, 1_000, 1e9]) expect(waitSeconds(failures, 0.999)).toBe(longestWaitSeconds);
  });
});
