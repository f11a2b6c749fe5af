import type { AgencyId, LanguageMap, PersonId, TimeZone } from '@sinau/kernel';
import type { EffectStanding, EffectSums } from './effect.ts';
import type { Experiment, Met, NudgeKind } from './experiment.ts';

/** When somebody is looked at next, ISO 8601 UTC. */
export interface NudgeTurn {
  readonly personId: PersonId;
  readonly at: string;
}

export interface ExperimentPlace {
  readonly kind: NudgeKind;
  readonly version: number;
}

/** Of everybody, or of people whose home is an agency. */
export type EffectScope =
  | { readonly kind: 'nation' }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId };

/** Reads of single rows see every write that was answered before, lists may lag by about a second. Rejects with `Unavailable`. */
export interface NudgeStore {
  /** Every version of every kind, in no order. */
  experiments(): Promise<readonly Experiment[]>;
  /** Once: a version that is there stays. */
  addExperiment(experiment: Experiment): Promise<'added' | 'exists'>;
  /** The first moment stands. */
  stopExperiment(place: ExperimentPlace, at: string): Promise<'stopped' | 'was-stopped' | 'absent'>;

  /** Parts of the people who wait for a turn, from 0. */
  readonly parts: number;
  /** Gives somebody a turn unless they have one. */
  addTurn(turn: NudgeTurn): Promise<void>;
  listDueTurns(part: number, until: string, limit: number): Promise<readonly NudgeTurn[]>;
  /** To the next one, or to none; does nothing when it was moved meanwhile. */
  moveTurn(turn: NudgeTurn, next: string | undefined): Promise<void>;

  metBy(personId: PersonId): Promise<readonly Met[]>;
  /** Once a person, kind and version, with the sums of everybody and of the agency. */
  meet(met: Met): Promise<'met' | 'was-met'>;
  listDueOutcomes(part: number, until: string, limit: number): Promise<readonly Met[]>;
  /** What became of it, once, with the sums. */
  settle(met: Met, returned: boolean): Promise<void>;
  effectOf(
    place: ExperimentPlace,
    scope: EffectScope,
  ): Promise<{ readonly sums: EffectSums; readonly standing?: EffectStanding }>;
  /** In the place of the one of that moment (undefined: none). `lost`: another was noted since, and stays. */
  noteStanding(
    at: { readonly place: ExperimentPlace; readonly scope: EffectScope },
    change: { readonly before: EffectStanding | undefined; readonly next: EffectStanding },
  ): Promise<'noted' | 'lost'>;

  /** Turn and meetings of somebody; sums stay. Tells how many rows went. */
  forget(personId: PersonId): Promise<number>;
}

/** A course that is open to somebody and not finished. Times are ISO 8601 UTC. */
export interface OpenCourse {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly openedAt: string;
  /** Absent: not begun. */
  readonly lastActivityAt?: string;
  /** Another system shows it: nobody here sees whether it was begun. */
  readonly isUnseen?: true;
}

export interface NudgedPerson {
  readonly timeZone: TimeZone;
  readonly agencyId?: AgencyId;
  readonly courses: readonly OpenCourse[];
  readonly hasPlan: boolean;
  /** Has not switched nudges off, and is at work as far as that is known. */
  readonly mayNudge: boolean;
}

export interface LearningFacts {
  /** Undefined: not here any more. */
  personOf(personId: PersonId): Promise<NudgedPerson | undefined>;
  /** Whether they learned anything in the span, `from` included and `until` not, by the time of the learning. */
  learnedIn(personId: PersonId, span: { readonly from: string; readonly until: string }): Promise<boolean>;
}

/** Tells people, in the inbox and by mail; the same `noticeId` once. */
export interface NudgeTeller {
  tell(told: {
    readonly noticeId: string;
    readonly personId: PersonId;
    readonly kind: NudgeKind;
    /** Absent for `plan-week`. */
    readonly course?: Pick<OpenCourse, 'courseId' | 'title'>;
  }): Promise<void>;
}
