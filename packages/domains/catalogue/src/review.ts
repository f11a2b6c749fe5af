import type { LanguageMap, ProviderId } from '@sinau/kernel';
import type { CourseId } from './course.ts';

/** What a reviewer looks at before learners see a version. */
export const checklist = ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'] as const;
export type ChecklistItem = (typeof checklist)[number];

/** Who did something in a review: a person, or the API client of a provider. */
export interface ReviewParty {
  readonly id: string;
  readonly name: string;
}

export interface ReviewComment {
  readonly by: ReviewParty;
  readonly side: 'author' | 'reviewer';
  readonly at: string;
  readonly text: string;
  /** The module it is about; absent: the whole. */
  readonly moduleId?: string;
}

/** `submitted → approved | returned | withdrawn`; approval publishes. Times are ISO 8601 UTC. */
export interface Review {
  readonly courseId: CourseId;
  readonly version: number;
  readonly providerId: ProviderId;
  /** Of the version; for lists. */
  readonly title: LanguageMap;
  readonly state: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  readonly submittedBy: ReviewParty;
  readonly submittedAt: string;
  readonly decidedBy?: ReviewParty;
  readonly decidedAt?: string;
  readonly checked: readonly ChecklistItem[];
  readonly comments: readonly ReviewComment[];
  readonly rev: number;
}

export const maxReviewComments = 200;
