import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { EnrolmentEnded } from '@sinau/domain-events';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import { type TellDeps, tell } from '../shared/tell.ts';

/** Tells whose seat went back because they had not begun, and whoever had approved of it. Everybody else has left by themselves, or hears it elsewhere. */
export async function tellOfRelease(
  deps: TellDeps & {
    readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
    readonly courses: Pick<CourseStore, 'find'>;
  },
  fact: EnrolmentEnded,
): Promise<void> {
  const enrolment = await deps.enrolments.findByRegistration(fact.registration as Registration);
  if (enrolment?.endedBy?.by !== 'quota') return;
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  const { personId, registration, decision, endedBy } = enrolment;
  const params = { courseTitle: course.title, days: endedBy.days };
  const link = `/courses/${fact.courseId}`;
  const eventId = `seat-released:${registration}`;
  await tell(deps, { eventId, personId }, { kind: 'seat-released', params, link });
  if (!decision?.approved || decision.by === personId) return;
  const learner = (await deps.people.find(personId))?.name ?? '–';
  await tell(
    deps,
    { eventId: `${eventId}:approver`, personId: decision.by },
    { kind: 'seat-released', params: { ...params, learner }, link },
  );
}
