import type { Part } from '../ledger/entry.ts';
import { type LocalDate, localDateOf, type TimeZone } from '../local-date.ts';
import type { Completion } from '../ports.ts';
import { daysOfEffort } from './days-of-effort.ts';
import type { WorkSession } from './sessions.ts';
import { spread } from './spread.ts';

const dayMs = 86_400_000;
/** A longer stay elsewhere is counted by its last days. */
const mostDays = 60;

/**
 * What was earned on which day of the learner. Where the time is known, by the work of each day. Of what another system shows
 * no times are known: there the days from the enrolment to the completion count alike, as the dates of a certificate do.
 */
export function partsOfCompletion(
  completion: Pick<Completion, 'stated' | 'shown' | 'enrolledAt' | 'completedAt'>,
  sessions: readonly WorkSession[],
  { zone, idleMs }: { readonly zone: TimeZone; readonly idleMs: number },
): readonly Part[] {
  const { stated, shown } = completion;
  const worked = isMeasured(shown) ? daysOfEffort(sessions, { zone, idleMs }) : new Map<LocalDate, number>();
  return spread(stated, worked.size > 0 ? worked : daysOfStay(completion, zone));
}

/** Whether the time of all of it is known here. */
export const isMeasured = ({ elsewhere }: Completion['shown']): boolean => elsewhere === 0;

/** Somebody who was waived, or learned elsewhere. */
function daysOfStay(
  { shown, enrolledAt, completedAt }: Pick<Completion, 'shown' | 'enrolledAt' | 'completedAt'>,
  zone: TimeZone,
): ReadonlyMap<LocalDate, number> {
  const last = Date.parse(completedAt);
  const first = Math.max(
    isMeasured(shown) ? last : Math.min(Date.parse(enrolledAt), last),
    last - (mostDays - 1) * dayMs,
  );
  const days = new Map<LocalDate, number>([[localDateOf(last, zone), 1]]);
  for (let at = first; at < last; at += dayMs) days.set(localDateOf(at, zone), 1);
  return days;
}
