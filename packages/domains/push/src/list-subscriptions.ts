import { type ActingInput, type OwnSubscriptionInput, ownerIn, ownSubscription } from './own-subscription.ts';
import type { Lag, PushFeed, PushStore } from './ports.ts';
import type { Subscription } from './subscription.ts';

/** A subscription as it is shown: without its secrets, with how far it is behind and what it did not take. */
export type SubscriptionSummary = Omit<Subscription, 'sealedSecrets'> & {
  readonly lag: Lag;
  readonly deadLetters: { readonly count: number; readonly atLeast: boolean };
};

/** Dead letters that are counted; more are too many in any case. */
const countedLetters = 100;

/** Of the caller's own agency or provider, oldest first. */
export async function listSubscriptions(
  deps: { readonly store: PushStore; readonly feed: PushFeed },
  input: ActingInput,
): Promise<readonly SubscriptionSummary[]> {
  const found = await deps.store.list(ownerIn(input));
  return Promise.all(found.map((subscription) => summaryOf(deps, subscription)));
}

export async function getSubscription(
  deps: { readonly store: PushStore; readonly feed: PushFeed },
  input: OwnSubscriptionInput,
): Promise<SubscriptionSummary> {
  return summaryOf(deps, await ownSubscription(deps, input));
}

async function summaryOf(
  { store, feed }: { readonly store: PushStore; readonly feed: PushFeed },
  subscription: Subscription,
): Promise<SubscriptionSummary> {
  const { sealedSecrets: _, ...shown } = subscription;
  const { ownerId, progress } = subscription;
  const [lag, letters] = await Promise.all([
    feed.lag(ownerId, progress.places),
    store.listDeadLetters(subscription, { limit: countedLetters }),
  ]);
  // Behind the places, but settled already.
  const lines = Math.max(0, lag.lines - progress.settled.length);
  const deadLetters = { count: letters.length, atLeast: letters.length === countedLetters };
  return { ...shown, lag: { ...lag, lines }, deadLetters };
}
