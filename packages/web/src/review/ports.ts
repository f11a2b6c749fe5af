import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { TrialPorts } from '../player/ports.ts';
import type {
  ChangeView,
  CourseFacts,
  CourseSettings,
  ModuleView,
  ReviewComment,
  ReviewView,
} from '../studio/ports.ts';

export const checklistItems = ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

export interface OpenReview {
  readonly courseId: string;
  readonly version: number;
  readonly title: LanguageMap;
  readonly submittedBy: string;
  readonly submittedAt: string;
}

export interface ReviewedVersion {
  readonly courseId: string;
  readonly version: number;
  /** Names what was read: an approval is refused when what it does to learners has changed since. */
  readonly rev: number;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly jp?: Jp;
  readonly provider: string;
  readonly facts: CourseFacts;
  readonly modules: readonly ModuleView[];
  readonly versionRule: CourseSettings['versionRule'];
  readonly changes?: ChangeView;
  readonly state: ReviewView['state'];
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly checked: readonly ChecklistItem[];
  readonly comments: readonly ReviewComment[];
  /** False for whoever submitted it. */
  readonly mayDecide: boolean;
}

export type ReviewDecision =
  | {
      readonly outcome: 'approve';
      readonly rev: number;
      readonly checked: readonly ChecklistItem[];
      readonly comment?: string;
    }
  | { readonly outcome: 'return'; readonly checked: readonly ChecklistItem[]; readonly comment: string };

/** One version of one course. */
export interface VersionPlace {
  readonly courseId: string;
  readonly version: number;
}

/** What reviewers of the platform see and decide. */
export interface ReviewPorts {
  waiting(person: PersonPrincipal): Promise<readonly OpenReview[]>;
  versionOf(person: PersonPrincipal, at: VersionPlace): Promise<ReviewedVersion>;
  comment(person: PersonPrincipal, at: VersionPlace, text: string): Promise<void>;
  decide(person: PersonPrincipal, at: VersionPlace, decision: ReviewDecision): Promise<void>;
  /** That version as a learner would see it, and would run it. */
  readonly preview: TrialPorts;
}
