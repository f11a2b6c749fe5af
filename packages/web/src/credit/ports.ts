import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SiasnStanding } from '../siasn/ports.ts';
import type { JpShow } from './paths.ts';

/** Why less is recognised than was computed. */
export type CreditReason =
  | 'cap_day'
  | 'cap_month'
  | 'over_cap'
  | 'held'
  | 'rejected'
  | 'reversed'
  | 'duplicate'
  | 'no_rule'
  | 'not_applicable';

interface TimedView {
  readonly seconds: number;
  readonly leastSeconds: number;
}

/** So many of all parts of a course. */
interface PartsOfView {
  readonly parts: number;
  readonly all: number;
}

/** Why JP are held, with the times it was judged by, in seconds. */
export type HoldReasonView =
  | (TimedView & { readonly code: 'too-short' | 'parallel'; readonly measured?: PartsOfView })
  | (TimedView & {
      readonly code: 'too-fast';
      readonly unmeasured: PartsOfView;
      readonly since: 'opened' | 'enrolled';
      readonly until: 'completed' | 'told';
    })
  /** Of a record of learning elsewhere: a course that was completed here seems to be the same. */
  | {
      readonly code: 'counted-already';
      readonly line: string;
      readonly title: LanguageMap;
      readonly startsOn: string;
      readonly endsOn: string;
    }
  | { readonly code: 'impossible-duration'; readonly claimed: number; readonly seconds: number };

export interface GroundView {
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** The cap of a form: so many JP a day, or so many times a month. */
export interface CapView {
  readonly amount: number;
  readonly period: 'day' | 'month';
  readonly measure: 'jp' | 'count';
}

export interface CreditDayView {
  /** ISO date of the learner. */
  readonly date: string;
  readonly computed: Jp;
  readonly recognised: Jp;
}

export interface CreditLineView {
  /** In the address of its hold. */
  readonly about: string;
  readonly title: LanguageMap;
  readonly courseId?: string;
  /** Event of this platform. */
  readonly eventId?: string;
  /** Where the reader finds what they learned from a colleague. */
  readonly sharedAt?: string;
  /** Record of learning elsewhere. */
  readonly learningId?: string;
  readonly form: { readonly id: string; readonly en: string };
  readonly endsOn: string;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly reasons: readonly CreditReason[];
  readonly days: readonly CreditDayView[];
  /** Seconds that were spent, where they are known. */
  readonly seconds?: number;
  readonly ground?: GroundView;
  readonly cap?: CapView;
  readonly hold?: HoldView;
  /** Given where the agency brings JP to SIASN. */
  readonly siasn?: SiasnStanding;
}

export interface HoldView {
  readonly personId: string;
  readonly about: string;
  readonly title: LanguageMap;
  readonly stated: Jp;
  readonly reasons: readonly HoldReasonView[];
  readonly heldAt: string;
  readonly state: 'open' | 'released' | 'rejected';
  readonly answer?: { readonly words: string; readonly at: string };
  readonly decision?: { readonly words: string; readonly at: string };
  readonly rev: number;
  /** Who earned them; given at the desk of the agency. */
  readonly learner?: string;
}

/** A course that states JP and has brought none yet. */
export interface AheadView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly jp: Jp;
  /** 0 to 100. */
  readonly percent: number;
}

/** The lines that make up one number of the year, and nothing else. */
export interface ShownPart {
  readonly show: JpShow;
  readonly sum: Jp;
  /** Given for what is in no ledger yet: courses that run or are on the list. */
  readonly courses?: readonly AheadView[];
}

export interface CreditYearView {
  readonly year: number;
  /** Years that have lines, latest first, with this one. */
  readonly years: readonly number[];
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly held: Jp;
  readonly status?: 'PNS' | 'CPNS' | 'PPPK';
  /** By which day something comes into a year, as the rule that holds now says. */
  readonly countsBy: 'last-day' | 'certificate-day';
  /** What nobody has filled in, so that a default stands for it. */
  readonly assumed: readonly ('status' | 'time-zone')[];
  readonly minimum?: GroundView & { readonly jp: Jp; readonly met: boolean };
  readonly maximum?: GroundView & {
    readonly jp: Jp;
    readonly recognised: Jp;
    readonly from: string;
    readonly to: string;
  };
  /** A maximum that does not bind the person, because of their post. */
  readonly unbound?: GroundView & { readonly jp: Jp };
  readonly lines: readonly CreditLineView[];
  /** Where one number was asked for. */
  readonly part?: ShownPart;
}

export interface HoldDecision {
  readonly personId: string;
  readonly about: string;
  readonly outcome: 'released' | 'rejected';
  readonly words: string;
  readonly rev: number;
}

/** The ledger of JP: everybody's own, and what waits for their agency. */
export interface CreditPorts {
  /** `year` absent: this year in the reader's zone. `show`: the lines of one number alone. */
  yearOf(
    reader: PersonPrincipal,
    asked: { readonly year: number | undefined; readonly show: JpShow | undefined },
  ): Promise<CreditYearView>;
  ownHoldOf(reader: PersonPrincipal, about: string): Promise<HoldView>;
  answer(reader: PersonPrincipal, answer: { readonly about: string; readonly words: string }): Promise<void>;
  heldOf(
    reader: PersonPrincipal,
    token: string | undefined,
  ): Promise<{ readonly holds: readonly HoldView[]; readonly nextPageToken?: string }>;
  holdOf(reader: PersonPrincipal, place: Pick<HoldView, 'personId' | 'about'>): Promise<HoldView>;
  decide(reader: PersonPrincipal, decision: HoldDecision): Promise<void>;
}
