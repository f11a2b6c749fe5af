import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const reactionNames = ['relevance', 'delivery', 'organisation', 'intention'] as const;
export type ReactionName = (typeof reactionNames)[number];
export const obstacleNames = [
  ...(['none', 'no-occasion', 'no-time', 'no-support'] as const),
  ...(['no-means', 'not-sure-how', 'not-fitting', 'other'] as const),
] as const;
export type ObstacleName = (typeof obstacleNames)[number];

export const fourScores = ['1', '2', '3', '4'] as const;
export const fiveScores = ['1', '2', '3', '4', '5'] as const;

/** What was completed. */
export interface CompletedView {
  readonly evaluationId: string;
  readonly kind: 'course' | 'event';
  /** Of the course or event. */
  readonly subjectId: string;
  readonly title: LanguageMap;
  /** ISO 8601 UTC. */
  readonly completedAt: string;
}

export interface AppliedAnswerView {
  readonly applied: number;
  readonly obstacle: ObstacleName;
  readonly example?: string;
}

/** What a learner is asked about one completion, and has said. */
export interface OwnEvaluationView extends CompletedView {
  readonly reaction?: Readonly<Record<ReactionName, number>> & { readonly comment?: string };
  readonly learning?: { readonly before: number; readonly after: number };
  /** Percent that the course gave itself. */
  readonly score?: number;
  /** Until when levels 1 and 2 take answers; absent: not now. */
  readonly endOpenUntil?: string;
  readonly applied?: AppliedAnswerView;
  /** Level 3 was asked then. */
  readonly askedAt?: string;
  readonly appliedOpenUntil?: string;
  readonly supervisorAnswered: boolean;
  /** It waits for an answer. */
  readonly waits: boolean;
}

/** What a supervisor is asked about one of their team. */
export interface TeamEvaluationView extends CompletedView {
  readonly personId: string;
  readonly name: string;
  readonly answer?: AppliedAnswerView;
  readonly openUntil?: string;
}

/** Levels 1 and 2; a level that is not said stays as it was. */
export interface EndAnswerOrder {
  readonly reaction?: Readonly<Record<ReactionName, number>> & { readonly comment?: string };
  readonly learning?: { readonly before: number; readonly after: number };
}

export interface TeamPlace {
  readonly personId: string;
  readonly evaluationId: string;
}

export interface EvaluationsPorts {
  /** The newest completion first. */
  listOf(person: PersonPrincipal): Promise<readonly OwnEvaluationView[]>;
  evaluationOf(person: PersonPrincipal, evaluationId: string): Promise<OwnEvaluationView>;
  answerEnd(person: PersonPrincipal, evaluationId: string, answer: EndAnswerOrder): Promise<void>;
  answerApplied(person: PersonPrincipal, evaluationId: string, answer: AppliedAnswerView): Promise<void>;
  /** The newest completion first. */
  teamOf(person: PersonPrincipal): Promise<readonly TeamEvaluationView[]>;
  teamEvaluationOf(person: PersonPrincipal, place: TeamPlace): Promise<TeamEvaluationView>;
  answerAsSupervisor(person: PersonPrincipal, place: TeamPlace, answer: AppliedAnswerView): Promise<void>;
}

export interface QuestionView {
  /** Of the lowest score first. */
  readonly counts: readonly number[];
  readonly mean?: number;
}

/** What one side said on one level; of five answers or more. */
export interface GroupView {
  readonly answers: number;
  readonly questions: Readonly<Record<string, QuestionView>>;
  readonly obstacles?: Readonly<Record<string, number>>;
}

export interface ResultsView {
  readonly completed: number;
  readonly askedLearners: number;
  readonly askedSupervisors: number;
  readonly score?: { readonly mean: number; readonly of: number };
  readonly reaction?: GroupView;
  readonly learning?: GroupView & { readonly gain: number };
  readonly applied?: GroupView;
  readonly supervisor?: GroupView;
}

export interface SubjectLine extends ResultsView {
  readonly kind: 'course' | 'event';
  readonly subjectId: string;
  readonly title: LanguageMap;
  /** Name of whose it is. */
  readonly owner: string;
}

export interface OwnerLine extends ResultsView {
  readonly ownerKey: string;
  readonly owner: string;
  readonly subjects: number;
}

export interface ResultsWish {
  readonly year?: number;
  readonly kind?: 'course' | 'event';
  readonly owner?: string;
}

/** Results of a year, as far as they may be told. */
export interface YearResultsView {
  readonly year: number;
  /** Newest first. */
  readonly years: readonly number[];
  readonly kind?: 'course' | 'event';
  readonly owner?: string;
  /** Whose courses and events there are this year. */
  readonly choices: readonly { readonly ownerKey: string; readonly owner: string }[];
  readonly all: ResultsView;
  readonly owners: readonly OwnerLine[];
  readonly subjects: readonly SubjectLine[];
}

export const wordGroups = ['reaction', 'applied', 'supervisor'] as const;
export type WordGroup = (typeof wordGroups)[number];

/** What was written, with nobody behind it. */
export interface WordsView {
  readonly words: readonly { readonly text: string; readonly month: string }[];
  readonly next?: string;
}

export interface SubjectResultsView extends SubjectLine {
  readonly year: number;
  readonly years: readonly number[];
  readonly words: Readonly<Record<WordGroup, WordsView>>;
}

export interface SubjectWish {
  readonly kind: 'course' | 'event';
  readonly subjectId: string;
  readonly year?: number;
  /** A further page of what was written. */
  readonly page?: { readonly of: WordGroup; readonly token: string };
}

/** Results for an agency or a provider; whatever is not theirs is absent. */
export interface EvaluationResultsPorts {
  yearOf(person: PersonPrincipal, wish: ResultsWish): Promise<YearResultsView>;
  subjectOf(person: PersonPrincipal, wish: SubjectWish): Promise<SubjectResultsView>;
  /** Of a course of the author's own provider, also while nobody has finished it; a foreign one is absent. */
  ownCourseOf(person: PersonPrincipal, wish: SubjectWish): Promise<SubjectResultsView>;
  /** The same of an event that the provider holds. */
  ownEventOf(person: PersonPrincipal, wish: SubjectWish): Promise<SubjectResultsView>;
  /** One line a course or event. */
  fileOf(
    person: PersonPrincipal,
    wish: ResultsWish & { readonly format: 'csv' | 'xlsx'; readonly language: 'id' | 'en' },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
