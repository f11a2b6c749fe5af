import type { Brand, PersonId } from '@sinau/kernel';
import * as z from 'zod';

export type EnrolmentId = Brand<'EnrolmentId'>;

/** xAPI registration of everything the learner does under one enrolment; a lower-case UUID. */
export type Registration = Brand<'Registration'>;

export type EnrolmentState = 'active' | 'completed' | 'cancelled';

/** Times are ISO 8601 UTC with milliseconds. */
export interface Enrolment {
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly courseId: string;
  /** Published version of the course that the learner takes, from 1. */
  readonly version: number;
  readonly registration: Registration;
  readonly state: EnrolmentState;
  readonly enrolledAt: string;
  readonly completedAt?: string;
  readonly cancelledAt?: string;
  /** When the record store last stored a statement of this enrolment. */
  readonly lastActivityAt?: string;
}

/** All that a request to enrol may say. Strict: a body with `personId`, `state` or `score` is refused (case D2). */
export const enrolRequestSchema = z.strictObject({
  courseId: z.string().regex(/^[\w-]{1,64}$/),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;
