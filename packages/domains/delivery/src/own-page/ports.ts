import type { Locale, PersonId } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';

/** What content calls its learner; identity answers. */
export interface LearnerPort {
  /** Undefined when there is no such person (any more). */
  find(personId: PersonId): Promise<{ readonly name: string } | undefined>;
}

/** What a launch left in the record store for its AU to read. */
export interface LaunchDocuments {
  readLaunch(launch: {
    readonly activityId: string;
    readonly agent: Account;
    readonly registration: string;
    readonly trial?: boolean;
  }): Promise<{ readonly returnUrl?: string; readonly locale?: Locale }>;
}
