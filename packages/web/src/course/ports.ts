import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';

/** What an assignable unit asks for before it counts as finished (cmi5 10.2.1). */
export type Criterion =
  | 'passed'
  | 'completed'
  | 'completed-and-passed'
  | 'completed-or-passed'
  | 'not-applicable';

/** One part (assignable unit) in the outline with the learner's state. */
export interface PartView {
  readonly kind: 'part';
  readonly id: string;
  readonly title: LanguageMap;
  readonly description?: LanguageMap;
  readonly state: 'not-started' | 'started' | 'done' | 'waived';
  readonly criterion: Criterion;
  /** 0 to 100. */
  readonly masteryScore?: number;
  /** Best score so far, 0 to 100. */
  readonly score?: number;
  /** Tried and not passed, so far. */
  readonly failed?: boolean;
  /** What the part itself reports, 0 to 100. */
  readonly percent?: number;
  readonly ownWindow: boolean;
  /** When the record store last stored something of it; absent before the first statement. */
  readonly savedAt?: string;
}

export interface BlockView {
  readonly kind: 'block';
  readonly id: string;
  readonly title: LanguageMap;
  readonly nodes: readonly OutlineNode[];
}

export type OutlineNode = PartView | BlockView;

export interface EnrolmentView {
  readonly state: 'active' | 'completed';
  readonly enrolledAt: string;
  readonly completedAt?: string;
}

export interface CourseView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly description?: LanguageMap;
  readonly provider: string;
  readonly jp?: Jp;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly minutes?: number;
  readonly version: number;
  readonly status: 'draft' | 'published' | 'retired';
  readonly outline: readonly OutlineNode[];
  /** Absent: not enrolled. */
  readonly enrolment?: EnrolmentView;
}

export interface CoursePorts {
  /** Throws a DomainError that leads to 404 when the course is absent or not visible to this person. */
  courseOf(person: PersonPrincipal, courseId: string): Promise<CourseView>;
  enrol(person: PersonPrincipal, courseId: string): Promise<void>;
  cancelEnrolment(person: PersonPrincipal, courseId: string): Promise<void>;
}
