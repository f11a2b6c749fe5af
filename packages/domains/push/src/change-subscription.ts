import { InvalidInput } from '@sinau/kernel';
import { checkEvents } from './check-events.ts';
import { SubscriptionChanged } from './errors.ts';
import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import { actorOf } from './owner.ts';
import { parseRequest } from './parse-request.ts';
import type { Courier, PushStore, SecretBox } from './ports.ts';
import { sealSecrets } from './secrets.ts';
import { type ChangeSubscriptionRequest, changeSubscriptionRequestSchema } from './subscription.ts';

/**
 * Changes name, receiver and filter; what was sent stays sent, and the next run begins at once. A webhook keeps its
 * secret, which is changed by `rotateSecret`. Throws `SubscriptionChanged` when another change came first.
 */
export async function changeSubscription(
  deps: { readonly store: PushStore; readonly courier: Courier; readonly box: SecretBox },
  input: OwnSubscriptionInput & { readonly request: ChangeSubscriptionRequest },
): Promise<void> {
  const before = await ownSubscription(deps, input);
  const { name, receiver, filter, secret, rev } = parseRequest(
    changeSubscriptionRequestSchema,
    input.request,
  );
  if (receiver.kind !== before.receiver.kind) throw new InvalidInput('The kind of a receiver cannot change.');
  if (rev !== before.rev) throw new SubscriptionChanged();
  checkEvents(before.ownerId, receiver);
  await deps.courier.check(receiver);
  // A password was given for one receiver: another one must not be shown it.
  if (
    receiver.kind === 'lrs' &&
    secret === undefined &&
    secretHolder(before) !== secretHolder({ receiver })
  ) {
    throw secretNeeded();
  }
  const sealedSecrets =
    receiver.kind === 'lrs' && secret !== undefined
      ? await sealSecrets(deps, before, { current: secret })
      : before.sealedSecrets;
  const after = { ...before, name, receiver, filter, sealedSecrets, changedBy: actorOf(input.principal) };
  if ((await deps.store.change(after, { restart: true })) === 'stale') throw new SubscriptionChanged();
}

/** Where the secret, or a token that it gave, is shown, and for whom. */
function secretHolder({ receiver }: Pick<Parameters<PushStore['create']>[0], 'receiver'>): string {
  if (receiver.kind === 'webhook') return '';
  const { auth, url } = receiver;
  const shown = auth.kind === 'basic' ? [auth.key] : [new URL(auth.tokenUrl).origin, auth.clientId];
  return JSON.stringify([auth.kind, new URL(url).origin, ...shown]);
}

function secretNeeded(): InvalidInput {
  const message = 'Another receiver or account needs its own password or client secret.';
  return new InvalidInput(message, { issues: [{ path: '/secret', message }] });
}
