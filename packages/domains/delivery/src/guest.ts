import type { Account } from '@sinau/xapi';

/** A registration of a learner whom another system names: no person of this deployment, no enrolment, no agency. */
export interface GuestRegistration {
  /** xAPI registration, a lower-case UUID. */
  readonly registration: string;
  readonly courseId: string;
  /** Published version of the course. */
  readonly version: number;
  readonly actor: Account;
  /** API client that brought the learner, or the person who tries the course. */
  readonly clientId: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** A test launch: any frozen version, and everything stays in the sandbox. */
  readonly trial?: true;
}
