import { InvalidInput, type Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
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
import type { ApiDeps } from './deps.ts';

const settings = {
  name: z.string().trim().min(2).max(100),
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.enum(providerEvents)).min(1).max(providerEvents.length),
};
const newWebhookSchema = z.strictObject({ ...settings, from: z.enum(['beginning', 'now']).default('now') });
const changedWebhookSchema = z.strictObject({ ...settings, rev: z.int().positive() });
const replaySchema = z.strictObject({ letterId: z.string().min(1).max(300).exactOptional() });

const base = '/api/webhooks';
const one = `${base}/:subscriptionId`;
const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;

type Deps = Pick<ApiDeps, 'push'>;

/** Webhooks of a provider: what its systems set up that want to be told of its courses. */
export function addWebhookRoutes(app: HttpApp, deps: Deps): void {
  app.route({ method: 'GET', path: base, access: read }, async (c) => {
    const found = await listSubscriptions(await deps.push(), own(c.get('principal')));
    return c.json({ webhooks: found.map(viewOf) });
  });
  // The answer holds the secret, once.
  app.route({ method: 'POST', path: base, access: write, replayable: false }, async (c) => {
    const { from, ...given } = await readJson(c.req, newWebhookSchema);
    const request = { ...receiverOf(given), from };
    const push = await deps.push();
    const made = await createSubscription(push, { ...own(c.get('principal')), request });
    const { subscriptionId } = made.subscription;
    const view = viewOf(await getSubscription(push, at(c.get('principal'), subscriptionId)));
    return c.json({ ...view, secret: made.secret }, 201, { location: `${base}/${subscriptionId}` });
  });
  app.route({ method: 'GET', path: one, access: read }, async (c) => {
    const input = at(c.get('principal'), c.req.param('subscriptionId'));
    const push = await deps.push();
    const [found, { letters }] = await Promise.all([
      getSubscription(push, input),
      listDeadLetters(push, input),
    ]);
    const failed = letters.map(({ letterId, id, event, stored, reason, status, at: triedAt, replays }) => ({
      ...{ letterId, eventId: id, type: event?.type, occurredAt: stored, reason, status, triedAt, replays },
    }));
    return c.json({ ...viewOf(found), failed });
  });
  app.route({ method: 'PUT', path: one, access: write }, async (c) => {
    const { rev, ...given } = await readJson(c.req, changedWebhookSchema);
    const input = at(c.get('principal'), c.req.param('subscriptionId'));
    const push = await deps.push();
    await changeSubscription(push, { ...input, request: { ...receiverOf(given), rev } });
    return c.json(viewOf(await getSubscription(push, input)));
  });
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => {
    await deleteSubscription(await deps.push(), at(c.get('principal'), c.req.param('subscriptionId')));
    return c.body(null, 204);
  });
  addActions(app, deps);
}

function addActions(app: HttpApp, deps: Deps): void {
  for (const [name, run] of [
    ['pause', pauseSubscription],
    ['resume', resumeSubscription],
  ] as const) {
    app.route({ method: 'POST', path: `${one}/${name}`, access: write }, async (c) => {
      const input = at(c.get('principal'), c.req.param('subscriptionId'));
      const push = await deps.push();
      await run(push, input);
      return c.json(viewOf(await getSubscription(push, input)));
    });
  }
  app.route({ method: 'POST', path: `${one}/test`, access: write, replayable: false }, async (c) =>
    c.json(await testSubscription(await deps.push(), at(c.get('principal'), c.req.param('subscriptionId')))),
  );
  app.route({ method: 'POST', path: `${one}/rotate-secret`, access: write, replayable: false }, async (c) => {
    const input = at(c.get('principal'), c.req.param('subscriptionId'));
    const { secret } = await rotateSecret(await deps.push(), input);
    return c.json({ secret });
  });
  app.route({ method: 'POST', path: `${one}/replay`, access: write, replayable: false }, async (c) => {
    const { letterId } = await readJson(c.req, replaySchema);
    const input = at(c.get('principal'), c.req.param('subscriptionId'));
    const push = await deps.push();
    const done =
      letterId === undefined
        ? await replayDeadLetters(push, input)
        : await replayDeadLetter(push, { ...input, letterId });
    return c.json(done);
  });
}

const own = (principal: Principal) => ({ principal, as: 'provider' }) as const;
const at = (principal: Principal, subscriptionId: string): OwnSubscriptionInput => ({
  ...own(principal),
  subscriptionId,
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
