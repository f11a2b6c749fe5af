import type { ResultEvent } from './result-event.ts';

/** Where a result counts: one part of one learner's way through a course. */
export interface ResultPlace {
  /** Registration of the enrolment; lower-case UUID. */
  readonly registration: string;
  readonly moduleId: string;
}

/** Why nobody could be found for a result. */
export const unmatchedReasons = [
  // Of the course: no course here comes from that one there; or its parts leave open which one is meant.
  'course-unknown',
  'part-unknown',
  // Of the learner: nobody is known by that name; known, and not enrolled; the provider never confirmed them.
  'learner-unknown',
  'not-enrolled',
  'names-differ',
] as const;
export type UnmatchedReason = (typeof unmatchedReasons)[number];

/** What became of a result. `by`: the person who decided; absent when it was found by itself. */
export type ResultDecision =
  | { readonly state: 'placed'; readonly place: ResultPlace; readonly at: string; readonly by?: string }
  | { readonly state: 'unmatched'; readonly reason: UnmatchedReason; readonly at: string }
  | { readonly state: 'set-aside'; readonly note: string; readonly at: string; readonly by: string };

/** A result in the inbox. `new`: nobody has looked yet, which takes seconds. */
export interface InboxResult {
  /** Lower-case UUID, made of what was said by whom. */
  readonly resultId: string;
  readonly event: Omit<ResultEvent, 'sent'>;
  readonly decision: ResultDecision | { readonly state: 'new' };
  /** Counts the decisions; a write names the one it has read. */
  readonly rev: number;
}

export type ResultState = InboxResult['decision']['state'];
