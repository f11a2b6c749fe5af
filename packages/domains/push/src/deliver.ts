import type { Clock, Ids } from '@sinau/kernel';
import { type Line, parseLine, passes } from './line.ts';
import type { Courier, PushFeed, PushStore, RunResult, SecretBox } from './ports.ts';
import { openSecrets } from './secrets.ts';
import { settle } from './settle.ts';
import type { Subscription, SubscriptionRef } from './subscription.ts';

export interface DeliverDeps {
  readonly store: PushStore;
  readonly feed: PushFeed;
  readonly courier: Courier;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface DeliveryRun {
  /** `idle`: all was sent. `more`: time was over. `waiting`: the receiver failed. `lost`: the lease was taken away. */
  readonly outcome: 'not-due' | 'idle' | 'more' | 'waiting' | 'disabled' | 'lost';
  readonly delivered: number;
  readonly deadLetters: number;
}

const requestMs = 10_000;
/** At once; what can be put aside of them fits one transaction with the places. */
const mostSent = 90;
const pageLines = 50;
const pageBytes = 1_000_000;
/** Settled lines that are remembered behind the places while one of their neighbours is tried again. */
const mostSettled = 500;
/** Failures in a row after which lines go one by one, to find out whether one of them is to blame. */
const failuresBeforeApart = 3;
/** A lease outlives its run by what the last request may still take: for a token, for itself, and for a look after a conflict. */
const graceMs = 40_000;

/**
 * One run of a subscription: reads on from its places, sends, and moves the places in the same write that puts aside
 * what cannot be delivered. Ends when all is sent, the time is over or the receiver fails as a whole. A crash anywhere
 * repeats a delivery and loses none.
 */
export async function deliver(
  deps: DeliverDeps,
  input: SubscriptionRef & { readonly runMs: number },
): Promise<DeliveryRun> {
  const { ownerId, subscriptionId, runMs } = input;
  const ref = { ownerId, subscriptionId };
  const token = deps.ids.uuid();
  const begun = deps.clock.now();
  const deadlineMs = begun.getTime() + runMs;
  const leased = await deps.store.lease(ref, {
    token,
    now: begun.toISOString(),
    until: new Date(deadlineMs + graceMs).toISOString(),
  });
  const count = { delivered: 0, deadLetters: 0 };
  if (!leased) return { outcome: 'not-due', ...count };
  const secrets = await openSecrets(deps, leased);
  let subscription = leased;
  for (;;) {
    const now = deps.clock.now();
    const over = now.getTime() >= deadlineMs;
    const turn = over
      ? { outcome: 'more' as const, result: { ...nothing(subscription), dueAt: now.toISOString() } }
      : await takeTurn(deps, { subscription, secrets, deadlineMs });
    const saved = await deps.store.save(ref, token, turn.result);
    if (saved === 'lost') return { outcome: 'lost', ...count };
    count.delivered += turn.result.progress.delivered - subscription.progress.delivered;
    count.deadLetters += turn.result.deadLetters.length;
    if (turn.outcome !== 'go-on') return { outcome: turn.outcome, ...count };
    subscription = { ...subscription, progress: turn.result.progress };
  }
}

interface Turn {
  readonly outcome: 'go-on' | 'idle' | 'more' | 'waiting' | 'disabled';
  readonly result: RunResult;
}

function nothing({ progress }: Subscription): RunResult {
  return { progress, deadLetters: [] };
}

/** One page of the feed. */
async function takeTurn(
  deps: DeliverDeps,
  run: {
    readonly subscription: Subscription;
    readonly secrets: Awaited<ReturnType<typeof openSecrets>>;
    readonly deadlineMs: number;
  },
): Promise<Turn> {
  const { subscription, secrets, deadlineMs } = run;
  const { ownerId, subscriptionId, progress } = subscription;
  const ahead = Math.min(mostSettled, progress.settled.length);
  const page = await deps.feed.read({
    ownerId,
    places: progress.places,
    limit: pageLines + ahead,
    maxBytes: pageBytes * (1 + ahead / pageLines),
  });
  if (page.lines.length === 0) {
    const dueAt = deps.clock.now().toISOString();
    return { outcome: 'idle', result: { ...nothing(subscription), dueAt } };
  }
  const lines = page.lines.map(parseLine);
  const wanted = toSend(subscription, lines);
  const apart = progress.failures >= failuresBeforeApart;
  const results = await deps.courier.send({
    subscription,
    secrets,
    lines: wanted.slice(0, mostSent),
    apart,
    deadlineMs,
    requestMs,
  });
  const result = settle({
    ref: { ownerId, subscriptionId },
    progress,
    page: { keys: lines.map(({ key }) => key), places: page.places },
    // What was not sent this time is sent before the places pass it.
    sent: wanted.map((line, n) => ({ line, result: results[n] ?? { outcome: 'skipped' } })),
    now: deps.clock.now(),
    random: deps.random(),
  });
  if (result.disable) return { outcome: 'disabled', result };
  return { outcome: result.dueAt === undefined ? 'go-on' : 'waiting', result };
}

function toSend({ filter, progress, receiver }: Subscription, lines: readonly Line[]): readonly Line[] {
  const settled = new Set(progress.settled);
  const wantsKind = (line: Line) => {
    // A record store has no way to be told; a webhook is told whatever it asked for.
    if (line.kind === 'erase') return receiver.kind === 'webhook';
    if (line.kind === 'event') return receiver.kind === 'webhook' && receiver.events.includes(line.type);
    return (
      receiver.kind === 'lrs' ||
      receiver.events.includes(line.kind === 'void' ? 'records.void' : 'records.statement')
    );
  };
  return lines.filter((line) => !settled.has(line.key) && wantsKind(line) && passes(filter, line));
}
