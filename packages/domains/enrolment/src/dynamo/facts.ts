import type { EnrolmentCompleted, EnrolmentCreated } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { Enrolment } from '../enrolment.ts';
import { isEnrolmentRow, readEnrolment } from './rows.ts';

/**
 * The facts that one change of a row tells. The table's stream is the outbox: a change that was committed is told
 * sooner or later, however the writer died, and its event id is the same each time it is told.
 */
export function enrolmentFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (EnrolmentCreated | EnrolmentCompleted)[] {
  const { before, after } = change;
  if (!after || !isEnrolmentRow(after)) return [];
  const enrolment = readEnrolment(after);
  if (!before) return [{ ...fact('enrolment-created', enrolment), occurredAt: enrolment.enrolledAt }];
  if (readEnrolment(before).state === enrolment.state || !enrolment.completedAt) return [];
  return [{ ...fact('enrolment-completed', enrolment), occurredAt: enrolment.completedAt }];
}

function fact<Type extends string>(type: Type, enrolment: Enrolment) {
  const { enrolmentId, personId, courseId, version, registration } = enrolment;
  return {
    eventId: `${type}:${enrolmentId}`,
    type,
    enrolmentId,
    personId,
    courseId,
    courseVersion: version,
    registration,
  };
}
