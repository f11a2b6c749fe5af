import type { Obligation } from '../obligation.ts';
import type { CourseDesk, DutyStore, ObligationStore } from '../ports.ts';
import { orderOf } from './course-order.ts';
import { type Duty, isOpen } from './duty.ts';

/**
 * Tells enrolment of another day or reason, where the course is open to the person or they wait for it. Of several duties for one
 * course the one that is due first stands there.
 */
export async function passTerms(
  deps: {
    readonly obligations: Pick<ObligationStore, 'find'>;
    readonly duties: Pick<DutyStore, 'dutiesOf'>;
    readonly desk: Pick<CourseDesk, 'give'>;
  },
  {
    before,
    after,
    obligation,
  }: { readonly before: Duty; readonly after: Duty; readonly obligation: Obligation },
): Promise<void> {
  if (!isOpen(before) || !isOpen(after)) return;
  if (before.dueOn === after.dueOn && before.edition === after.edition) return;
  if (after.state === 'required' && after.obstacle !== 'waiting') return;
  const all = await deps.duties.dutiesOf(after.personId);
  const rivals = all.filter(
    (one) => one.courseId === after.courseId && isOpen(one) && !isSamePlace(one, after),
  );
  const own = rivals.filter(({ obligationId }) => obligationId === after.obligationId);
  const [first = after] = [after, ...own].toSorted(byDay);
  await deps.desk.give(orderOf(obligation, first));
  const [other] = rivals.filter(({ obligationId }) => obligationId !== after.obligationId).toSorted(byDay);
  if (!other || other.dueOn >= first.dueOn) return;
  const theirs = await deps.obligations.find(other.agencyId, other.obligationId);
  if (theirs && theirs.state !== 'ended') await deps.desk.give(orderOf(theirs, other));
}

const byDay = (a: Duty, b: Duty): number => (a.dueOn < b.dueOn ? -1 : 1);

const isSamePlace = (a: Duty, b: Duty): boolean => a.obligationId === b.obligationId && a.period === b.period;
