import type { EnrolmentStore } from '@sinau/enrolment';
import { isOpen, type ObligationsStore, requiredPath } from '@sinau/obligations';
import type { CohortSubject, DutyDirectory } from '@sinau/programmes';

interface Deps {
  readonly duties: Pick<ObligationsStore, 'dutiesOf'>;
  readonly enrolments: Pick<EnrolmentStore, 'findCurrent'>;
}

/** What is required of people, as cohorts ask it: open duties of obligations, and courses that a supervisor or the agency gave them. */
export const cohortDutiesOf = ({ duties, enrolments }: Deps): DutyDirectory => ({
  async isRequired(personId, subject) {
    const [owed, given] = await Promise.all([
      duties.dutiesOf(personId),
      subject.kind === 'course' ? enrolments.findCurrent(personId, subject.courseId) : undefined,
    ]);
    if (given?.assignment && given.state !== 'completed') return true;
    const asked = wordOf(subject);
    return owed.some((duty) => isOpen(duty) && duty.courseId === asked);
  },
});

const wordOf = (subject: CohortSubject): string =>
  subject.kind === 'course' ? subject.courseId : requiredPath(subject.pathId);
