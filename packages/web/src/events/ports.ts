import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { MaterialView } from '../materials/ports.ts';
import type { SessionAt } from './paths.ts';

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
  /** `for-others`: whoever reads it holds it, or had a seat once, but it is not for them. */
  readonly registration: 'open' | 'not-yet' | 'over' | 'for-others';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly asksSupervisor: boolean;
  readonly cancelReason?: string;
  readonly seat?: {
    readonly state: SeatStateName;
    /** Absent once nobody comes in any more. */
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

/** Where requests are decided: by the supervisor, or by the agency in their place. */
export type RequestDesk = 'team' | 'agency';

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
  /** A file, for those who take part and for the office that holds the event. */
  materialOf(person: PersonPrincipal, eventId: string, materialId: string): Promise<Uint8Array>;
  /** `despite`: although another event is at that time. */
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
  /** `agency`: of people who have no supervisor, or one who has not answered for long; at most 100. */
  requests(person: PersonPrincipal, desk: RequestDesk): Promise<readonly EventRequestView[]>;
  /** `reason`: why not; absent: yes. */
  decide(
    person: PersonPrincipal,
    request: { readonly eventId: string; readonly personId: string; readonly reason?: string },
  ): Promise<void>;
}
