import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const groundNames = ['performance', 'dedication', 'loyalty'] as const;
export type GroundName = (typeof groundNames)[number];
export const priorityStandings = ['granted', 'redeemed', 'spent', 'expired', 'taken-back'] as const;
export type PriorityStanding = (typeof priorityStandings)[number];

export interface PrioritySeatView {
  readonly seatId: string;
  readonly ground: GroundName;
  /** Of the performance-assessment team; `on`: ISO date. */
  readonly minutes: { readonly number: string; readonly on: string };
  /** ISO date. */
  readonly validUntil: string;
  readonly standing: PriorityStanding;
  /** What it is or was used for, while that is known. */
  readonly usedFor?: { readonly title: LanguageMap; readonly href: string };
  /** A seat is kept until then (ISO 8601 UTC), by clocks of that IANA zone, and has to be confirmed. */
  readonly kept?: { readonly until: string; readonly zone: string };
}

export type TargetOrder =
  | { readonly kind: 'course'; readonly registration: string }
  | { readonly kind: 'event'; readonly eventId: string }
  | { readonly kind: 'cohort'; readonly cohortId: string };

/** What somebody waits for, where a right would gain something. */
export interface WaitView {
  readonly target: TargetOrder;
  readonly title: LanguageMap;
}

export interface OwnPriorityView {
  readonly seats: readonly PrioritySeatView[];
  readonly waits: readonly WaitView[];
}

export interface PriorityPorts {
  ownOf(person: PersonPrincipal): Promise<OwnPriorityView>;
  use(person: PersonPrincipal, seatId: string, target: TargetOrder): Promise<void>;
}

export interface AgencySeatView extends PrioritySeatView {
  readonly personId: string;
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

export interface AgencyPriorityView {
  readonly year: number;
  /** Newest first. */
  readonly years: readonly number[];
  /** Absent: as many as the agency wants. */
  readonly stock?: number;
  readonly counts: Readonly<Record<'granted' | 'redeemed' | 'spent' | 'taken-back', number>>;
  readonly seats: readonly AgencySeatView[];
  readonly next?: string;
}

export interface AgencySeatHistory extends AgencySeatView {
  readonly steps: readonly {
    readonly to: Exclude<PriorityStanding, 'expired'>;
    readonly at: string;
    readonly by?: string;
    readonly reason?: string;
  }[];
  /** Whether whoever looks may take it back. */
  readonly takesBack: boolean;
}

export interface GrantOrder {
  /** E-mail address or employee number. */
  readonly who: string;
  readonly ground: GroundName;
  readonly minutesNumber: string;
  readonly minutesOn: string;
  readonly validUntil?: string;
}

interface Place {
  readonly personId: string;
  readonly seatId: string;
}

export interface PriorityDeskPorts {
  listOf(
    person: PersonPrincipal,
    wish: { readonly year?: number; readonly page?: string },
  ): Promise<AgencyPriorityView>;
  seatOf(person: PersonPrincipal, place: Place): Promise<AgencySeatHistory>;
  /** `nobody`: not one of the agency's people. */
  grant(person: PersonPrincipal, order: GrantOrder): Promise<'granted' | 'nobody'>;
  setStock(person: PersonPrincipal, stock: number | undefined): Promise<void>;
  takeBack(person: PersonPrincipal, place: Place, reason: string): Promise<void>;
}
