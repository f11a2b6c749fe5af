import type { AuVerdict, Satisfaction, SessionProgress, SessionTerms } from '@sinau/cmi5';
import type { PersonId } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';

/** What a registration knows of one AU. Absent AUs were never launched nor waived. */
export interface AuRecord extends AuVerdict {
  /** Last launch, ISO 8601 UTC. */
  readonly launchedAt?: string;
  /** Of a part of another system: the result whose score stands. */
  readonly result?: string;
}

/** The latest session of a registration; there is at most one that is open (cmi5 9.3.6). */
export interface AuSession {
  readonly auIndex: number;
  readonly terms: SessionTerms;
  readonly progress: SessionProgress;
  readonly launchedAt: string;
  /** The server judges what is done in it; statements of its page are not taken (case L10). */
  readonly judgedByServer?: true;
  /** The page plays a Tin Can package, which reports under this activity and knows no session. */
  readonly tincan?: { readonly activityId: string };
  /** Arrival of the AU's last statement. */
  readonly lastStatementAt?: string;
  /** Arrival of `terminated`, or of the reason to abandon; nothing new is taken from the AU any more. */
  readonly endedAt?: string;
  /** SHA-256 of the one-time secret in the fetch URL. */
  readonly fetchHash: string;
  readonly fetchedAt?: string;
  /** SHA-256 of the secret in the auth token; absent until it was fetched. */
  readonly tokenHash?: string;
}

/** All that delivery knows of one registration: the truth for the learner's next click. Times are ISO 8601 UTC. */
export interface DeliveryRegistration {
  /** xAPI registration, a lower-case UUID. */
  readonly registration: string;
  /** Absent for a guest. */
  readonly personId?: PersonId;
  readonly courseId: string;
  /** Published version of the course. */
  readonly version: number;
  readonly actor: Account;
  readonly createdAt: string;
  /** By AU index. */
  readonly aus: Readonly<Record<number, AuRecord>>;
  readonly satisfaction: Satisfaction;
  readonly courseSatisfiedAt?: string;
  /** When the newest result of another system that changed anything here happened there. */
  readonly lastResultAt?: string;
  readonly session?: AuSession;
  /** A provider or reviewer tries the course: nothing of it reaches the national records. */
  readonly trial?: true;
  /** Set when the enrolment was cancelled; nothing is launched any more. */
  readonly closedAt?: string;
  /** Counts the changes, from 1; a writer names the one it has read. */
  readonly rev: number;
}
