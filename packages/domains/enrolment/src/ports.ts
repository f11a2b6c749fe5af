import type { PersonId } from '@sinau/kernel';
import type { Enrolment, Registration } from './enrolment.ts';

/** The catalogue, as far as enrolment needs it. */
export interface CourseDirectory {
  /** The version a learner who enrols now will take; undefined when the course is absent, draft or retired. */
  openVersion(courseId: string): Promise<{ readonly version: number } | undefined>;
}

/**
 * Enrolments, kept for good. Reads see every write that was answered before. Every method rejects with
 * `Unavailable` when the store does not answer; then nothing was written.
 */
export interface EnrolmentStore {
  /** Stores a new active enrolment unless the person holds one of that course that is not cancelled. */
  create(enrolment: Enrolment): Promise<'created' | 'already-enrolled'>;
  /** The one enrolment of person and course that is not cancelled. */
  findCurrent(personId: PersonId, courseId: string): Promise<Enrolment | undefined>;
  /** In any state. */
  findByRegistration(registration: Registration): Promise<Enrolment | undefined>;
  /** Every enrolment of the person that is not cancelled, in no particular order. */
  listCurrent(personId: PersonId): Promise<readonly Enrolment[]>;
  /** `active → completed`; otherwise tells the state that stood in the way. */
  complete(
    registration: Registration,
    completedAt: string,
  ): Promise<'completed' | 'was-completed' | 'was-cancelled' | 'absent'>;
  /** `active → cancelled`, and frees person and course for a new enrolment. */
  cancel(enrolment: Enrolment, cancelledAt: string): Promise<'cancelled' | 'not-active'>;
  /** Moves `lastActivityAt` forward to `at`; does nothing for an older time, another person or an absent row. */
  noteActivity(activity: {
    readonly registration: Registration;
    readonly personId: PersonId;
    readonly at: string;
  }): Promise<void>;
}
