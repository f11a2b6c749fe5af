import type { AgencyId, AtomicCompanion, PersonId, ProviderId } from '@sinau/kernel';
import type { Event, EventId, Material, Owner } from './event.ts';
import type { PartnerRule } from './partner-rule.ts';
import type { Seat } from './seat.ts';
import type { BudgetLineId, SeatPayment } from './seat-charge.ts';

export type FormUnit = 'semester' | 'day' | 'session' | 'occurrence' | 'programme_jp';

/** Rules of JP, as far as events need them. */
export interface FormDirectory {
  /** What a form is counted in on that day; undefined where no rule says. Rejects with `Unavailable`. */
  unitOf(asked: {
    readonly form: string;
    readonly agencyId: AgencyId;
    readonly on: string;
  }): Promise<FormUnit | undefined>;
}

/** Where a person stands now. */
export interface ParticipantPlace {
  /** Home agency. */
  readonly agencyId?: AgencyId;
  /** Where they are lent to. */
  readonly workingAgencyId?: AgencyId;
  /** Own unit, and those above it. */
  readonly unitIds: readonly string[];
  /** Who decides; absent when there is nobody. */
  readonly supervisorId?: PersonId;
  /** How the home agency stands to a provider; read when it is asked for. Absent where no provider's events are looked at. Rejects with `Unavailable`. */
  readonly standingTo?: (providerId: ProviderId) => Promise<PartnerStanding>;
}

/** An agency and a provider. */
export interface PartnerStanding {
  /** A data agreement covers its people now, and the agency has not stopped it. */
  readonly isPartner: boolean;
  /** The agency's rule: its supervisors are asked before events of providers. */
  readonly asksSupervisor: boolean;
}

/** What can stand before an event, asked of everybody who registers by themselves, wherever they do. */
export interface RegistrationGate {
  /** Rejects with what has to be done first (`StepLocked`) where a path that the person is on keeps an order. */
  requireOpen(asked: { readonly personId: PersonId; readonly eventId: EventId }): Promise<void>;
}

export interface ParticipantDirectory {
  /** Undefined for an absent or disabled person. Rejects with `Unavailable`. */
  placeOf(personId: PersonId): Promise<ParticipantPlace | undefined>;
  /** Whom somebody supervises. */
  teamOf(personId: PersonId): Promise<readonly PersonId[]>;
}

export interface Page {
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface EventStore {
  find(eventId: EventId): Promise<Event | undefined>;
  /** In no order; absent ones are left out. */
  findMany(eventIds: readonly EventId[]): Promise<readonly Event[]>;
  /**
   * Writes it with `rev` one higher if the stored one has that `rev`, or there is none and it is 0; the number of its seats changes with it.
   * `full`: more of them are taken than it shall have.
   */
  save(next: Event): Promise<'saved' | 'changed' | 'full'>;
  /** A draft, as it was read. */
  remove(draft: Event): Promise<'removed' | 'changed'>;
  /** Every one of an owner, the one that ends last first. */
  listOf(owner: Owner, page: Page): Promise<{ readonly events: readonly Event[]; readonly next?: string }>;
  /**
   * Published ones that are open to an agency, or (`all`) to everybody, and end after `from` and, if it is given, before `until`; the first to end
   * first. May lag by about a second.
   */
  listOpen(
    to: AgencyId | 'all',
    page: Page & { readonly from: string; readonly until?: string },
  ): Promise<{ readonly events: readonly Event[]; readonly next?: string }>;
}

export interface SeatCounts {
  readonly capacity: number;
  /** Confirmed or offered. */
  readonly taken: number;
  readonly waiting: number;
}

/**
 * `full`: no seat is free, or others wait for it. `free`: there is one, nobody needs to wait. `shut`: the event takes nobody. `along-refused`: a condition
 * of what goes along did not hold. `no-room`, `room`: the budget line of the seat has too little, or others wait for it; it has enough, nobody needs to wait.
 */
export type StepOutcome =
  | 'done'
  | 'changed'
  | 'full'
  | 'free'
  | 'shut'
  | 'along-refused'
  | 'no-room'
  | 'room';

/** An event as an agency's people use it. */
export interface AgencyEvent {
  readonly eventId: EventId;
  /** Their seats, and those of whom at least one session is noted. */
  readonly confirmed: number;
  readonly attended: number;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface SeatStore {
  find(eventId: EventId, personId: PersonId): Promise<Seat | undefined>;
  /**
   * From what was read to what shall be, with the counters of the event, or not at all. `after.rev` is that of `before`, or 0. `along`: writes of somebody
   * else that commit with it; they touch no row of events.
   */
  step(before: Seat | undefined, after: Seat, along?: AtomicCompanion): Promise<StepOutcome>;
  /** Zeros for an event that nobody has saved. */
  counts(eventId: EventId): Promise<SeatCounts>;
  firstWaiting(eventId: EventId): Promise<Seat | undefined>;
  /** How many wait before that place. */
  waitingBefore(eventId: EventId, place: string): Promise<number>;
  /** By person id; `next` is the id of the last person of the page. */
  listOf(
    eventId: EventId,
    page: Page,
  ): Promise<{ readonly seats: readonly Seat[]; readonly next?: PersonId }>;
  /** Every seat of a person that ever was, in no order. */
  ofPerson(personId: PersonId): Promise<readonly Seat[]>;
  /** Events of which people who were of the agency then have asked for a seat, in no order, with how these seats are used. */
  eventsWith(agencyId: AgencyId): Promise<readonly AgencyEvent[]>;
  /** Seats that wait for a word and whose people were of the agency when they asked, oldest first. */
  requestedOf(agencyId: AgencyId): Promise<readonly Seat[]>;
  /** Whoever has waited longest for room in a budget line. */
  firstUnfunded(line: {
    readonly agencyId: AgencyId;
    readonly lineId: BudgetLineId;
  }): Promise<Seat | undefined>;
  /** Offers whose time was over then, the oldest first. */
  dueOffers(now: string, limit: number): Promise<readonly Pick<Seat, 'eventId' | 'personId'>[]>;
  /** Takes every trace of a person out of an event; for erasure alone. */
  forget(seat: Seat): Promise<'forgotten' | 'changed'>;
}

/** What agencies ask of their people before they go to events of providers. Reads see every write that was answered before. */
export interface PartnerRuleStore {
  find(agencyId: AgencyId): Promise<PartnerRule | undefined>;
  /** With `rev` one higher, over what was read; 0: there is none yet. */
  save(next: PartnerRule): Promise<'saved' | 'changed'>;
}

/** From which lines agencies pay seats of events. Reads see every write that was answered before. */
export interface SeatPaymentStore {
  find(agencyId: AgencyId, eventId: EventId): Promise<SeatPayment | undefined>;
  /** With `rev` one higher, over what was read; 0: there is none yet. */
  save(next: SeatPayment): Promise<'saved' | 'changed'>;
}

/** Private addresses of calendars. */
export interface CalendarStore {
  /** The one in force. */
  addressOf(personId: PersonId): Promise<CalendarAddress | undefined>;
  /** Takes the place of the one there was, which counts no more. */
  replace(next: CalendarAddress): Promise<void>;
  end(personId: PersonId): Promise<void>;
  ownerOf(calendarId: string): Promise<PersonId | undefined>;
}

export interface CalendarAddress {
  readonly personId: PersonId;
  /** Unguessable. */
  readonly calendarId: string;
  readonly createdAt: string;
}

export interface MaterialPlace {
  readonly eventId: EventId;
  readonly materialId: string;
}

/** What is wrong with a file; `active`: it runs, sends or carries something. */
export type MaterialProblem = 'not-pdf' | 'encrypted' | 'active' | 'too-large' | 'too-many';

/** Files of events. Rejects with `Unavailable`. */
export interface MaterialRoom {
  /** Looks at a file as at one that means harm. */
  inspect(
    bytes: Uint8Array,
  ): Promise<
    | Pick<Material, 'pages' | 'sha256'>
    | { readonly problem: Extract<MaterialProblem, 'not-pdf' | 'encrypted' | 'active'> }
  >;
  put(place: MaterialPlace, bytes: Uint8Array): Promise<void>;
  get(place: MaterialPlace): Promise<Uint8Array | undefined>;
  remove(place: MaterialPlace): Promise<void>;
  /** Every file of an event, also those that it does not name. */
  removeAll(eventId: EventId): Promise<void>;
}
