import type { PersonPrincipal } from '@sinau/kernel';
import { administeredAgency, type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import type { Lag, PushFeed, PushStore } from './ports.ts';
import type { Subscription } from './subscription.ts';

/** A subscription as it is shown: without its secrets, with how far it is behind. */
export type SubscriptionSummary = Omit<Subscription, 'sealedSecrets'> & { readonly lag: Lag };

/** Of the agency that the person administers, oldest first. */
export async function listSubscriptions(
  deps: { readonly store: PushStore; readonly feed: PushFeed },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly SubscriptionSummary[]> {
  const found = await deps.store.list(administeredAgency(principal));
  return Promise.all(found.map((subscription) => summaryOf(deps, subscription)));
}

export async function getSubscription(
  deps: { readonly store: PushStore; readonly feed: PushFeed },
  input: OwnSubscriptionInput,
): Promise<SubscriptionSummary> {
  return summaryOf(deps, await ownSubscription(deps, input));
}

async function summaryOf(
  { feed }: { readonly feed: PushFeed },
  subscription: Subscription,
): Promise<SubscriptionSummary> {
  const { sealedSecrets: _, ...shown } = subscription;
  const { agencyId, progress } = subscription;
  const lag = await feed.lag(agencyId, progress.places);
  // Behind the places, but settled already.
  return { ...shown, lag: { ...lag, lines: Math.max(0, lag.lines - progress.settled.length) } };
}
