import type { Principal } from '@sinau/kernel';
import { SubscriptionNotFound } from './errors.ts';
import { type OwnerKind, ownerFor } from './owner.ts';
import type { PushStore } from './ports.ts';
import { type Subscription, type SubscriptionId, subscriptionIdSchema } from './subscription.ts';

/** Who asks, and for whom. */
export interface ActingInput {
  readonly principal: Principal;
  /** @default 'agency' */
  readonly as?: OwnerKind;
}

export const ownerIn = ({ principal, as = 'agency' }: ActingInput) => ownerFor(principal, as);

/** A subscription of the caller's own agency or provider. Throws `SubscriptionNotFound` for any other. */
export async function ownSubscription(
  { store }: { readonly store: Pick<PushStore, 'find'> },
  input: OwnSubscriptionInput,
): Promise<Subscription> {
  const ownerId = ownerIn(input);
  const id = subscriptionIdSchema.safeParse(input.subscriptionId);
  const found = id.success ? await store.find({ ownerId, subscriptionId: id.data }) : undefined;
  if (!found) throw new SubscriptionNotFound();
  return found;
}

export interface OwnSubscriptionInput extends ActingInput {
  readonly subscriptionId: SubscriptionId | string;
}
