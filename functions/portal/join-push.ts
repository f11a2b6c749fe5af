import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  getSubscription,
  listDeadLetters,
  listSubscriptions,
  type OwnerKind,
  pauseSubscription,
  replayDeadLetter,
  replayDeadLetters,
  resumeSubscription,
  rotateSecret,
  type SubscriptionSummary,
  testSubscription,
} from '@sinau/push';
import type { PushPorts, PushSubscription } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';

/** Use cases of push for the pages of agencies and providers; whose they are comes from the session alone. */
export function joinPush({ push, signer }: Pick<PortalDeps, 'push' | 'signer'>, as: OwnerKind): PushPorts {
  return {
    subscriptionsOf: async (principal) =>
      (await listSubscriptions(await push(), { principal, as })).map(viewOf),
    subscriptionOf: async (principal, subscriptionId, page) => {
      const deps = await push();
      const input = { principal, as, subscriptionId };
      const pages = sealedPages({ signer }, { list: 'push-letters', by: principal, of: subscriptionId });
      const [subscription, { letters, next }] = await Promise.all([
        getSubscription(deps, input),
        listDeadLetters(deps, { ...input, ...pages.open(page) }),
      ]);
      return {
        subscription: viewOf(subscription),
        letters: letters.map(({ event, ...letter }) => ({ ...letter, ...(event && { event: event.type }) })),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    create: async (principal, request) => {
      const { subscription, secret } = await createSubscription(await push(), { principal, as, request });
      const { subscriptionId, name } = subscription;
      return { subscriptionId, name, ...(secret !== undefined && { secret }) };
    },
    change: async (principal, subscriptionId, request) =>
      changeSubscription(await push(), { principal, as, subscriptionId, request }),
    pause: async (principal, subscriptionId) =>
      pauseSubscription(await push(), { principal, as, subscriptionId }),
    resume: async (principal, subscriptionId) =>
      resumeSubscription(await push(), { principal, as, subscriptionId }),
    delete: async (principal, subscriptionId) =>
      deleteSubscription(await push(), { principal, as, subscriptionId }),
    test: async (principal, subscriptionId) =>
      testSubscription(await push(), { principal, as, subscriptionId }),
    rotateSecret: async (principal, subscriptionId) => ({
      subscriptionId,
      ...(await rotateSecret(await push(), { principal, as, subscriptionId })),
    }),
    replay: async (principal, subscriptionId, letterId) => {
      const deps = await push();
      const input = { principal, as, subscriptionId };
      return letterId === undefined
        ? replayDeadLetters(deps, input)
        : replayDeadLetter(deps, { ...input, letterId });
    },
  };
}

function viewOf(subscription: SubscriptionSummary): PushSubscription {
  const {
    subscriptionId,
    name,
    receiver,
    filter,
    state,
    disabledBecause,
    rev,
    createdAt,
    lag,
    deadLetters,
    progress,
    dueAt,
  } = subscription;
  const { delivered, lastSuccessAt, lastFailure, failures, recent } = progress;
  const waiting = state === 'active' && failures > 0;
  return {
    subscriptionId,
    name,
    receiver,
    filter,
    state: waiting ? 'waiting' : state,
    ...(disabledBecause && { disabledBecause }),
    rev,
    createdAt,
    lag,
    deadLetters,
    delivered,
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
    ...(lastFailure && { lastFailure }),
    ...(recent && { recent: recent.toReversed() }),
    ...(waiting && { nextTryAt: dueAt }),
  };
}
