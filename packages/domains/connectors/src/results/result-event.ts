import type { ProviderId } from '@sinau/kernel';
import type { ExternalResult } from '@sinau/rostering';

export const resultSources = ['ags', 'webhook', 'xapi', 'poll', 'file'] as const;
export type ResultSource = (typeof resultSources)[number];

/** Whom and what a result concerns, as far as the way it came in can tell. */
export type ResultSubject =
  | { readonly kind: 'registration'; readonly registration: string; readonly moduleId: string }
  | {
      readonly kind: 'external';
      readonly connectionId: string;
      readonly externalCourseId: string;
      readonly externalLearnerId?: string;
      /** Our pseudonym of the learner for this provider. */
      readonly subject?: string;
    };

type What<Result> = Result extends unknown
  ? Omit<Result, 'externalCourseId' | 'externalLearnerId' | 'subject' | 'eventId'>
  : never;

/** One result as it came in; never changed. Corrections are further events. */
export interface ResultEvent {
  readonly providerId: ProviderId;
  readonly source: ResultSource;
  /** Equal for the same saying however often and by whichever way it comes; else a hash of what it says. */
  readonly eventId: string;
  readonly about: ResultSubject;
  readonly result: What<ExternalResult>;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  /** As it was sent, at most 20 kB of text; personal data of others removed. */
  readonly raw: string;
}
