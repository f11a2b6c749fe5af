import type { Part } from '../ledger/entry.ts';
import { type LocalDate, localDateOf, type TimeZone } from '../local-date.ts';
import type { Completion } from '../ports.ts';
import { daysOfEffort } from './days-of-effort.ts';
import { daysOfSigns } from './days-of-signs.ts';
import type { WorkSession } from './sessions.ts';
import { spread } from './spread.ts';

type Given = Pick<Completion, 'stated' | 'shown' | 'elsewhere' | 'enrolledAt' | 'completedAt'>;

/**
 * What was earned on which day of the learner. Parts count alike: those that are shown here by the work of each day, those of
 * other systems by the days of which there is a sign. The enrolment is none: who enrols early has not learned since.
 */
export function partsOfCompletion(
  completion: Given,
  sessions: readonly WorkSession[],
  { zone, idleMs }: { readonly zone: TimeZone; readonly idleMs: number },
): readonly Part[] {
  const { stated, shown, completedAt } = completion;
  const worked = daysOfEffort(sessions, { zone, idleMs });
  const away = isMeasured(shown) ? noDays : daysOfSigns(signsOf(completion), zone);
  // Of parts whose records are gone, or that were waived, only the completion is known.
  const done: Days = new Map([[localDateOf(Date.parse(completedAt), zone), 1]]);
  if (away.size === 0) return spread(stated, worked.size > 0 ? worked : done);
  if (worked.size === 0) return spread(stated, away);
  return spread(stated, together(weighted(worked, shown.here), weighted(away, shown.elsewhere)));
}

/** Whether the time of all of it is known here. */
export const isMeasured = ({ elsewhere }: Completion['shown']): boolean => elsewhere === 0;

type Days = ReadonlyMap<LocalDate, number>;
const noDays: Days = new Map();

/**
 * It was done when its provider says so, which is among the signs and may have come days later, else when the course was. Nobody
 * learns before they are enrolled or after it was completed.
 */
function signsOf({ elsewhere, enrolledAt, completedAt }: Given): readonly number[] {
  const last = Date.parse(completedAt);
  const first = Math.min(Date.parse(enrolledAt), last);
  const { signs = [], doneAt } = elsewhere ?? {};
  const isTold = doneAt !== undefined && signs.length > 0;
  return [...signs, ...(isTold ? [] : [completedAt])].map((at) =>
    Math.min(Math.max(Date.parse(at), first), last),
  );
}

/** The same days, which weigh so much together. */
function weighted(days: Days, weight: number): Days {
  const all = [...days.values()].reduce((sum, one) => sum + one, 0);
  return new Map([...days].map(([date, one]) => [date, (one * weight) / all]));
}

function together(some: Days, others: Days): Days {
  const days = new Map(some);
  for (const [date, weight] of others) days.set(date, (days.get(date) ?? 0) + weight);
  return days;
}
