import { type Clock, type Ids, InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import { TooManySubscriptions } from './errors.ts';
import { administeredAgency } from './own-subscription.ts';
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
 * A new subscription of the agency that the person administers. `secret`: of a webhook, to be shown once. Throws
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
  input: { readonly principal: PersonPrincipal; readonly request: CreateSubscriptionRequest },
): Promise<{ readonly subscription: Subscription; readonly secret?: string }> {
  const { principal } = input;
  const agencyId = administeredAgency(principal);
  const request = parseRequest(createSubscriptionRequestSchema, input.request);
  const { name, receiver, filter, from } = request;
  if (receiver.kind === 'lrs' && request.secret === undefined) throw secretMissing();
  await deps.courier.check(receiver);
  if ((await deps.store.list(agencyId)).length >= mostSubscriptions) {
    throw new TooManySubscriptions(mostSubscriptions);
  }
  const subscriptionId = deps.ids.uuid() as SubscriptionId;
  const current = receiver.kind === 'webhook' ? deps.courier.newSecret() : (request.secret ?? '');
  const at = deps.clock.now().toISOString();
  const places = from === 'now' ? await deps.feed.end(agencyId) : '';
  const subscription: Subscription = {
    subscriptionId,
    agencyId,
    name,
    receiver,
    filter,
    state: 'active',
    stateChangedAt: at,
    sealedSecrets: await sealSecrets(deps, { agencyId, subscriptionId }, { current }),
    createdAt: at,
    changedBy: principal.personId,
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
