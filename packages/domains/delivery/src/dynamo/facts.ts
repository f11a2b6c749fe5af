import type { CourseSatisfied, ProgressMade } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { AuSession, DeliveryRegistration } from '../registration.ts';
import { isRegistrationRow, readRegistration } from './rows.ts';

/**
 * The facts that one change of a row tells; the table's stream is the outbox. The event id is the same each time a change
 * is told, and a course that was satisfied stays so.
 */
export function deliveryFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (CourseSatisfied | ProgressMade)[] {
  const { before, after } = change;
  if (!after || !isRegistrationRow(after)) return [];
  const state = readRegistration(after);
  return [...progressIn(before, after, state), ...satisfiedIn(before, state)];
}

function satisfiedIn(before: Item | undefined, state: DeliveryRegistration): readonly CourseSatisfied[] {
  const { personId } = state;
  // A guest has no enrolment that could follow.
  if (personId === undefined) return [];
  if (state.courseSatisfiedAt === undefined || before?.courseSatisfied === true) return [];
  return [
    {
      eventId: `course-satisfied:${state.registration}`,
      occurredAt: state.courseSatisfiedAt,
      type: 'course-satisfied',
      registration: state.registration,
      personId,
      courseId: state.courseId,
      courseVersion: state.version,
    },
  ];
}

/** Most changes note a statement or a share of progress, and tell nothing. */
function progressIn(
  before: Item | undefined,
  after: Item,
  state: DeliveryRegistration,
): readonly ProgressMade[] {
  const { registration, personId, courseId, trial, rev, session, lastResultAt } = state;
  const happened = [session && latestOf(session), lastResultAt].filter((at) => at !== undefined);
  const occurredAt = happened.toSorted().at(-1);
  if (trial || occurredAt === undefined || before?.rev === rev) return [];
  if (before && outlineOf(before) === outlineOf(after)) return [];
  return [
    {
      eventId: `progress-made:${registration}:${rev}`,
      occurredAt,
      type: 'progress-made',
      registration,
      courseId,
      ...(occurredAt === lastResultAt && { elsewhere: true }),
      ...(personId !== undefined && { personId }),
      ...(session && { session: spanOf(session) }),
    },
  ];
}

const spanOf = ({ terms, launchedAt, lastStatementAt }: AuSession) => ({
  ...{ sessionId: terms.sessionId, from: launchedAt, to: lastStatementAt ?? launchedAt },
});

const latestOf = ({ endedAt, lastStatementAt, launchedAt }: AuSession): string =>
  endedAt ?? lastStatementAt ?? launchedAt;

/**
 * What was launched and reached, in which version, whether the session runs, and which results of other systems stand; without scores
 * and shares of sessions.
 */
function outlineOf(row: Item): string {
  const { version, courseSatisfiedAt, aus, session } = readRegistration(row);
  const parts = Object.entries(aus).map(([index, { completed, judged, waived, launchedAt, result }]) =>
    [index, completed, judged, waived, launchedAt, result].join(' '),
  );
  const running = [session?.terms.sessionId, session?.endedAt, session?.progress.abandoned];
  return JSON.stringify([version, courseSatisfiedAt, running, parts]);
}
