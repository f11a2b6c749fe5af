import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SessionAt } from './paths.ts';

export type MaterialProblemName = 'not-pdf' | 'encrypted' | 'active' | 'too-large' | 'too-many' | 'missing';

export interface MaterialView {
  readonly materialId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
}

export const eventModeNames = ['in-person', 'online', 'hybrid'] as const;
export type EventModeName = (typeof eventModeNames)[number];
export const audienceNames = ['agency', 'units', 'all', 'partners'] as const;
export type AudienceName = (typeof audienceNames)[number];
export type SeatStateName =
  | ('requested' | 'unfunded' | 'waiting' | 'offered' | 'confirmed')
  | ('withdrawn' | 'declined' | 'lapsed' | 'removed');

export interface SessionView {
  readonly sessionId: string;
  readonly title?: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  /** For those who take part. */
  readonly link?: string;
  /** Whether the reader was there; absent: nobody knows yet. */
  readonly present?: boolean;
}

export interface EventCard {
  readonly eventId: string;
  readonly title: string;
  readonly organiser: string;
  readonly mode: EventModeName;
  /** IANA name of the zone of the place. */
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  readonly sessionCount: number;
  readonly isOver: boolean;
  readonly isCancelled: boolean;
  readonly seat?: SeatStateName;
}

export interface EventView extends Omit<EventCard, 'seat' | 'place'> {
  readonly heldBy: 'agency' | 'provider';
  /** Whole rupiah of a seat, which the reader's agency pays; absent: nothing. */
  readonly price?: number;
  /** By which the provider knows the reader, once they have a seat. */
  readonly code?: string;
  readonly about?: string;
  readonly form: LanguageMap;
  readonly speakers: readonly { readonly name: string; readonly post?: string; readonly bio?: string }[];
  readonly sessions: readonly SessionView[];
  /** For somebody who is there all the time, caps aside. */
  readonly worth?: Jp;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly registration: 'open' | 'not-yet' | 'over';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly asksSupervisor: boolean;
  readonly cancelReason?: string;
  readonly seat?: {
    readonly state: SeatStateName;
    readonly offeredUntil?: string;
    /** How many wait before the reader. */
    readonly ahead?: number;
    /** A right of the reader would put them forward. */
    readonly mayUsePriority?: true;
    readonly reason?: string;
    readonly mayLeave: boolean;
  };
  /** Own events at the same time. */
  readonly clashes: readonly { readonly eventId: string; readonly title: string }[];
  /** What counts, once it does. */
  readonly attended?: {
    readonly days: number;
    readonly sessions: number;
    readonly isSettled: boolean;
  };
  /** Handed out to those who take part. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Files, for those who take part. */
  readonly materials: readonly MaterialView[];
  readonly evaluation?: string;
  /** What the reader is asked about it; absent: nothing yet. */
  readonly ownEvaluation?: { readonly evaluationId: string; readonly waits: boolean };
}

export interface DoorView {
  readonly eventId: string;
  readonly title: string;
  readonly zone: string;
  readonly session: SessionView;
  readonly state: 'in' | 'ready';
  readonly ticket: string;
}

export interface EventRequestView {
  readonly eventId: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly since: string;
  readonly free: number;
  readonly waiting: number;
  readonly clashes: readonly string[];
}

/** Events as whoever comes to them sees them. */
export interface EventsPorts {
  list(
    person: PersonPrincipal,
  ): Promise<{ readonly open: readonly EventCard[]; readonly own: readonly EventCard[] }>;
  eventOf(person: PersonPrincipal, eventId: string): Promise<EventView>;
  /** `despite`: although another event is at that time. */
  /** A file, for those who take part and for the office that holds the event. */
  materialOf(person: PersonPrincipal, eventId: string, materialId: string): Promise<Uint8Array>;
  register(person: PersonPrincipal, eventId: string, despite: boolean): Promise<SeatStateName>;
  leave(person: PersonPrincipal, eventId: string): Promise<void>;
  confirm(person: PersonPrincipal, eventId: string): Promise<void>;
  door(person: PersonPrincipal, at: SessionAt, code: string): Promise<DoorView>;
  checkIn(person: PersonPrincipal, at: SessionAt, ticket: string): Promise<void>;
  /** One event as an iCalendar file (RFC 5545). */
  eventFile(person: PersonPrincipal, eventId: string): Promise<string>;
  /** The private address of the person's calendar; undefined where there is none. */
  calendarAddress(person: PersonPrincipal): Promise<string | undefined>;
  /** The address before opens nothing any more. */
  setCalendar(person: PersonPrincipal, act: 'renew' | 'end'): Promise<void>;
  /** For whoever has the address. */
  calendar(token: string): Promise<string>;
  requests(person: PersonPrincipal): Promise<readonly EventRequestView[]>;
  /** `reason`: why not; absent: yes. */
  decide(
    person: PersonPrincipal,
    request: { readonly eventId: string; readonly personId: string; readonly reason?: string },
  ): Promise<void>;
}

export interface SessionOrder {
  /** Of a session that there is. */
  readonly sessionId?: string;
  readonly title?: string;
  /** At the place: `2026-12-01`, `09:00`. */
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly place?: string;
  readonly link?: string;
}

export interface EventOrder {
  /** In which row of the form each session (`s`), speaker (`p`) and link (`l`) stood, blank ones left out. */
  readonly rows: Readonly<Record<'s' | 'p' | 'l', readonly number[]>>;
  readonly title: string;
  readonly about?: string;
  readonly form: string;
  readonly mode: EventModeName;
  readonly abroad: boolean;
  /** `4` or `2,5`. */
  readonly stated?: string;
  readonly zone: string;
  readonly sessions: readonly SessionOrder[];
  /** `email`: of a speaker who is one of the organiser's people. */
  readonly speakers: readonly {
    readonly name: string;
    readonly post?: string;
    readonly bio?: string;
    readonly email?: string;
  }[];
  readonly capacity: number;
  /** Whole rupiah of a seat; absent: it costs nothing. */
  readonly price?: number;
  /** At the place: `2026-12-01T09:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly audience: AudienceName;
  readonly unitIds: readonly string[];
  readonly asksSupervisor: boolean;
  readonly confirmHours: number;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly evaluation?: string;
}

export interface DeskEventRow {
  readonly eventId: string;
  readonly title: string;
  readonly state: 'draft' | 'published' | 'cancelled';
  readonly isClosed: boolean;
  /** Nobody closed it: its time was over. */
  readonly closedItself: boolean;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
}

export interface DeskSession extends Omit<SessionView, 'present'> {
  /** Check-in has been open, or is: attendance can be noted. */
  readonly hasBegun: boolean;
  readonly isOpen: boolean;
}

export interface DeskEventView extends DeskEventRow {
  readonly materials: readonly MaterialView[];
  readonly order: EventOrder;
  readonly sessions: readonly DeskSession[];
  readonly isOver: boolean;
  /** When attendance closes if nobody closes it, ISO 8601 UTC. */
  readonly closesItselfAt: string;
  readonly rev: number;
  readonly cancelReason?: string;
}

export interface ParticipantRow {
  /** Of the row; a pseudonym where a provider looks. */
  readonly personId: string;
  /** Of the pseudonym, beside a name that was disclosed. */
  readonly code?: string;
  readonly name: string;
  /** Absent: not for the reader to know. */
  readonly agency?: string;
  readonly state: SeatStateName;
  readonly since: string;
  readonly reason?: string;
  readonly marks: Readonly<
    Record<string, { readonly present: boolean; readonly by?: string; readonly reason?: string }>
  >;
}

/** What a new event takes from the item of an annual plan that it is held for. */
export interface PlannedView {
  readonly title: string;
  readonly form: string;
  readonly people: number;
}

export interface EventChoices {
  readonly forms: readonly (readonly [code: string, name: LanguageMap])[];
  readonly units: readonly (readonly [unitId: string, name: string])[];
}

export interface CodeScreen {
  readonly title: string;
  readonly zone: string;
  readonly session: DeskSession;
  /** The dark squares as an SVG path in a square of `size`. */
  readonly code: { readonly size: number; readonly path: string };
  readonly url: string;
  /** Until another one is shown. */
  readonly seconds: number;
  readonly checkedIn: number;
}

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

/** Events of an office, for those who hold them. */
export interface EventsDeskPorts {
  list(
    person: PersonPrincipal,
    after?: string,
  ): Promise<{ readonly rows: readonly DeskEventRow[]; readonly next?: string }>;
  choices(person: PersonPrincipal): Promise<EventChoices>;
  eventOf(person: PersonPrincipal, eventId: string): Promise<DeskEventView>;
  /** What an annual plan says of an item; undefined: there is no such item. `mark` as `itemMark` makes it. */
  planned(person: PersonPrincipal, mark: string): Promise<PlannedView | undefined>;
  /** `item`: of an annual plan, which it is held for. */
  make(person: PersonPrincipal, order: EventOrder, item?: string): Promise<string>;
  change(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly order: EventOrder; readonly rev: number },
  ): Promise<void>;
  act(
    person: PersonPrincipal,
    eventId: string,
    act: 'publish' | 'remove' | 'close' | 'reopen',
  ): Promise<void>;
  cancel(person: PersonPrincipal, eventId: string, reason: string): Promise<void>;
  people(
    person: PersonPrincipal,
    eventId: string,
    after?: string,
  ): Promise<{ readonly rows: readonly ParticipantRow[]; readonly next?: string }>;
  mark(
    person: PersonPrincipal,
    eventId: string,
    given: {
      readonly markings: readonly {
        readonly personId: string;
        readonly sessionId: string;
        readonly present: boolean;
      }[];
      readonly reason: string;
    },
  ): Promise<void>;
  /** Of a file, in bytes. */
  readonly maxBytes: number;
  addMaterial(
    person: PersonPrincipal,
    eventId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<'added' | Exclude<MaterialProblemName, 'missing'>>;
  removeMaterial(person: PersonPrincipal, eventId: string, materialId: string): Promise<void>;
  /** Somebody who came without a seat, by their e-mail address or number; `unknown`: nobody of theirs is called so. */
  seatByHand(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly who: string; readonly reason: string },
  ): Promise<'seated' | 'unknown'>;
  takeBack(
    person: PersonPrincipal,
    eventId: string,
    given: { readonly personId: string; readonly reason: string },
  ): Promise<void>;
  code(person: PersonPrincipal, at: SessionAt): Promise<CodeScreen>;
}
