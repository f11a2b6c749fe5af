import { type Clock, type Ids, InvalidInput } from '@sinau/kernel';
import { checkEvents } from './check-events.ts';
import { TooManySubscriptions } from './errors.ts';
import { type ActingInput, ownerIn } from './own-subscription.ts';
import { actorOf } from './owner.ts';
import { parseRequest } from './parse-request.ts';
import type { Courier, PushFeed, PushStore, SecretBox } from './ports.ts';
import { sealSecrets } from './secrets.ts';
import {
  type CreateSubscriptionRequest,
  createSubscriptionRequestSchema,
  freshProgress,
  mostSubscriptions,
  type Subscription,
  type SubscriptionId,
} from './subscription.ts';

/**
 * A new subscription of the caller's own agency or provider. `secret`: of a webhook, to be shown once. Throws
 * `ReceiverNotAllowed` for an address that nothing may be sent to.
 */
export async function createSubscription(
  deps: {
    readonly store: PushStore;
    readonly feed: PushFeed;
    readonly courier: Courier;
    readonly box: SecretBox;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: ActingInput & { readonly request: CreateSubscriptionRequest },
): Promise<{ readonly subscription: Subscription; readonly secret?: string }> {
  const ownerId = ownerIn(input);
  const request = parseRequest(createSubscriptionRequestSchema, input.request);
  const { name, receiver, filter, from } = request;
  checkEvents(ownerId, receiver);
  if (receiver.kind === 'lrs' && request.secret === undefined) throw secretMissing();
  await deps.courier.check(receiver);
  if ((await deps.store.list(ownerId)).length >= mostSubscriptions) {
    throw new TooManySubscriptions(mostSubscriptions);
  }
  const subscriptionId = deps.ids.uuid() as SubscriptionId;
  const current = receiver.kind === 'webhook' ? deps.courier.newSecret() : (request.secret ?? '');
  const at = deps.clock.now().toISOString();
  const places = from === 'now' ? await deps.feed.end(ownerId) : '';
  const subscription: Subscription = {
    subscriptionId,
    ownerId,
    name,
    receiver,
    filter,
    state: 'active',
    stateChangedAt: at,
    sealedSecrets: await sealSecrets(deps, { ownerId, subscriptionId }, { current }),
    createdAt: at,
    changedBy: actorOf(input.principal),
    rev: 1,
    progress: { ...freshProgress, places },
    dueAt: at,
  };
  await deps.store.create(subscription);
  return { subscription, ...(receiver.kind === 'webhook' && { secret: current }) };
}

function secretMissing(): InvalidInput {
  const message = 'Give the password or client secret of the receiver.';
  return new InvalidInput(message, { issues: [{ path: '/secret', message }] });
}
