import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const pairKindNames = ['coaching', 'mentoring'] as const;
export type PairKindName = (typeof pairKindNames)[number];
export const sideNames = ['learner', 'guide'] as const;
export type SideName = (typeof sideNames)[number];
export type PairStateName = 'invited' | 'active' | 'declined' | 'cancelled' | 'lapsed' | 'ended';
export type SessionStateName = 'waits' | 'confirmed' | 'withdrawn' | 'lapsed';
export const pairStepNames = ['accept', 'decline', 'cancel', 'end'] as const;
export type PairStepName = (typeof pairStepNames)[number];

/** One session, as its pair lists it. */
export interface SessionLine {
  readonly pairId: string;
  readonly sessionId: string;
  /** Day of the learner, ISO date. */
  readonly on: string;
  readonly minutes: number;
  readonly topic: string;
  readonly state: SessionStateName;
  /** Whose signature is missing; absent: nobody's. */
  readonly waitsFor?: 'me' | 'other';
}

/** A pair of the reader's. */
export interface PairView {
  readonly pairId: string;
  readonly kind: PairKindName;
  /** What the reader is in it. */
  readonly side: SideName;
  /** Name of the other one, and of their agency. */
  readonly partner: string;
  readonly partnerAgency?: string;
  readonly goal: string;
  readonly competency?: LanguageMap;
  readonly state: PairStateName;
  readonly invitedByMe: boolean;
  readonly invitedAt: string;
  readonly agreedAt?: string;
  readonly endedAt?: string;
  /** What was said when it was declined, taken back or ended. */
  readonly reason?: string;
  /** Something of it waits for the reader. */
  readonly waits: boolean;
  /** Newest first. */
  readonly sessions: readonly SessionLine[];
}

export interface SignatureView {
  readonly name: string;
  readonly side: SideName;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What the two sign. */
export interface SessionView extends SessionLine {
  readonly kind: PairKindName;
  readonly side: SideName;
  readonly guide: string;
  readonly learner: string;
  readonly guideAgency?: string;
  readonly learnerAgency?: string;
  readonly goal: string;
  /** Clock of the learner: `09:00`. */
  readonly from: string;
  readonly until: string;
  /** `WIB`, `WITA` or `WIT`. */
  readonly zone: string;
  readonly result: string;
  readonly followUp: string;
  readonly showTopic: boolean;
  /** Of the text. */
  readonly version: number;
  readonly signatures: readonly SignatureView[];
  readonly reason?: string;
  /** Of one that both have signed: what is printed of it; without a number while it is being made. */
  readonly form?: { readonly number?: string; readonly verifyUrl?: string };
}

/** How long sessions are, and until when something may be written down. */
export interface SessionRuleView {
  readonly leastMinutes: number;
  readonly mostMinutes: number;
  readonly writtenWithin: number;
}

export interface PairOrder {
  /** E-mail address, NIP or NI PPPK. */
  readonly partner: string;
  readonly kind: PairKindName;
  readonly as: SideName;
  readonly goal: string;
  readonly competency?: string;
}

export interface SessionOrder {
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly topic: string;
  readonly result: string;
  readonly followUp: string;
  readonly showTopic: boolean;
}

export interface SessionAt {
  readonly pairId: string;
  readonly sessionId: string;
}

/** One person of a supervisor's team, with what took place. */
export interface TeamPairView {
  readonly name: string;
  readonly kind: PairKindName;
  readonly side: SideName;
  readonly partner: string;
  readonly state: PairStateName;
  /** Confirmed ones, newest first. */
  readonly sessions: readonly { readonly on: string; readonly minutes: number; readonly topic?: string }[];
}

export interface CoachingPorts {
  /** What waits for the reader first. */
  pairsOf(person: PersonPrincipal): Promise<readonly PairView[]>;
  pairOf(person: PersonPrincipal, pairId: string): Promise<PairView>;
  /** What a pair may name, by id. */
  competenciesOf(
    person: PersonPrincipal,
  ): Promise<readonly { readonly competencyId: string; readonly name: LanguageMap }[]>;
  /** Resolves with the id of the pair. */
  invite(person: PersonPrincipal, order: PairOrder): Promise<string>;
  move(
    person: PersonPrincipal,
    pairId: string,
    step: { readonly step: PairStepName; readonly reason?: string },
  ): Promise<void>;
  /** Of today, on the clock that a session of this pair is written by. */
  ruleOf(
    person: PersonPrincipal,
    pairId: string,
  ): Promise<{ readonly rule: SessionRuleView; readonly zone: string; readonly today: string }>;
  sessionOf(person: PersonPrincipal, at: SessionAt): Promise<SessionView>;
  /** Resolves with the id of the session. */
  write(person: PersonPrincipal, pairId: string, order: SessionOrder): Promise<string>;
  change(
    person: PersonPrincipal,
    at: SessionAt,
    change: { readonly order: SessionOrder; readonly version: number },
  ): Promise<void>;
  confirm(person: PersonPrincipal, at: SessionAt, version: number): Promise<void>;
  withdraw(person: PersonPrincipal, at: SessionAt, reason: string): Promise<void>;
  /** Undefined where there is none, yet or any more. */
  formOf(
    person: PersonPrincipal,
    at: SessionAt,
  ): Promise<{ readonly number: string; readonly pdf: Uint8Array } | undefined>;
  teamOf(person: PersonPrincipal): Promise<readonly TeamPairView[]>;
}
