import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const starValues = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof starValues)[number];

/** As everybody sees it, from five ratings up. */
export interface RatingView {
  /** With one decimal. */
  readonly average: number;
  readonly count: number;
}

/** What the reader said of a course. */
export interface OwnRating {
  readonly stars: Stars;
  readonly comment: string;
  /** An operator has hidden the comment. */
  readonly hidden: boolean;
}

export interface CommentView {
  readonly commentId: string;
  readonly stars: Stars;
  /** Absent: hidden. */
  readonly text?: string;
  /** ISO date. */
  readonly day: string;
  readonly state: 'shown' | 'reported' | 'hidden';
}

export interface CourseRatingsView {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** Absent for fewer than five ratings; then there is nothing else. */
  readonly rating?: RatingView;
  readonly histogram: Readonly<Record<Stars, number>>;
  readonly comments: readonly CommentView[];
  readonly next?: string;
}

export interface ReportView {
  readonly reportId: string;
  readonly courseTitle: LanguageMap;
  readonly text: string;
  readonly stars: Stars;
  readonly at: string;
}

export interface RatingsPorts {
  rate(
    person: PersonPrincipal,
    courseId: string,
    rating: { readonly stars: Stars; readonly comment: string },
  ): Promise<void>;
  withdraw(person: PersonPrincipal, courseId: string): Promise<void>;
  /** Of a course of the author's own provider; a foreign one is absent. */
  ofCourse(person: PersonPrincipal, courseId: string, after?: string): Promise<CourseRatingsView>;
  report(person: PersonPrincipal, courseId: string, commentId: string): Promise<void>;
  /** For operators. */
  reports(): Promise<{
    readonly reported: readonly ReportView[];
    readonly hidden: readonly ReportView[];
  }>;
  decide(report: {
    readonly from: 'reported' | 'hidden';
    readonly reportId: string;
    readonly decision: 'hide' | 'keep';
  }): Promise<void>;
}
