import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { ClassifiedNames } from '../course/classification.ts';
import type { TrialPorts } from '../player/ports.ts';
import type { QuestionForm } from '../questions/ports.ts';
import type { ModuleView } from '../studio/module-ports.ts';
import type { ChangeView, CourseFacts, CourseSettings, ReviewComment, ReviewView } from '../studio/ports.ts';

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
  readonly classified?: ClassifiedNames;
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

/** A quiz with all its questions and what is right. Texts are words alone; lines stay. */
export interface ReviewedQuiz {
  readonly course: LanguageMap;
  readonly title: LanguageMap;
  readonly sections: readonly {
    readonly name?: string;
    /** So many are drawn for each attempt. */
    readonly pick?: number;
    readonly questions: readonly ReviewedQuestion[];
  }[];
}

export interface ReviewedQuestion {
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly points: number;
  /** `share`: what the answer is worth, 1 for all points; 0 and below is wrong. */
  readonly answers: readonly ReviewedAnswer[];
  readonly explanation?: string;
}

export interface ReviewedAnswer {
  readonly share: number;
  readonly text?: string;
  /** In place of a text: right from `value - tolerance` to `value + tolerance`. */
  readonly number?: { readonly value: number; readonly tolerance: number; readonly unit?: string };
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
  /** Rejects as for any absent course when the version has no such quiz. */
  quizOf(person: PersonPrincipal, at: VersionPlace, moduleId: string): Promise<ReviewedQuiz>;
  comment(person: PersonPrincipal, at: VersionPlace, text: string): Promise<void>;
  decide(person: PersonPrincipal, at: VersionPlace, decision: ReviewDecision): Promise<void>;
  /** That version as a learner would see it, and would run it. */
  readonly preview: TrialPorts;
}
