/**
 * What universities say of courses, enrolments and results, in one shape whatever they speak. Readers of each wire shape
 * (Moodle, CSV, …) produce these; nothing else of a provider gets into Sinau. Texts are plain text, trimmed, never markup;
 * times are ISO 8601 UTC.
 */
export interface ExternalCourse {
  /** As the provider names it for good, e.g. the id of a Moodle course; at most 255 characters. */
  readonly externalId: string;
  /** What people call it there, e.g. `ADM310`. */
  readonly code?: string;
  readonly title: string;
  readonly description: string;
  /** Where learners take it; an absolute http(s) URL. */
  readonly url?: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** From when, and until when, learners may enrol; ISO 8601. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** First day of classes there, ISO date; it keeps nobody from enrolling. */
  readonly classesFrom?: string;
  /** Lesson hours of 45 minutes, as the provider states them; > 0. */
  readonly jp?: number;
  /** Credits of a university; > 0. */
  readonly sks?: number;
  /** Whole rupiah for one seat. */
  readonly price?: number;
  /** Integer > 0. */
  readonly seats?: number;
  readonly competencies: readonly string[];
  /** False: the provider says that it follows no completion of it, so scores are all that will come. */
  readonly tellsCompletion?: false;
  /** False: the provider hides it; it counts as withdrawn. */
  readonly visible: boolean;
  readonly modifiedAt?: string;
}

/** What can be told of a learner to a provider beside the pseudonym. */
export type LearnerAttribute = 'name' | 'email' | 'employee-number' | 'agency' | 'unit' | 'locale';

/** What of it the data agreement allows. */
export interface LearnerFacts {
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
  /** NIP or NI PPPK. */
  readonly employeeNumber?: string;
  /** Names of the home agency and the unit, in words. */
  readonly agency?: string;
  readonly unit?: string;
  readonly locale?: string;
}

/** A learner whom a provider is asked to enrol. */
export interface ExternalLearner {
  /** Pseudonym for this provider; the same at every request and launch. */
  readonly subject: string;
  /**
   * Those of these facts that may be told, noted as told before it resolves: whoever asks sends all of what comes. Nothing else about the
   * learner is to be had.
   */
  tell(attributes: readonly LearnerAttribute[]): Promise<LearnerFacts>;
}

/** One learner in one course at the provider. */
export interface ExternalEnrolment {
  readonly externalCourseId: string;
  /** Id of the person at the provider. */
  readonly externalLearnerId: string;
  /** The id is a name of the person that a table calls them by, and is kept nowhere. */
  readonly calledBy?: 'email' | 'employee-number';
  /** The pseudonym we gave, or another name of ours that the provider keeps beside its own (idnumber, e-mail). */
  readonly subject?: string;
  /** Name of the account, where the provider's own tool made it at a launch. */
  readonly launchedAccount?: string;
  readonly state: 'active' | 'ended';
}

export const resultKinds = ['score', 'completion', 'credential'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** One thing a provider says of one learner in one course. Kinds are kept apart: a score is no proof of completion. */
export type ExternalResult = {
  readonly externalCourseId: string;
  readonly externalLearnerId?: string;
  readonly subject?: string;
  /** When it happened there. */
  readonly occurredAt: string;
  /** The provider tells no time: `occurredAt` is that of our question, and it holds anew whenever it is told anew. */
  readonly untimed?: true;
  /** The provider's own id of this saying; absent where it has none. */
  readonly eventId?: string;
} & (
  | {
      readonly kind: 'score';
      readonly given: number;
      readonly maximum: number;
      readonly isFinal: boolean;
      /** The scores before are taken back, and there is none: `given` is 0 and means nothing. */
      readonly withdrawn?: true;
    }
  | { readonly kind: 'completion'; readonly completed: boolean; readonly passed?: boolean }
  | {
      readonly kind: 'credential';
      readonly number: string;
      readonly url?: string;
      readonly issuedOn?: string;
    }
);
