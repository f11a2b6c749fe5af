import type { PersonPrincipal } from '@sinau/kernel';
import type { SeatStateName } from './ports.ts';

export const partnerRuleNames = ['event', 'supervisor'] as const;
export type PartnerRuleName = (typeof partnerRuleNames)[number];

export interface PartnerEventRow {
  readonly eventId: string;
  readonly title: string;
  readonly provider: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: 'published' | 'cancelled';
  readonly isClosed: boolean;
}

export interface PartnerEventView extends PartnerEventRow {
  /** Whole rupiah of a seat; absent: it costs nothing. */
  readonly price?: number;
  readonly sessionCount: number;
  readonly people: readonly {
    readonly name: string;
    readonly state: SeatStateName;
    readonly sessions: number;
  }[];
}

/** Events of providers, for the agency whose people go there. */
export interface PartnerEventsPorts {
  list(person: PersonPrincipal): Promise<{
    readonly open: readonly PartnerEventRow[];
    readonly joined: readonly PartnerEventRow[];
    readonly rule: { readonly approval: PartnerRuleName; readonly rev: number };
  }>;
  eventOf(person: PersonPrincipal, eventId: string): Promise<PartnerEventView>;
  setRule(
    person: PersonPrincipal,
    rule: { readonly approval: PartnerRuleName; readonly rev: number },
  ): Promise<void>;
}

export const noShowNames = ['spent', 'released'] as const;
export type NoShowName = (typeof noShowNames)[number];
export type ChargeStateName = 'wanted' | 'reserved' | 'committed' | 'spent' | 'released';

/** What seats of an event cost an agency, and from which line it pays them. */
export interface EventPaymentView {
  readonly eventId: string;
  readonly title: string;
  readonly organiser: string;
  /** Held by the agency itself. */
  readonly isOwn: boolean;
  /** Whole rupiah of a seat; absent: it costs nothing. */
  readonly price?: number;
  /** Of the lines. */
  readonly year: number;
  /** Open ones of the year, and the one that is named. */
  readonly lines: readonly {
    readonly lineId: string;
    readonly code: string;
    readonly title: string;
    readonly room: number;
  }[];
  readonly lineId?: string;
  readonly noShow: NoShowName;
  readonly rev: number;
  /** Seats that cost something. */
  readonly seats: readonly {
    readonly name: string;
    readonly state: ChargeStateName;
    readonly price: number;
  }[];
}

/** An event that is over, as an agency's people have used their seats of it. */
export interface SeatUseRow {
  readonly eventId: string;
  readonly title: string;
  readonly organiser: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Where the agency sees more of it; of another agency's there is nothing. */
  readonly kind: 'own' | 'partner' | 'other';
  readonly seats: number;
  readonly attended: number;
}

export interface EventPaymentsPorts {
  /** Of a year, by default this one; the last to end first. */
  seatUse(
    person: PersonPrincipal,
    year: number | undefined,
  ): Promise<{ readonly year: number; readonly rows: readonly SeatUseRow[] }>;
  paymentOf(person: PersonPrincipal, eventId: string): Promise<EventPaymentView>;
  pay(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly lineId?: string; readonly noShow: NoShowName; readonly rev: number },
  ): Promise<void>;
}
