import { DomainError } from '@sinau/kernel';

/** The person already holds an enrolment of this course. */
export class AlreadyEnrolled extends DomainError {
  readonly code = 'enrolment.already-enrolled';

  constructor() {
    super('You are already enrolled in this course.');
  }
}

/** Absent, draft and retired courses get the same answer, so that drafts cannot be probed. */
export class CourseNotOpen extends DomainError {
  readonly code = 'enrolment.course-not-open';

  constructor() {
    super('This course is not open for enrolment.');
  }
}

/** The same answer for an enrolment that is absent and one that belongs to somebody else (case C2). */
export class EnrolmentNotFound extends DomainError {
  readonly code = 'enrolment.not-found';

  constructor() {
    super('You are not enrolled in this course.');
  }
}

/** A finished enrolment cannot be cancelled. */
export class EnrolmentNotActive extends DomainError {
  readonly code = 'enrolment.not-active';

  constructor() {
    super('This enrolment is already finished.');
  }
}
