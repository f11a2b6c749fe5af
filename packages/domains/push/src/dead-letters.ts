import type { Clock } from '@sinau/kernel';
import type { DeadLetter } from './dead-letter.ts';
import { SubscriptionNotFound } from './errors.ts';
import { eraseKey, eventKey, type Line, statementKey, voidKey } from './line.ts';
import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import type { Courier, PushStore, SecretBox, Sent, StatementRecords } from './ports.ts';
import { openSecrets } from './secrets.ts';
import type { Subscription } from './subscription.ts';

export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  /** Key of the last one, when more may follow. */
  readonly next?: string;
}

const pageSize = 50;

/** Newest first. */
export async function listDeadLetters(
  deps: { readonly store: PushStore },
  input: OwnSubscriptionInput & { readonly after?: string },
): Promise<DeadLetterPage> {
  const subscription = await ownSubscription(deps, input);
  const letters = await deps.store.listDeadLetters(subscription, {
    limit: pageSize,
    ...(input.after !== undefined && { after: input.after }),
  });
  const last = letters.length === pageSize ? letters.at(-1) : undefined;
  return { letters, ...(last && { next: last.letterId }) };
}

export interface ReplayDeps {
  readonly store: PushStore;
  readonly courier: Courier;
  readonly box: SecretBox;
  readonly records: StatementRecords;
  readonly clock: Clock;
}

/** What a replay did; letters that were not tried, since time was over or the receiver failed, are in no number. */
export interface Replayed {
  readonly delivered: number;
  readonly failed: number;
}

/** Somebody waits for the page, and API Gateway and the portal's function wait no longer than 15 s. */
const replayMs = 6_000;
const requestMs = 4_000;

/** Sends one dead letter again, now; a letter that is delivered is gone. */
export async function replayDeadLetter(
  deps: ReplayDeps,
  input: OwnSubscriptionInput & { readonly letterId: string },
): Promise<Replayed> {
  const subscription = await ownSubscription(deps, input);
  const letter = await deps.store.findDeadLetter(subscription, input.letterId);
  if (!letter) throw new SubscriptionNotFound();
  const deadlineMs = deps.clock.now().getTime() + replayMs;
  return replay(deps, { subscription, letters: [letter], deadlineMs });
}

/** Sends dead letters again, the newest first, as many as time allows; ends when the receiver fails. */
export async function replayDeadLetters(deps: ReplayDeps, input: OwnSubscriptionInput): Promise<Replayed> {
  const subscription = await ownSubscription(deps, input);
  const deadlineMs = deps.clock.now().getTime() + replayMs;
  const count = { delivered: 0, failed: 0 };
  let after: string | undefined;
  for (;;) {
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const letters = await deps.store.listDeadLetters(subscription, page);
    const { delivered, failed } = await replay(deps, { subscription, letters, deadlineMs });
    count.delivered += delivered;
    count.failed += failed;
    after = letters.at(-1)?.letterId;
    // Letters that were not tried: the receiver failed, or time is over.
    if (letters.length < pageSize || delivered + failed < letters.length) return count;
  }
}

async function replay(
  deps: ReplayDeps,
  given: {
    readonly subscription: Subscription;
    readonly letters: readonly DeadLetter[];
    readonly deadlineMs: number;
  },
): Promise<Replayed> {
  const { subscription, letters, deadlineMs } = given;
  const lines = await Promise.all(letters.map((letter) => lineOf(deps, letter)));
  const there = lines.filter((line) => line !== undefined);
  const results = await deps.courier.send({
    subscription,
    secrets: await openSecrets(deps, subscription),
    lines: there,
    apart: false,
    deadlineMs,
    requestMs,
  });
  const byKey = new Map(there.map((line, n) => [line.key, results[n]]));
  const count = { delivered: 0, failed: 0 };
  for (const letter of letters) {
    const result = byKey.get(keyOf(letter)) ?? ({ outcome: 'refused', reason: 'missing' } satisfies Sent);
    await keep(deps, letter, result);
    if (result.outcome === 'delivered') count.delivered += 1;
    if (result.outcome === 'failed' || result.outcome === 'refused') count.failed += 1;
  }
  return count;
}

async function keep({ store, clock }: ReplayDeps, letter: DeadLetter, result: Sent): Promise<void> {
  if (result.outcome === 'skipped') return;
  if (result.outcome === 'delivered') return store.removeDeadLetter(letter, letter.letterId);
  const { status: _, ...rest } = letter;
  await store.replaceDeadLetter({
    ...rest,
    reason: result.reason,
    ...(result.status !== undefined && { status: result.status }),
    at: clock.now().toISOString(),
    replays: letter.replays + 1,
  });
}

const keys = { statement: statementKey, void: voidKey, erase: eraseKey, event: eventKey } as const;
const keyOf = ({ kind, id }: DeadLetter) => keys[kind](id);

/** Undefined when the statement is not there any more. */
async function lineOf({ records }: ReplayDeps, letter: DeadLetter): Promise<Line | undefined> {
  const { kind, ownerId, id, stored, voidedBy } = letter;
  if (kind === 'void') return { kind, key: voidKey(id), id, voidedBy: voidedBy ?? '', stored };
  if (kind === 'event') {
    return letter.event && { kind, key: eventKey(id), id, stored, ...letter.event };
  }
  if (kind === 'erase') return { kind, key: eraseKey(id), id, stored };
  const json = await records.find(ownerId, id);
  return json === undefined ? undefined : { kind, key: statementKey(id), id, stored, json };
}
