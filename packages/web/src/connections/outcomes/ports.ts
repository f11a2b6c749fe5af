import type { ErrorCode, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { ConnectionView, ProviderFailure } from '../ports.ts';

export const resultStates = ['new', 'placed', 'unmatched', 'set-aside'] as const;
export type ResultStateName = (typeof resultStates)[number];

export type UnmatchedReasonName =
  | 'course-unknown'
  | 'part-unknown'
  | 'learner-unknown'
  | 'not-enrolled'
  | 'names-differ';

/** What a provider said of one learner; texts are as they were sent. */
export type SayingView =
  | {
      readonly kind: 'score';
      readonly given: number;
      readonly maximum: number;
      readonly isFinal: boolean;
      /** The scores before are taken back, and there is none: `given` means nothing then. */
      readonly withdrawn?: true;
    }
  | { readonly kind: 'completion'; readonly completed: boolean; readonly passed?: boolean }
  | { readonly kind: 'credential'; readonly number: string; readonly url?: string };

/** A course of the provider, as both sides call it; absent where a side does not. */
export interface CourseNames {
  readonly ours?: LanguageMap;
  readonly theirs?: string;
}

export interface OutcomeView {
  readonly resultId: string;
  readonly source: 'ags' | 'webhook' | 'xapi' | 'poll' | 'file' | 'person';
  readonly said: SayingView;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly externalCourseId?: string;
  readonly course?: CourseNames;
  /** Id over there, and our pseudonym. */
  readonly learner?: string;
  readonly subject?: string;
  readonly state: ResultStateName;
  readonly reason?: UnmatchedReasonName;
  /** Why it was set aside. */
  readonly note?: string;
  /** The provider says that it lies ahead. */
  readonly isAhead: boolean;
}

export type CorrectionFlag = 'future' | 'lowered' | 'taken-back' | 'below-rule';

/** What was sent of a result, to the letter; `text` may be markup, or anything else. Absent: it is no longer kept. */
export type SentView =
  | {
      readonly state: 'kept';
      readonly text: string;
      readonly contentType: string;
      /** For whoever looks for it on the side of the provider. */
      readonly where?: string;
      /** Of all that was sent. */
      readonly bytes: number;
      /** Of all that was sent; absent: `text` is in our form. */
      readonly sha256?: string;
      /** `text` is the beginning. */
      readonly isCut: boolean;
    }
  | { readonly state: 'erased'; readonly at: string };

export interface ResultDetail {
  readonly result: OutcomeView;
  readonly sent?: SentView;
  /** Whose it is, for the note of who looked; never shown. */
  readonly personId?: PersonId;
  /** All that count in the same part, oldest first. */
  readonly versions: readonly (OutcomeView & { readonly stands: boolean })[];
  readonly flags: readonly CorrectionFlag[];
  /** It can be said whose it is. */
  readonly mayMap: boolean;
  /** Where all results of the course over there count, as somebody has said; without `title`, the course has the part no more. */
  readonly coursePart?: { readonly title?: LanguageMap; readonly since: string };
  /** Parts of the course that take results. */
  readonly parts: readonly { readonly moduleId: string; readonly title: LanguageMap }[];
}

export type MismatchKindName =
  | 'ours-not-theirs'
  | 'theirs-not-ours'
  | 'ended-there'
  | 'silent-there'
  | 'course-gone'
  | 'not-comparable'
  /** To be read alone: nothing differs. */
  | 'others-there'
  | 'completed-there-not-here'
  | 'completed-here-not-there'
  | 'score-differs'
  | 'unmatched-result';
export const repairNames = [
  ...(['enrol-again', 'end-there', 'take-over', 'ask-again', 'map-learner'] as const),
  ...(['keep-ours', 'take-back', 'ignore', 'reopen'] as const),
] as const;
export type RepairName = (typeof repairNames)[number];

export interface MismatchView {
  readonly mismatchId: string;
  readonly kind: MismatchKindName;
  readonly since: string;
  readonly externalCourseId: string;
  readonly course?: CourseNames;
  readonly learner?: string;
  readonly subject?: string;
  readonly resultId?: string;
  /** Why nobody was found for the result. */
  readonly reason?: UnmatchedReasonName;
  /** So many learn here in a course that is gone there; of `others-there`, so many there who are none of ours. */
  readonly learners?: number;
  /** Why the course could not be compared. */
  readonly failure?: ProviderFailure;
  /** 0 to 1. */
  readonly scoreHere?: number;
  readonly scoreThere?: number;
  readonly repairs: readonly RepairName[];
  readonly handled?: { readonly action: RepairName; readonly at: string; readonly note?: string };
}

/** `waiting`: not tried yet, or again later. `gone`: it was right or dealt with before. */
export type RepairLineStateName = 'waiting' | 'done' | 'gone' | 'not-possible' | 'failed';

export interface RepairLineView {
  readonly mismatchId: string;
  readonly kind?: MismatchKindName;
  readonly externalCourseId?: string;
  readonly course?: CourseNames;
  readonly learner?: string;
  readonly subject?: string;
  readonly state: RepairLineStateName;
  readonly failure?: ProviderFailure;
  readonly refusal?: ErrorCode;
}

/** What somebody wants done; it is carried out behind the page. */
export interface OrderView {
  readonly orderId: string;
  readonly action: RepairName;
  readonly note?: string;
  readonly subject?: string;
  readonly orderedAt: string;
  readonly endedAt?: string;
  readonly state: 'waiting' | 'done';
  readonly lines: readonly RepairLineView[];
}

/** The last round of questions for everybody's results. */
export interface PollView {
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly reason?: ProviderFailure;
  readonly courses: number;
  readonly learners: number;
  readonly taken: number;
  readonly refused: number;
}

export interface RunView {
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly reason?: ProviderFailure;
  readonly courses: number;
  readonly learners: number;
  readonly mismatches: number;
  /** It goes on where the one before broke off; what it counts is of both. */
  readonly goesOn?: true;
  /** It asks for results first, and has not got through. */
  readonly isAsking: boolean;
  /** What came of asking; absent: nobody was asked. */
  readonly asked?: { readonly taken: number; readonly isWhole: boolean; readonly reason?: ProviderFailure };
}

export type Framed = Pick<ConnectionView, 'connectionId' | 'name' | 'kind' | 'state'>;
/** A tool of LTI, whose id is that of its client. */
export interface FramedTool {
  readonly connectionId: string;
  readonly name: string;
  readonly kind: 'tool';
}
/** What ours is compared with. */
export type Compared = Framed | FramedTool;

/** Everything here is of a connection that the person may see; others are answered as absent. */
/** What became of a list of learners; `unknown`: places in it, from 0. */
export interface MappedLearners {
  readonly mapped: number;
  readonly placed: number;
  readonly unknown: readonly number[];
}

export interface OutcomesPorts {
  frame(person: PersonPrincipal, connectionId: string): Promise<Framed>;
  /** A tool of the person's provider, for comparisons; elsewhere here its id names no connection. */
  toolFrame(person: PersonPrincipal, clientId: string): Promise<FramedTool>;
  /** `everything`: what tools of the provider sent too, which belongs to no connection. */
  results(
    person: PersonPrincipal,
    connectionId: string,
    list: { readonly state?: ResultStateName; readonly everything: boolean; readonly page?: string },
  ): Promise<{ readonly results: readonly OutcomeView[]; readonly next?: string }>;
  poll(person: PersonPrincipal, connectionId: string): Promise<PollView | undefined>;
  /** Begins a round, unless one is under way. */
  startPoll(person: PersonPrincipal, connectionId: string): Promise<void>;
  result(person: PersonPrincipal, connectionId: string, resultId: string): Promise<ResultDetail>;
  map(
    person: PersonPrincipal,
    connectionId: string,
    mapping: {
      readonly resultId: string;
      readonly subject: string;
      readonly moduleId?: string;
      /** The part is that of all results of the course over there. */
      readonly forCourse?: true;
    },
  ): Promise<void>;
  /** Takes back what was said for all results of the course of this one. */
  forgetPart(person: PersonPrincipal, connectionId: string, resultId: string): Promise<void>;
  /** At most 200. */
  mapLearners(
    person: PersonPrincipal,
    connectionId: string,
    learners: readonly {
      readonly externalCourseId: string;
      readonly externalLearnerId: string;
      readonly subject: string;
    }[],
  ): Promise<MappedLearners>;
  setAside(
    person: PersonPrincipal,
    connectionId: string,
    aside: { readonly resultId: string; readonly note: string },
  ): Promise<void>;
  replay(person: PersonPrincipal, connectionId: string, resultId: string): Promise<'done' | 'unchanged'>;
  reconciliation(
    person: PersonPrincipal,
    connectionId: string,
    page?: string,
  ): Promise<{
    readonly runs: readonly RunView[];
    /** The newest first, ten at most. */
    readonly orders: readonly OrderView[];
    readonly mismatches: readonly MismatchView[];
    readonly next?: string;
  }>;
  /** Begins one, unless one is under way. */
  compare(person: PersonPrincipal, connectionId: string): Promise<void>;
  /** Writes down what is to be done and gives the id of the order. At most 100 mismatches. */
  repair(
    person: PersonPrincipal,
    connectionId: string,
    repair: {
      readonly mismatchIds: readonly string[];
      readonly action: RepairName;
      readonly note?: string;
      readonly subject?: string;
    },
  ): Promise<string>;
  order(person: PersonPrincipal, connectionId: string, orderId: string): Promise<OrderView>;
}
