import type { Account } from '@sinau/xapi';
import type { AuVerbName, LaunchMode } from './vocabulary.ts';

/** What the launch fixed for one session; every statement of the AU is held against it. */
export interface SessionTerms {
  readonly sessionId: string;
  readonly registration: string;
  /** The learner as handed to the AU (9.2). */
  readonly actor: Account;
  /** The LMS's id of the AU, the object of its defined statements (8.1.5). */
  readonly activityId: string;
  /** The AU's id in the course structure (9.6.2.3). */
  readonly publisherId: string;
  readonly launchMode: LaunchMode;
  readonly masteryScore?: number;
}

/** How far a session has come. */
export interface SessionProgress {
  /** The AU has read LMS.LaunchData, so it can know its context template (10.2.1.0-4). */
  readonly launchDataRead: boolean;
  /** The AU has asked for cmi5LearnerPreferences, whether or not they exist (11.0.0.0-3). */
  readonly preferencesRead: boolean;
  /** Id of the accepted statement of each defined verb; a verb is used once a session (9.3.0.0-2). */
  readonly accepted: Readonly<Partial<Record<AuVerbName, string>>>;
  readonly abandoned: boolean;
}

/** What a learner has reached in one AU, over all sessions of a registration. */
export interface AuVerdict {
  readonly completed: boolean;
  /** The latest judgement; once passed it never changes (9.3.0.0-7 and -8). */
  readonly judged?: 'passed' | 'failed';
  readonly waived: boolean;
  /** Scaled score of the latest judgement that gave one. */
  readonly score?: number;
  /** Percent, as the AU told last; 100 once completed. */
  readonly progress?: number;
}

export const untouched: AuVerdict = { completed: false, waived: false };

export const openedSession: SessionProgress = {
  launchDataRead: false,
  preferencesRead: false,
  accepted: {},
  abandoned: false,
};

/** True while the AU may still speak: it was neither terminated nor abandoned. */
export function isOpen(session: SessionProgress): boolean {
  return !session.abandoned && session.accepted.terminated === undefined;
}

/** Everything the rules look at for one session. */
export interface SessionState {
  readonly terms: SessionTerms;
  readonly session: SessionProgress;
  readonly verdict: AuVerdict;
}

/** A broken rule. */
export interface Refusal {
  /** Requirement id of the cmi5 specification. */
  readonly requirement: string;
  /** What is wrong and what to send instead, in plain English. */
  readonly message: string;
}
