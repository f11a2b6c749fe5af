import { type Clock, InvalidInput } from '@sinau/kernel';
import { SubscriptionChanged } from './errors.ts';
import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import { actorOf } from './owner.ts';
import type { Courier, PushStore, SecretBox } from './ports.ts';
import { openSecrets, sealSecrets } from './secrets.ts';

/** So long messages are signed with the old secret too. */
export const overlapMs = 24 * 3_600_000;

/** A new secret for a webhook, to be shown once; the old one signs beside it for a day. */
export async function rotateSecret(
  deps: {
    readonly store: PushStore;
    readonly courier: Courier;
    readonly box: SecretBox;
    readonly clock: Clock;
  },
  input: OwnSubscriptionInput,
): Promise<{ readonly name: string; readonly secret: string }> {
  const found = await ownSubscription(deps, input);
  if (found.receiver.kind !== 'webhook') throw new InvalidInput('Only webhooks are signed.');
  const { current: old } = await openSecrets(deps, found);
  const secret = deps.courier.newSecret();
  const until = new Date(deps.clock.now().getTime() + overlapMs).toISOString();
  const sealedSecrets = await sealSecrets(deps, found, { current: secret, previous: { secret: old, until } });
  const after = { ...found, sealedSecrets, changedBy: actorOf(input.principal) };
  if ((await deps.store.change(after, { restart: false })) === 'stale') throw new SubscriptionChanged();
  return { name: found.name, secret };
}
