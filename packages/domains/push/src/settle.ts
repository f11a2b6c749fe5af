import { failingTooLongMs, longestWaitSeconds, waitSeconds } from './back-off.ts';
import { type DeadLetter, letterIdOf } from './dead-letter.ts';
import type { Line } from './line.ts';
import type { RunResult, Sent } from './ports.ts';
import type { Failure, FailureReason, Places, Progress, SubscriptionRef } from './subscription.ts';

/** A line that failed so often while its receiver lived is put aside. */
const strikesToDie = 8;
/** Failures that a line can be to blame for. */
const ofLine: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'broken',
  'rejected',
  'server-error',
  'timeout',
]);
/** Seconds to leave a receiver alone that takes lines, but not so fast. */
const busySeconds = 15;
/** More refusals in a row than this say something about the receiver and nothing about the lines. */
const mostRefusedInRow = 20;

export interface Attempt {
  readonly ref: SubscriptionRef;
  readonly progress: Progress;
  /** The page of the feed: keys of all its lines, and the places behind it. */
  readonly page: { readonly keys: readonly string[]; readonly places: Places };
  /** What was sent of it, with what became of it. */
  readonly sent: readonly { readonly line: Line; readonly result: Sent }[];
  readonly now: Date;
  /** Uniform in [0, 1). */
  readonly random: number;
}

/** What a try means: how far the subscription got, what is put aside, when to go on. Pure. */
export function settle(attempt: Attempt): RunResult {
  const { progress, sent, now } = attempt;
  const at = now.toISOString();
  const alive = sent.some(({ result }) => result.outcome === 'delivered');
  const { dead, failed } = judge(attempt, alive);
  const settled = new Set([
    ...progress.settled,
    ...keysOf(sent, 'delivered'),
    ...dead.map(({ line }) => line.key),
  ]);
  const strikes = strikesAfter(attempt, { alive, dead });
  const whole = attempt.page.keys.every(
    (key) => settled.has(key) || !sent.some(({ line }) => line.key === key),
  );
  const passed = new Set(whole ? attempt.page.keys : []);
  const refused = sent.filter(({ result }) => result.outcome === 'refused').length;
  const next: Progress = {
    places: whole ? attempt.page.places : progress.places,
    settled: [...settled].filter((key) => !passed.has(key)),
    strikes: Object.fromEntries(
      Object.entries(strikes).filter(([key]) => !passed.has(key) && !settled.has(key)),
    ),
    delivered: progress.delivered + keysOf(sent, 'delivered').length,
    ...recentAfter(attempt, at),
    refusedInRow: alive ? 0 : progress.refusedInRow + refused,
    ...healthAfter(attempt, { alive, failed, dead }),
  };
  return {
    progress: next,
    deadLetters: dead.map((one) => letterOf(attempt.ref, one, at)),
    ...planAfter(attempt, next, { alive, failed }),
  };
}

/** Somebody who sets a webhook up looks at these. */
const mostRecent = 20;

function recentAfter({ progress, sent }: Attempt, at: string): Pick<Progress, 'recent'> {
  const tried = sent.flatMap(({ line, result }) => {
    if (line.kind !== 'event' || result.outcome === 'skipped') return [];
    const { type, id } = line;
    if (result.outcome === 'delivered') return [{ at, type, id }];
    return [{ at, type, id, reason: result.reason, ...statusOf(result) }];
  });
  const recent = [...(progress.recent ?? []), ...tried].slice(-mostRecent);
  return recent.length > 0 ? { recent } : {};
}

interface Judged {
  readonly line: Line;
  readonly failure: Failure;
}

/** Dead: to be put aside now. Failed: to be tried again, the first first. */
function judge({ progress, sent, now }: Attempt, alive: boolean) {
  const at = now.toISOString();
  const refused = sent.flatMap(({ line, result }) =>
    result.outcome === 'refused' ? [{ line, failure: failureOf(result, at) }] : [],
  );
  const failed = sent.flatMap(({ line, result }) =>
    result.outcome === 'failed' ? [{ line, failure: failureOf(result, at), result }] : [],
  );
  const suspicious = !alive && progress.refusedInRow + refused.length > mostRefusedInRow;
  const worn = failed.filter(
    ({ line, failure }) => strikesOf(progress, line, { alive, failure }) >= strikesToDie,
  );
  const dead: readonly Judged[] = suspicious ? [] : [...refused, ...worn];
  const everything: Failure = { at, reason: 'everything-rejected', ...statusOf(refused[0]?.failure) };
  return {
    dead,
    failed: [
      ...failed
        .filter((one) => suspicious || !worn.includes(one))
        .map(({ result, failure }) => ({ failure, result })),
      ...(suspicious && refused.length > 0 ? [{ failure: everything, result: undefined }] : []),
    ],
  };
}

type Failed = ReturnType<typeof judge>['failed'];

/**
 * A failure counts against a line when the receiver took others; and when it came to nothing else, but only with an
 * answer and against a line that is under suspicion already. So a receiver that is down puts nothing aside.
 */
function strikesOf(
  { strikes }: Progress,
  line: Line,
  given: { readonly alive: boolean; readonly failure: Failure },
): number {
  const before = strikes[line.key] ?? 0;
  const { alive, failure } = given;
  const counts = ofLine.has(failure.reason) && (alive || (before > 0 && failure.status !== undefined));
  return counts ? before + 1 : before;
}

function strikesAfter(
  { progress, sent, now }: Attempt,
  given: { readonly alive: boolean; readonly dead: readonly Judged[] },
): Readonly<Record<string, number>> {
  const strikes: Record<string, number> = { ...progress.strikes };
  const gone = new Set(given.dead.map(({ line }) => line.key));
  for (const { line, result } of sent) {
    if (result.outcome !== 'failed' || gone.has(line.key)) continue;
    const failure = failureOf(result, now.toISOString());
    const count = strikesOf(progress, line, { alive: given.alive, failure });
    if (count > 0) strikes[line.key] = count;
  }
  return strikes;
}

/** Failures in a row are of the receiver as a whole: taking one line ends them. */
function healthAfter(
  { progress, now }: Attempt,
  {
    alive,
    failed,
    dead,
  }: { readonly alive: boolean; readonly failed: Failed; readonly dead: readonly Judged[] },
) {
  const at = now.toISOString();
  const [first] = failed;
  const last = first?.failure ?? dead[0]?.failure ?? progress.lastFailure;
  const success = alive ? at : progress.lastSuccessAt;
  const down = first !== undefined && !alive;
  const seen = {
    ...(last && { lastFailure: last }),
    ...(success !== undefined && { lastSuccessAt: success }),
  };
  if (!down) return { ...seen, failures: 0 };
  return { ...seen, failures: progress.failures + 1, failingSince: progress.failingSince ?? at };
}

function planAfter(
  { now, random }: Attempt,
  next: Progress,
  { alive, failed }: { readonly alive: boolean; readonly failed: Failed },
): Pick<RunResult, 'dueAt' | 'disable'> {
  const [first] = failed;
  if (!first) return {};
  const asked = Math.max(0, ...failed.map(({ result }) => result?.retryAfterSeconds ?? 0));
  if (alive) {
    // While it takes lines, the run goes on at once with those that failed.
    if (asked === 0 && !failed.some(({ failure }) => failure.reason === 'busy')) return {};
    const pause = Math.min(longestWaitSeconds, Math.max(busySeconds, asked));
    return { dueAt: new Date(now.getTime() + pause * 1_000).toISOString() };
  }
  const wait = waitSeconds(next.failures, random, asked);
  const dueAt = new Date(now.getTime() + wait * 1_000).toISOString();
  const at = now.toISOString();
  if (failed.some(({ failure }) => failure.reason === 'gone'))
    return { dueAt, disable: { because: 'gone', at } };
  const since = Date.parse(next.failingSince ?? at);
  if (now.getTime() - since >= failingTooLongMs) return { dueAt, disable: { because: 'failing', at } };
  return { dueAt };
}

function keysOf(sent: Attempt['sent'], outcome: Sent['outcome']): readonly string[] {
  return sent.filter(({ result }) => result.outcome === outcome).map(({ line }) => line.key);
}

function failureOf(result: Extract<Sent, { readonly reason: unknown }>, at: string): Failure {
  return { at, reason: result.reason, ...statusOf(result) };
}

function statusOf(from: { readonly status?: number } | undefined): { readonly status?: number } {
  return from?.status === undefined ? {} : { status: from.status };
}

function letterOf(ref: SubscriptionRef, { line, failure }: Judged, at: string): DeadLetter {
  return {
    ...ref,
    letterId: letterIdOf(line),
    kind: line.kind,
    id: line.id,
    ...(line.kind === 'void' && { voidedBy: line.voidedBy }),
    ...(line.kind === 'event' && { event: { type: line.type, data: line.data } }),
    stored: line.stored,
    reason: failure.reason,
    ...statusOf(failure),
    at,
    replays: 0,
  };
}
