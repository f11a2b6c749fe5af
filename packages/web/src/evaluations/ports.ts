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
