import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import type { Courier, PushStore, SecretBox, TestAnswer } from './ports.ts';
import { openSecrets } from './secrets.ts';

/** For a token and for the test itself, while somebody waits for the page. */
const requestMs = 6_000;

/** Sends something harmless now, and says what the receiver answered. */
export async function testSubscription(
  deps: { readonly store: PushStore; readonly courier: Courier; readonly box: SecretBox },
  input: OwnSubscriptionInput,
): Promise<TestAnswer> {
  const subscription = await ownSubscription(deps, input);
  const secrets = await openSecrets(deps, subscription);
  return deps.courier.test({ subscription, secrets, requestMs });
}
