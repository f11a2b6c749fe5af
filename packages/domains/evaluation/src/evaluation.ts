import {
  type AgencyId,
  addDays,
  type Brand,
  type LanguageMap,
  localDateOf,
  type PersonId,
  type ProviderId,
} from '@sinau/kernel';
import type {
  AppliedScore,
  LearningQuestion,
  LearningScore,
  Obstacle,
  ReactionQuestion,
  ReactionScore,
} from './questions.ts';

/** Of one completion: `c-<registration>` of a course, `e-<event>` of an event. Told to its own people alone. */
export type EvaluationId = Brand<'EvaluationId'>;

export const courseEvaluationId = (registration: string): EvaluationId => `c-${registration}` as EvaluationId;
export const eventEvaluationId = (eventId: string): EvaluationId => `e-${eventId}` as EvaluationId;

/** What is evaluated. */
export interface Subject {
  readonly kind: 'course' | 'event';
  readonly id: string;
}

/** Whose course, or who held the event. */
export type Owner =
  | { readonly kind: 'provider'; readonly providerId: ProviderId }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId };

/** What somebody wrote, as it is told: without addresses and long numbers. `wordsId` is random and says nothing of them. */
export interface Words {
  readonly wordsId: string;
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface Reaction {
  readonly scores: Readonly<Record<ReactionQuestion, ReactionScore>>;
  readonly comment?: Words;
}

export interface Applied {
  readonly applied: AppliedScore;
  readonly obstacle: Obstacle;
  readonly example?: Words;
}

/** What a completion was to somebody, and what came of it. Times are ISO 8601 UTC. */
export interface Evaluation {
  readonly personId: PersonId;
  readonly evaluationId: EvaluationId;
  readonly subject: Subject;
  readonly owner: Owner;
  /** As it was called then. */
  readonly title: LanguageMap;
  /** Home agency then; its results hold it, wherever the person goes. */
  readonly agencyId?: AgencyId;
  readonly completedAt: string;
  /** Of the completion, in western Indonesia; results are by year. */
  readonly year: number;
  /** Final score of the course, whole percent; absent where it gives none. */
  readonly score?: number;
  /** `withdrawn`: the completion was taken back. Answers stay, count nowhere, and count again if it is given back. */
  readonly state: 'standing' | 'withdrawn';
  readonly reaction?: Reaction;
  readonly learning?: Readonly<Record<LearningQuestion, LearningScore>>;
  /** When level 3 was asked, and of whom beside the learner. */
  readonly asked?: { readonly at: string; readonly supervisorId?: PersonId };
  readonly applied?: Applied;
  /** Of the supervisor who was asked. */
  readonly supervisor?: Applied;
  /** What is told next, and from when on. */
  readonly turn?: Turn;
  readonly rev: number;
}

export interface Turn {
  readonly step: 'ask' | 'remind';
  readonly at: string;
}

/** By which an evaluation goes on. */
export const evaluationDays = {
  /** Levels 1 and 2 are open so long after the completion, */
  endOpen: 60,
  /** level 3 is asked so long after it, */
  askedAfter: 90,
  /** once more so long after that, of who has not answered, */
  remindedAfter: 14,
  /** and is open so long after it was asked. */
  appliedOpen: 60,
} as const;

const dayMs = 86_400_000;
const after = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();

export const endClosesAt = ({ completedAt }: Pick<Evaluation, 'completedAt'>): string =>
  after(completedAt, evaluationDays.endOpen);

/** Undefined until it is asked. */
export const appliedClosesAt = ({ asked }: Pick<Evaluation, 'asked'>): string | undefined =>
  asked && after(asked.at, evaluationDays.appliedOpen);

/** Seven in the morning in Jakarta, so many days after the day of a moment there. */
export const morningAfter = (at: string, days: number): string =>
  `${addDays(localDateOf(Date.parse(at), 'Asia/Jakarta'), days)}T00:00:00.000Z`;

/** Nobody is asked of a completion that became known so late that even level 3 would be over. */
export const isTooOld = (completedAt: string, now: string): boolean =>
  after(completedAt, evaluationDays.askedAfter + evaluationDays.appliedOpen) < now;

/** Levels 1 and 2. */
export const isEndOpen = (evaluation: Evaluation, now: string): boolean =>
  evaluation.state === 'standing' && evaluation.completedAt <= now && now < endClosesAt(evaluation);

/** Level 3. */
export const isAppliedOpen = (evaluation: Evaluation, now: string): boolean => {
  const closesAt = appliedClosesAt(evaluation);
  return evaluation.state === 'standing' && closesAt !== undefined && now < closesAt;
};
