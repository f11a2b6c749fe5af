import * as z from 'zod';
import { tenantOf } from './owner.ts';
import type { SecretBox } from './ports.ts';
import type { Secrets, Subscription, SubscriptionRef } from './subscription.ts';

const secretsSchema = z.object({
  current: z.string(),
  previous: z.object({ secret: z.string(), until: z.string() }).exactOptional(),
});

/** Bound to owner and subscription, so that a row of another one cannot lend its secrets. */
const contextOf = ({ ownerId, subscriptionId }: SubscriptionRef) => ({
  [tenantOf(ownerId).kind]: ownerId,
  subscription: subscriptionId,
});

export async function sealSecrets(
  { box }: { readonly box: SecretBox },
  ref: SubscriptionRef,
  secrets: Secrets,
): Promise<string> {
  return box.seal(JSON.stringify(secrets), contextOf(ref));
}

export async function openSecrets(
  { box }: { readonly box: SecretBox },
  subscription: SubscriptionRef & Pick<Subscription, 'sealedSecrets'>,
): Promise<Secrets> {
  const text = await box.open(subscription.sealedSecrets, contextOf(subscription));
  return secretsSchema.parse(JSON.parse(text));
}
