import type { PushLetter, PushPorts, PushSubscription } from '../push/ports.ts';

const lrs: PushSubscription = {
  subscriptionId: 'push-lrs',
  name: 'LRS <b>instansi</b>',
  receiver: {
    kind: 'lrs',
    url: 'https://lrs.instansi.example/xapi/',
    version: '1.0.3',
    auth: { kind: 'oauth', tokenUrl: 'https://masuk.instansi.example/token', clientId: 'sinau' },
  },
  filter: {
    verbs: ['http://adlnet.gov/expapi/verbs/passed'],
    activities: ['https://sinau.example/activities/kursus-1'],
  },
  state: 'waiting',
  rev: 3,
  createdAt: '2026-11-01T01:00:00.000Z',
  lag: { lines: 1_200, atLeast: true, oldestStored: '2026-11-23T22:10:00.000Z' },
  delivered: 48_210,
  deadLetters: { count: 2, atLeast: false },
  lastSuccessAt: '2026-11-23T22:09:00.000Z',
  lastFailure: { at: '2026-11-24T00:58:00.000Z', reason: 'server-error', status: 502 },
  nextTryAt: '2026-11-24T01:30:00.000Z',
};

const webhook: PushSubscription = {
  subscriptionId: 'push-webhook',
  name: 'Gudang data',
  receiver: {
    kind: 'webhook',
    url: 'https://data.instansi.example/sinau',
    payload: 'full',
    events: ['records.statement', 'records.void'],
  },
  filter: { verbs: [], activities: [] },
  state: 'active',
  rev: 1,
  createdAt: '2026-11-01T01:00:00.000Z',
  lag: { lines: 0, atLeast: false },
  delivered: 51_004,
  deadLetters: { count: 0, atLeast: false },
  lastSuccessAt: '2026-11-24T01:00:00.000Z',
};

const disabled: PushSubscription = {
  ...webhook,
  subscriptionId: 'push-disabled',
  name: 'Dasbor lama',
  state: 'disabled',
  disabledBecause: 'gone',
  lag: { lines: 310, atLeast: false, oldestStored: '2026-11-20T01:00:00.000Z' },
  lastFailure: { at: '2026-11-20T01:00:05.000Z', reason: 'gone', status: 410 },
};

const fresh: PushSubscription = {
  subscriptionId: 'push-fresh',
  name: 'Baru',
  receiver: {
    ...webhook.receiver,
    kind: 'lrs',
    version: '2.0.0',
    auth: { kind: 'basic', key: 'kunci-sinau' },
  },
  filter: { verbs: [], activities: [] },
  state: 'paused',
  rev: 1,
  createdAt: '2026-11-24T01:00:00.000Z',
  lag: { lines: 12, atLeast: false, oldestStored: '2026-11-24T01:00:00.000Z' },
  delivered: 0,
  deadLetters: { count: 100, atLeast: true },
};

const subscriptions = [lrs, webhook, disabled, fresh];

/** Receivers in every state, one with failed deliveries. `notFound` makes the refusal for any other. */
export function createPushFixtures(notFound: () => Error): PushPorts {
  return {
    subscriptionsOf: async () => subscriptions,
    subscriptionOf: async (_person, subscriptionId, page) => {
      const subscription = subscriptions.find((one) => one.subscriptionId === subscriptionId);
      if (!subscription) throw notFound();
      const letter = {
        letterId: '2026-11-23T10:00:00.000Z.s:7f1c2b7e-0000-4000-8000-000000000001',
        kind: 'statement',
        id: '7f1c2b7e-0000-4000-8000-000000000001',
        stored: '2026-11-23T10:00:00.000Z',
        at: '2026-11-24T00:10:00.000Z',
        reason: 'rejected',
        status: 400,
        replays: 2,
      } as const;
      const letters =
        subscriptionId === 'push-lrs' ? [letter, { ...letter, kind: 'void' as const, replays: 0 }] : [];
      return { subscription, letters, ...(letters.length > 0 && page === undefined && { next: 'next' }) };
    },
    create: async (_person, { name, receiver }) => ({
      subscriptionId: 'push-webhook',
      name,
      ...(receiver.kind === 'webhook' && { secret: 'whsec_c2VrYWxpIHNhamE=' }),
    }),
    change: async () => undefined,
    pause: async () => undefined,
    resume: async () => undefined,
    delete: async () => undefined,
    test: async (_person, subscriptionId) =>
      subscriptionId === 'push-lrs'
        ? { ok: false, reason: 'server-error', status: 502, milliseconds: 1_240 }
        : { ok: true, status: 204, milliseconds: 85 },
    rotateSecret: async (_person, subscriptionId) => ({
      subscriptionId,
      name: 'Gudang data',
      secret: 'whsec_eWFuZyBiYXJ1',
    }),
    replay: async (_person, _subscriptionId, letterId) =>
      letterId === undefined ? { delivered: 1, failed: 1 } : { delivered: 1, failed: 0 },
  };
}

/** The receiver of a provider, with events that it took and one that it did not. */
export function createWebhookFixtures(notFound: () => Error): PushPorts {
  const { kind, url } = { kind: 'webhook', url: 'https://kampus.example/sinau' } as const;
  const events = ['enrolment.completed', 'course.published'] as const;
  const subscription: PushSubscription = {
    ...webhook,
    name: 'Sistem akademik',
    receiver: { kind, url, payload: 'full', events },
    recent: [
      {
        at: '2026-11-24T01:00:00.000Z',
        type: 'enrolment.completed',
        id: 'evt_0123456789abcdef0123456789abcdef',
      },
      {
        ...{ at: '2026-11-24T00:58:00.000Z', type: 'course.published', id: 'evt_a' },
        ...{ reason: 'server-error', status: 503 },
      },
    ],
  };
  const letter: PushLetter = {
    ...{ letterId: 'l1', kind: 'event', event: 'course.published', id: 'evt_a', replays: 0 },
    ...{
      stored: '2026-11-23T10:00:00.000Z',
      at: '2026-11-24T00:10:00.000Z',
      reason: 'rejected',
      status: 400,
    },
  } as const;
  return {
    ...createPushFixtures(notFound),
    subscriptionsOf: async () => [subscription],
    subscriptionOf: async (_person, subscriptionId) => {
      if (subscriptionId !== subscription.subscriptionId) throw notFound();
      return { subscription, letters: [letter] };
    },
  };
}
