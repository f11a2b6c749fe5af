import type { Clock } from '@sinau/kernel';
import type { Attempt } from '../placement.ts';
import type { AttemptStore } from '../ports.ts';
import type { ScoreStore } from './ports.ts';
import type { ScoreRow } from './score-row.ts';

/** What changes in one go is one score. */
const settleMs = 5_000;
/** Changes of one row at once; more are taken up when the fact comes again. */
const mostTries = 5;

export interface NoteDeps {
  readonly scores: Pick<ScoreStore, 'find' | 'save'>;
  readonly clock: Clock;
}

/** Something of an enrolment has changed: each platform from which it was opened is owed a score. Safe to repeat. */
export async function noteChange(
  deps: NoteDeps & { readonly attempts: Pick<AttemptStore, 'listAt'> },
  input: { readonly registration: string; readonly occurredAt: string },
): Promise<void> {
  for (const attempt of await deps.attempts.listAt(input.registration)) {
    await noteAttempt(deps, attempt, input.occurredAt);
  }
}

/** The same of one attempt, as when it is opened: the course may have been done before. */
export async function noteAttempt(deps: NoteDeps, attempt: Attempt, occurredAt: string): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) {
    const before = await deps.scores.find(attempt);
    const after = changed(before ?? newRow(attempt, occurredAt), { occurredAt, now: deps.clock.now() });
    if ((await deps.scores.save(after)) === 'saved') return;
  }
  throw new Error('a score was changed by others all the time');
}

function newRow(attempt: Attempt, changedAt: string): ScoreRow {
  const { registration, platformId, placementId, subject, personId, courseId } = attempt;
  const ref = { registration, platformId, placementId, subject };
  return { ...ref, personId, courseId, state: 'waiting', changedAt, tries: 0, rev: 0 };
}

/** A platform that is away is not asked sooner because a learner goes on. */
function changed(
  row: ScoreRow,
  { occurredAt, now }: { readonly occurredAt: string; readonly now: Date },
): ScoreRow {
  const changedAt = occurredAt > row.changedAt ? occurredAt : row.changedAt;
  if (row.state === 'waiting' && row.because !== undefined) return { ...row, changedAt };
  return { ...waiting(row, { now, dueInMs: settleMs }), changedAt };
}

/** From the beginning again: no try counts, no trouble is known. */
export function waiting(
  row: ScoreRow,
  { now, dueInMs }: { readonly now: Date; readonly dueInMs: number },
): ScoreRow {
  const { because: _, ...rest } = row;
  const dueAt = new Date(now.getTime() + dueInMs).toISOString();
  return { ...rest, state: 'waiting', tries: 0, waitsSince: now.toISOString(), dueAt };
}
