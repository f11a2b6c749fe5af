import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { SubscriptionNotFound } from './errors.ts';
import type { PushStore } from './ports.ts';
import { type Subscription, type SubscriptionId, subscriptionIdSchema } from './subscription.ts';

/** The agency that this person administers; it comes from the session alone (case C3). */
export function administeredAgency({ roles, agencyId }: PersonPrincipal): AgencyId {
  if (!agencyId || !roles.includes('agency-admin')) throw new SubscriptionNotFound();
  return agencyId;
}

/** A subscription of the agency that this person administers. Throws `SubscriptionNotFound` for any other. */
export async function ownSubscription(
  { store }: { readonly store: Pick<PushStore, 'find'> },
  input: { readonly principal: PersonPrincipal; readonly subscriptionId: string },
): Promise<Subscription> {
  const agencyId = administeredAgency(input.principal);
  const id = subscriptionIdSchema.safeParse(input.subscriptionId);
  const found = id.success ? await store.find({ agencyId, subscriptionId: id.data }) : undefined;
  if (!found) throw new SubscriptionNotFound();
  return found;
}

export interface OwnSubscriptionInput {
  readonly principal: PersonPrincipal;
  readonly subscriptionId: SubscriptionId | string;
}
