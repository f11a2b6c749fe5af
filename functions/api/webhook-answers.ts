import { InvalidInput, type Principal } from '@sinau/kernel';
import { readJson } from '@sinau/platform/http';
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  getSubscription,
  listDeadLetters,
  listSubscriptions,
  type OwnSubscriptionInput,
  pauseSubscription,
  providerEvents,
  replayDeadLetter,
  replayDeadLetters,
  resumeSubscription,
  rotateSecret,
  type SubscriptionSummary,
  testSubscription,
} from '@sinau/push';
import * as z from 'zod';
import type { WebhookContext as Context, WebhookRouteDeps as Deps } from './webhook-routes.ts';

const settings = {
  name: z.string().trim().min(2).max(100),
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.enum(providerEvents)).min(1).max(providerEvents.length),
};
const newWebhookSchema = z.strictObject({ ...settings, from: z.enum(['beginning', 'now']).default('now') });
const changedWebhookSchema = z.strictObject({ ...settings, rev: z.int().positive() });
const replaySchema = z.strictObject({ letterId: z.string().min(1).max(300).exactOptional() });

export async function list(c: Context, deps: Deps): Promise<Response> {
  const found = await listSubscriptions(await deps.push(), own(c.get('principal')));
  return c.json({ webhooks: found.map(viewOf) });
}

export async function create(c: Context, deps: Deps): Promise<Response> {
  const { from, ...given } = await readJson(c.req, newWebhookSchema);
  const request = { ...receiverOf(given), from };
  const push = await deps.push();
  const principal = c.get('principal');
  const made = await createSubscription(push, { ...own(principal), request });
  const { subscriptionId } = made.subscription;
  const view = viewOf(await getSubscription(push, { ...own(principal), subscriptionId }));
  return c.json({ ...view, secret: made.secret }, 201, { location: `/api/webhooks/${subscriptionId}` });
}

export async function show(c: Context, deps: Deps): Promise<Response> {
  const input = at(c);
  const push = await deps.push();
  const [found, { letters }] = await Promise.all([
    getSubscription(push, input),
    listDeadLetters(push, input),
  ]);
  const failed = letters.map(({ letterId, id, event, stored, reason, status, at: triedAt, replays }) => ({
    ...{ letterId, eventId: id, type: event?.type, occurredAt: stored, reason, status, triedAt, replays },
  }));
  return c.json({ ...viewOf(found), failed });
}

export async function change(c: Context, deps: Deps): Promise<Response> {
  const { rev, ...given } = await readJson(c.req, changedWebhookSchema);
  const input = at(c);
  const push = await deps.push();
  await changeSubscription(push, { ...input, request: { ...receiverOf(given), rev } });
  return c.json(viewOf(await getSubscription(push, input)));
}

export async function remove(c: Context, deps: Deps): Promise<Response> {
  await deleteSubscription(await deps.push(), at(c));
  return c.body(null, 204);
}

export const pause = (c: Context, deps: Deps) => shownAfter(pauseSubscription, c, deps);
export const resume = (c: Context, deps: Deps) => shownAfter(resumeSubscription, c, deps);

async function shownAfter(run: typeof pauseSubscription, c: Context, deps: Deps): Promise<Response> {
  const input = at(c);
  const push = await deps.push();
  await run(push, input);
  return c.json(viewOf(await getSubscription(push, input)));
}

export const test = async (c: Context, deps: Deps): Promise<Response> =>
  c.json(await testSubscription(await deps.push(), at(c)));

export async function rotate(c: Context, deps: Deps): Promise<Response> {
  const { secret } = await rotateSecret(await deps.push(), at(c));
  return c.json({ secret });
}

export async function replay(c: Context, deps: Deps): Promise<Response> {
  const { letterId } = await readJson(c.req, replaySchema);
  const push = await deps.push();
  const done =
    letterId === undefined
      ? await replayDeadLetters(push, at(c))
      : await replayDeadLetter(push, { ...at(c), letterId });
  return c.json(done);
}

const own = (principal: Principal) => ({ principal, as: 'provider' }) as const;
const at = (c: Context): OwnSubscriptionInput => ({
  ...own(c.get('principal')),
  subscriptionId: c.req.param('subscriptionId') ?? '',
});

function receiverOf({ name, url, events }: Omit<z.output<typeof newWebhookSchema>, 'from'>) {
  const receiver = { kind: 'webhook' as const, url, payload: 'full' as const, events };
  return { name, receiver, filter: { verbs: [], activities: [] } };
}

function viewOf(subscription: SubscriptionSummary) {
  const { subscriptionId, name, receiver, state, disabledBecause, rev, createdAt, lag } = subscription;
  const { deadLetters, progress } = subscription;
  if (receiver.kind !== 'webhook') throw new InvalidInput('This is no webhook.');
  const { delivered, lastSuccessAt, lastFailure, recent = [] } = progress;
  return {
    ...{ subscriptionId, name, url: receiver.url, events: receiver.events, state, rev, createdAt },
    ...(disabledBecause && { disabledBecause }),
    ...{ waiting: lag.lines, delivered, failedCount: deadLetters.count },
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
    ...(lastFailure && { lastFailure }),
    recent: recent.toReversed().map(({ id, ...tried }) => ({ eventId: id, ...tried })),
  };
}
