import type { DutyChanged, DutyExceptionChanged, DutyStanding } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import type { Duty } from '../duty/duty.ts';
import type { DutyException } from '../exceptions/exception.ts';
import { isExceptionRow, readException } from './exceptions-store.ts';
import { isDutyRow, readDuty } from './rows.ts';

/** What one change of a row tells; the table's stream is the outbox. A change of what is to be told next is none. */
export function obligationFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (DutyChanged | DutyExceptionChanged)[] {
  if (change.after && isExceptionRow(change.after)) return [exceptionFact(readException(change.after))];
  return dutyFacts(change);
}

function dutyFacts(change: { readonly before?: Item; readonly after?: Item }): readonly DutyChanged[] {
  if (!change.after || !isDutyRow(change.after)) return [];
  const duty = readDuty(change.after);
  const after = tellOf(duty);
  const before = change.before && tellOf(readDuty(change.before));
  if (before && isSame(before, after)) return [];
  const { personId, obligationId, period, courseId, rev, changedAt: occurredAt } = duty;
  const eventId = `duty-changed:${personId}:${obligationId}:${period}:${courseId}:${rev}`;
  return [{ eventId, type: 'duty-changed', occurredAt, ...(before && { before }), after }];
}

/** Whose duty a change is about, for whoever counts people; undefined for every other row. */
export function changedDuty(change: { readonly before?: Item; readonly after?: Item }): PersonId | undefined {
  return dutyFacts(change)[0] && change.after && readDuty(change.after).personId;
}

function exceptionFact(exception: DutyException): DutyExceptionChanged {
  const { agencyId, obligationId, personId, kind, state, reason, rev } = exception;
  return {
    eventId: `duty-exception-changed:${personId}:${obligationId}:${rev}`,
    ...{ type: 'duty-exception-changed', occurredAt: exception.changedAt },
    ...{ agencyId, obligationId, personId, kind, state, reason, rev },
    ...(exception.kind === 'exempt' && exception.until !== undefined && { until: exception.until }),
    ...(exception.kind === 'later-day' && { dueOn: exception.dueOn }),
  };
}

function tellOf(duty: Duty): DutyStanding {
  const { agencyId, unitId, obligationId, period, personId, courseId } = duty;
  const { dueOn, overAt, state, since, changedAt, rev } = duty;
  return {
    ...{ agencyId, obligationId, period, personId, courseId, dueOn, overAt, state, since, changedAt, rev },
    ...(unitId !== undefined && { unitId }),
    ...(duty.state === 'required' && duty.obstacle === 'course-closed' && { closed: true }),
    ...(duty.extendedFrom !== undefined && { extended: true }),
    ...((duty.released === 'course-skipped' || duty.released === 'course-replaced') && {
      released: duty.released,
    }),
  };
}

const isSame = (a: DutyStanding, b: DutyStanding): boolean =>
  a.state === b.state &&
  a.unitId === b.unitId &&
  a.closed === b.closed &&
  a.dueOn === b.dueOn &&
  a.overAt === b.overAt &&
  a.agencyId === b.agencyId;
