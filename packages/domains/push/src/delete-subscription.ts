import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import type { PushStore } from './ports.ts';

/** With its dead letters; what was sent stays with the receiver. */
export async function deleteSubscription(
  deps: { readonly store: PushStore },
  input: OwnSubscriptionInput,
): Promise<void> {
  await deps.store.delete(await ownSubscription(deps, input));
}
