import { type Digest, uuidOfParts } from '@sinau/kernel';
import type { ConnectionKind } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import type { AdapterFailureReason } from '../ports.ts';
import type { UnmatchedReason } from '../results/inbox-result.ts';

/** What is not the same here and there. */
export const mismatchKinds = [
  // Of enrolments.
  'ours-not-theirs',
  'theirs-not-ours',
  'ended-there',
  'silent-there',
  // Of courses.
  'course-gone',
  'not-comparable',
  /** No mismatch: so many of the provider's own learn there too. */
  'others-there',
  // Of what was reached.
  'completed-there-not-here',
  'completed-here-not-there',
  'score-differs',
  // Of the inbox.
  'unmatched-result',
] as const;
export type MismatchKind = (typeof mismatchKinds)[number];

export const repairActions = [
  ...(['enrol-again', 'end-there', 'take-over', 'ask-again', 'map-learner'] as const),
  // What is not the same, and stays so.
  ...(['keep-ours', 'take-back', 'ignore'] as const),
  /** Takes one of those back. */
  'reopen',
] as const;
export type RepairAction = (typeof repairActions)[number];

const repairs: Readonly<Record<MismatchKind, readonly RepairAction[]>> = {
  'ours-not-theirs': ['enrol-again', 'ignore'],
  'theirs-not-ours': ['end-there', 'map-learner', 'ignore'],
  'ended-there': ['enrol-again', 'ignore'],
  'silent-there': ['ignore'],
  'course-gone': ['ignore'],
  'not-comparable': ['ignore'],
  'others-there': [],
  'completed-there-not-here': ['take-over', 'ignore'],
  'completed-here-not-there': ['ask-again', 'keep-ours', 'take-back', 'ignore'],
  'score-differs': ['take-over', 'ask-again', 'ignore'],
  'unmatched-result': ['map-learner', 'ignore'],
};

/**
 * What can be done about it through such a connection; everything can be left with a reason. Where nobody can be enrolled from here, nobody's
 * enrolment can be ended either: the university's staff do both.
 */
export function repairsOf(of: ConnectionKind, kind: MismatchKind): readonly RepairAction[] {
  const { enrols, asks, learners } = kindTraits[of];
  return repairs[kind].filter((action) => {
    if (action === 'end-there' || action === 'enrol-again') return enrols;
    return action !== 'ask-again' || (asks && learners);
  });
}

/** Decisions after which both sides are not the same, and need not be: they stand until somebody takes them back. */
export const isLasting = (action: RepairAction): boolean =>
  action === 'ignore' || action === 'keep-ours' || action === 'take-back';

/** What people only read: there is nothing to put right, and nobody is told of it. */
export const isNote = ({ kind }: Pick<Finding, 'kind'>): boolean => kind === 'others-there';

/** What one comparison found. */
export interface Finding {
  readonly kind: MismatchKind;
  readonly externalCourseId: string;
  /** Of ours. */
  readonly registration?: string;
  readonly moduleId?: string;
  /** Of theirs. */
  readonly externalLearnerId?: string;
  /** Our pseudonym. */
  readonly subject?: string;
  readonly resultId?: string;
  /** Why nobody was found for the result. */
  readonly reason?: UnmatchedReason;
  /** So many learn here in a course that is gone there; of `others-there`, so many there who are none of ours. */
  readonly learners?: number;
  /** Why the course could not be compared. */
  readonly failure?: AdapterFailureReason;
  /** Shares of the score, 0 to 1. */
  readonly scoreHere?: number;
  readonly scoreThere?: number;
}

/** A finding that is looked after. Times are ISO 8601 UTC. */
export interface Mismatch extends Finding {
  readonly mismatchId: string;
  readonly connectionId: string;
  /** When it was found first. */
  readonly since: string;
  /** The walk over all courses that saw it last: the run that began it. */
  readonly runId: string;
  /** What a person did about it. It goes with the next run, unless it is still so; what is ignored stays ignored. */
  readonly handled?: {
    readonly action: RepairAction;
    readonly at: string;
    readonly by: string;
    readonly note?: string;
    /** The word of the provider that was written down with it. */
    readonly resultId?: string;
  };
}

const namespace = '2b7c0c9e-54cf-4b8b-9b0d-8d0f4c1f7a35';

/** The same for the same finding in every run. */
export function mismatchIdOf(
  digest: Pick<Digest, 'sha1'>,
  connectionId: string,
  { kind, externalCourseId, ...who }: Finding,
): string {
  const { registration, moduleId, externalLearnerId, resultId } = who;
  const about = resultId ?? registration ?? externalLearnerId ?? '';
  return uuidOfParts(digest, namespace, [connectionId, externalCourseId, kind, about, moduleId ?? '']);
}
