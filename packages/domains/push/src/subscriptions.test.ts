import type { AgencyId, ClientPrincipal, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createSecretSealer } from '@sinau/platform/sealing';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  deliver,
  getSubscription,
  listDeadLetters,
  listSubscriptions,
  type PushStore,
  pauseSubscription,
  replayDeadLetter,
  replayDeadLetters,
  resumeSubscription,
  rotateSecret,
  type Sent,
  testSubscription,
} from './index.ts';
import { agencyOwner, providerOwner } from './owner.ts';
import type { Delivery } from './ports.ts';
import { openSecrets } from './secrets.ts';
import { freshProgress } from './subscription.ts';
import { idOf, lineText, listFeed, storedOf } from './testing/list-feed.ts';
import { memoryPushStore } from './testing/memory-push-store.ts';
import { scriptedCourier } from './testing/scripted-courier.ts';

const agencyA = 'agency-a' as AgencyId;
const adminOf = (
  agencyId: AgencyId,
  roles: PersonPrincipal['roles'] = ['agency-admin'],
): PersonPrincipal => ({
  kind: 'person',
  personId: `admin of ${agencyId}` as PersonId,
  name: 'Siti',
  roles,
  agencyId,
});
const principal = adminOf(agencyA);
const webhook = {
  name: 'Gudang data',
  receiver: {
    kind: 'webhook' as const,
    url: 'https://receiver.example/',
    payload: 'full' as const,
    events: ['records.statement' as const],
  },
  filter: { verbs: [], activities: [] },
  from: 'beginning' as const,
};
const lrs = {
  ...webhook,
  receiver: {
    kind: 'lrs' as const,
    url: 'https://lrs.example/xapi',
    version: '2.0.0' as const,
    auth: { kind: 'basic' as const, key: 'kunci' },
  },
  secret: 'sandi',
};
const box = createSecretSealer('a secret for tests, long enough to seal');
const clock = fixedClock();

function world(store: PushStore = memoryPushStore(), answer: () => Sent = () => ({ outcome: 'delivered' })) {
  const feed = listFeed([lineText(0), lineText(1)]);
  const records = {
    find: async (_: unknown, id: string) => (id === idOf(1) ? undefined : JSON.stringify({ id })),
    voiding: async () => undefined,
    attachment: async () => undefined,
  };
  return {
    store,
    feed,
    records,
    box,
    clock,
    ids: countedIds(),
    random: () => 0,
    courier: scriptedCourier(answer),
  };
}
let deps = world();
beforeEach(() => {
  deps = world();
});
const make = async (request: Parameters<typeof createSubscription>[1]['request'] = webhook) =>
  (await createSubscription(deps, { principal, request })).subscription;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('subscriptions', () => {
  it('show the secret of a webhook once, and keep every secret sealed', async () => {
    const { subscription, secret = '' } = await createSubscription(deps, { principal, request: webhook });
    expect(secret).toMatch(/^whsec_/);
    const forwarding = await createSubscription(deps, { principal, request: lrs });
    expect(forwarding).not.toHaveProperty('secret');
    const stored = JSON.stringify(await deps.store.list(agencyOwner(agencyA)));
    for (const hidden of [secret, secret.slice(6), 'sandi']) expect(stored).not.toContain(hidden);
    expect(await openSecrets(deps, subscription)).toEqual({ current: secret });
    const shown = JSON.stringify(await listSubscriptions(deps, { principal }));
    expect(shown).not.toContain('sealed');
  });

  it('begin at the beginning or now, and say how far they are behind', async () => {
    await make();
    await make({ ...webhook, name: 'Dari sekarang', from: 'now' });
    const lags = (await listSubscriptions(deps, { principal })).map(({ lag }) => lag.lines);
    expect(lags.toSorted()).toEqual([0, 2]);
  });

  it('C3: are of the agency that the person administers, and there for nobody else', async () => {
    const { subscriptionId } = await make();
    for (const other of [adminOf('agency-b' as AgencyId), adminOf(agencyA, ['learner', 'operator'])]) {
      const input = { principal: other, subscriptionId };
      const attempts = [
        getSubscription(deps, input),
        changeSubscription(deps, { ...input, request: { ...lrs, rev: 1 } }),
        pauseSubscription(deps, input),
        resumeSubscription(deps, input),
        deleteSubscription(deps, input),
        rotateSecret(deps, input),
        testSubscription(deps, input),
        listDeadLetters(deps, input),
        replayDeadLetters(deps, input),
        replayDeadLetter(deps, { ...input, letterId: 'x' }),
      ];
      expect(new Set(await Promise.all(attempts.map(refusal)))).toEqual(new Set(['push.not-found']));
    }
    expect(await refusal(getSubscription(deps, { principal, subscriptionId: '../x' }))).toBe(
      'push.not-found',
    );
    expect(await listSubscriptions(deps, { principal: adminOf('agency-b' as AgencyId) })).toEqual([]);
    expect(await deps.store.find({ ownerId: agencyOwner(agencyA), subscriptionId })).toMatchObject({
      rev: 1,
    });
  });

  it('are refused without a password, beyond their number, and for what no form sends', async () => {
    const { secret: _, ...bare } = lrs;
    expect(await refusal(make(bare))).toBe('request.invalid');
    for (const code of [0x07, 0x0a, 0x202e]) {
      const name = `Gudang${String.fromCharCode(code)} data`;
      expect([code, await refusal(make({ ...webhook, name }))]).toEqual([code, 'request.invalid']);
    }
    const more = { ...webhook, ownerId: 'agency-b' };
    expect(await refusal(make(more as typeof webhook))).toBe('request.invalid');
    for (let n = 0; n < 20; n += 1) await make();
    expect(await refusal(make())).toBe('push.too-many');
  });

  it('keep their password when they are changed, but never show it to another receiver', async () => {
    const { subscriptionId } = await make(lrs);
    const { secret: _, from: __, ...same } = lrs;
    const change = (request: Parameters<typeof changeSubscription>[1]['request']) =>
      refusal(changeSubscription(deps, { principal, subscriptionId, request }));
    const secretNow = async () => {
      const found = await deps.store.find({ ownerId: agencyOwner(agencyA), subscriptionId: subscriptionId });
      return found && (await openSecrets(deps, found)).current;
    };
    expect(await change({ ...same, name: 'Baru', rev: 1 })).toBe('done');
    expect(await change({ ...same, name: 'Lebih baru', rev: 1 })).toBe('push.changed-meanwhile');
    const elsewhere = { ...same.receiver, url: 'https://evil.example/xapi' };
    expect(await change({ ...same, receiver: elsewhere, rev: 2 })).toBe('request.invalid');
    expect(await secretNow()).toBe('sandi');
    expect(await change({ ...same, receiver: elsewhere, secret: 'lain', rev: 2 })).toBe('done');
    expect(await secretNow()).toBe('lain');
    expect(await change({ ...webhook, rev: 3 } as never)).toBe('request.invalid');
  });

  it('pause and go on where they were; so does one that was turned off', async () => {
    const { subscriptionId } = await make();
    const ref = { ownerId: agencyOwner(agencyA), subscriptionId };
    await pauseSubscription(deps, { principal, subscriptionId });
    expect(await deliver(deps, { ...ref, runMs: 1_000 })).toMatchObject({ outcome: 'not-due' });
    await resumeSubscription(deps, { principal, subscriptionId });
    const gone = world(deps.store, () => ({ outcome: 'failed', reason: 'gone', status: 410 }));
    expect(await deliver(gone, { ...ref, runMs: 1_000 })).toMatchObject({ outcome: 'disabled' });
    await resumeSubscription(deps, { principal, subscriptionId });
    expect(await deps.store.find(ref)).not.toHaveProperty('disabledBecause');
    expect(await deliver(deps, { ...ref, runMs: 1_000 })).toMatchObject({ outcome: 'idle', delivered: 2 });
  });

  it('have a new secret that overlaps with the old one for a day', async () => {
    const { subscriptionId } = await make();
    const { secret } = await rotateSecret(deps, { principal, subscriptionId });
    const found = await deps.store.find({ ownerId: agencyOwner(agencyA), subscriptionId });
    const until = new Date(clock.now().getTime() + 24 * 3_600_000).toISOString();
    expect(found && (await openSecrets(deps, found))).toMatchObject({ current: secret, previous: { until } });
    const { subscriptionId: other } = await make(lrs);
    expect(await refusal(rotateSecret(deps, { principal, subscriptionId: other }))).toBe('request.invalid');
  });

  it('R2: send a dead letter again, forget it when it is taken, and keep it with the new reason when not', async () => {
    const refusing = world(deps.store, () => ({ outcome: 'refused', reason: 'rejected', status: 400 }));
    const { subscriptionId } = await make();
    const input = { principal, subscriptionId };
    await deliver(refusing, { ownerId: agencyOwner(agencyA), subscriptionId, runMs: 1_000 });
    const { letters } = await listDeadLetters(deps, input);
    expect(await getSubscription(deps, input)).toMatchObject({ deadLetters: { count: 2, atLeast: false } });
    expect(letters.map(({ id }) => id)).toEqual([idOf(1), idOf(0)]);

    const letterId = letters[1]?.letterId ?? '';
    const conflict = world(deps.store, () => ({ outcome: 'refused', reason: 'conflict', status: 409 }));
    expect(await replayDeadLetter(conflict, { ...input, letterId })).toEqual({ delivered: 0, failed: 1 });
    expect((await listDeadLetters(deps, input)).letters[1]).toMatchObject({ reason: 'conflict', replays: 1 });

    // The other statement is not in the store any more.
    expect(await replayDeadLetters(deps, input)).toEqual({ delivered: 1, failed: 1 });
    expect(deps.courier.taken).toEqual([idOf(0)]);
    expect((await listDeadLetters(deps, input)).letters).toMatchObject([{ id: idOf(1), reason: 'missing' }]);
    expect(await refusal(replayDeadLetter(deps, { ...input, letterId }))).toBe('push.not-found');
  });

  it('R2: send all dead letters again, over pages, and stop when the receiver fails', async () => {
    const { subscriptionId, ownerId } = await make();
    const input = { principal, subscriptionId };
    const at = clock.now();
    const lease = { token: 't', now: at.toISOString(), until: new Date(at.getTime() + 1_000).toISOString() };
    await deps.store.lease({ ownerId, subscriptionId }, lease);
    const deadLetters = Array.from({ length: 120 }, (_, n) => ({
      ...{ ownerId, subscriptionId, letterId: `${storedOf(n)}.s:${idOf(n + 10)}` },
      ...{ kind: 'statement' as const, id: idOf(n + 10), stored: storedOf(n) },
      ...{ reason: 'rejected' as const, status: 400, at: at.toISOString(), replays: 0 },
    }));
    await deps.store.save({ ownerId, subscriptionId }, 't', { progress: freshProgress, deadLetters });
    const down = world(deps.store, () => ({ outcome: 'failed', reason: 'server-error', status: 500 }));
    expect(await replayDeadLetters(down, input)).toEqual({ delivered: 0, failed: 4 });
    expect(await replayDeadLetters(deps, input)).toEqual({ delivered: 120, failed: 0 });
    expect((await listDeadLetters(deps, input)).letters).toEqual([]);
  });

  it('are deleted with their dead letters', async () => {
    const { subscriptionId } = await make();
    await deleteSubscription(deps, { principal, subscriptionId });
    expect(await listSubscriptions(deps, { principal })).toEqual([]);
    expect(await refusal(getSubscription(deps, { principal, subscriptionId }))).toBe('push.not-found');
  });

  it('give their secrets to the receiver alone', async () => {
    const { subscription, secret } = await createSubscription(deps, { principal, request: webhook });
    const seen: Delivery['secrets'][] = [];
    const { courier } = deps;
    const watching = {
      ...courier,
      send: async (given: Delivery) => {
        seen.push(given.secrets);
        return courier.send(given);
      },
    };
    const run = await deliver({ ...deps, courier: watching }, { ...subscription, runMs: 1_000 });
    expect(seen).toEqual([{ current: secret }]);
    expect(JSON.stringify(run)).not.toContain('whsec');
  });
});

describe('webhooks of providers', () => {
  const providerId = 'kampus' as ProviderId;
  const author: PersonPrincipal = {
    ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'], providerId },
  };
  const machine: ClientPrincipal = {
    ...{ kind: 'client', clientId: 'mesin', name: 'Mesin', scopes: ['courses/write'] },
    tenant: { kind: 'provider', providerId },
  };
  const hook = { ...webhook, receiver: { ...webhook.receiver, events: ['course.published' as const] } };
  const line = (n: number, type = 'course.published') =>
    JSON.stringify({ kind: 'event', id: `evt_${n}`, type, stored: storedOf(n), data: { courseId: 'c1' } });
  const as = 'provider' as const;

  it('are made by authors and machines of the provider, for what happens to its courses alone', async () => {
    const deps = world();
    const request = hook;
    const { subscription } = await createSubscription(deps, { principal: author, as, request });
    expect(subscription.ownerId).toBe(providerOwner(providerId));
    await createSubscription(deps, { principal: machine, as, request });
    expect(await listSubscriptions(deps, { principal: machine, as })).toHaveLength(2);
    const wrong = [
      createSubscription(deps, { principal: author, as, request: webhook }),
      createSubscription(deps, { principal: author, as, request: lrs }),
      createSubscription(deps, { principal, request }),
    ];
    expect(new Set(await Promise.all(wrong.map(refusal)))).toEqual(new Set(['request.invalid']));
  });

  it('C3: are there for nobody else, and an agency’s are not there for a provider', async () => {
    const deps = world();
    const made = await createSubscription(deps, { principal: author, as, request: hook });
    const { subscriptionId } = made.subscription;
    const others = [
      { principal, as },
      { principal: author },
      { principal: { ...author, providerId: 'lain' as ProviderId }, as },
      { principal: { ...author, roles: ['learner' as const] }, as },
      { principal: { ...machine, tenant: { kind: 'agency' as const, agencyId: agencyA } }, as },
    ];
    const refusals = others.map((who) => refusal(getSubscription(deps, { ...who, subscriptionId })));
    expect(new Set(await Promise.all(refusals))).toEqual(new Set(['push.not-found']));
  });

  it('are sent the events that were chosen, and remember the last tries', async () => {
    const deps = { ...world(), feed: listFeed([line(1), line(2, 'enrolment.completed'), line(3)]) };
    const made = await createSubscription(deps, { principal: author, as, request: hook });
    const { subscriptionId, ownerId } = made.subscription;
    expect(await deliver(deps, { ownerId, subscriptionId, runMs: 1_000 })).toMatchObject({ delivered: 2 });
    expect(deps.courier.taken).toEqual(['evt_1', 'evt_3']);
    const { progress } = await getSubscription(deps, { principal: author, as, subscriptionId });
    expect(progress.recent?.map(({ id, reason }) => [id, reason])).toEqual([
      ['evt_1', undefined],
      ['evt_3', undefined],
    ]);
  });

  it('R2: keep an event that was refused, and send it again', async () => {
    const refusing = world(memoryPushStore(), () => ({
      outcome: 'refused',
      reason: 'rejected',
      status: 400,
    }));
    const deps = { ...refusing, feed: listFeed([line(1)]) };
    const made = await createSubscription(deps, { principal: author, as, request: hook });
    const { subscriptionId, ownerId } = made.subscription;
    await deliver(deps, { ownerId, subscriptionId, runMs: 1_000 });
    const input = { principal: author, as, subscriptionId };
    const { letters } = await listDeadLetters(deps, input);
    expect(letters).toMatchObject([{ kind: 'event', id: 'evt_1', event: { type: 'course.published' } }]);
    const { courier } = world();
    expect(await replayDeadLetters({ ...deps, courier }, input)).toEqual({ delivered: 1, failed: 0 });
    expect((await listDeadLetters(deps, input)).letters).toEqual([]);
  });
});
