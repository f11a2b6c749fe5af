import { type Clock, type PersonPrincipal, Unavailable } from '@sinau/kernel';
import { asksSupervisor, isOpenTo } from './authority.ts';
import { charged, type Paying } from './charge-seat.ts';
import { clashesOf } from './clash.ts';
import { EventChanged, EventClashes, EventNotFound, OfferOver, RegistrationClosed } from './errors.ts';
import { type Event, type EventId, spanOf } from './event.ts';
import type {
  EventStore,
  ParticipantDirectory,
  ParticipantPlace,
  RegistrationGate,
  SeatStore,
} from './ports.ts';
import { newPlace } from './queue-place.ts';
import { isActive, type Seat } from './seat.ts';
import type { ChargeState } from './seat-charge.ts';

export interface TakeSeatDeps {
  readonly events: Pick<EventStore, 'find' | 'findMany'>;
  readonly seats: Pick<SeatStore, 'find' | 'step' | 'ofPerson'>;
  readonly people: ParticipantDirectory;
  readonly clock: Clock;
  /** Absent where seats never cost anything. */
  readonly paying?: Paying;
  /** Whether what is learned there is required of whom the seat is; whoever it is waits before others. Absent where nothing is. */
  readonly isRequired?: (seat: Seat) => Promise<boolean>;
}

/**
 * One tap: a seat if one is free and nobody waits, else the end of the queue; where the supervisor is asked, first their word. Repeated, it
 * answers with what there is. `despite`: the person knows of the clash. Whoever gives a seat by hand, or decides on a request, asks no gate: they answer
 * for the order themselves.
 */
export const register = (
  deps: TakeSeatDeps & { readonly gate: RegistrationGate },
  input: Registering,
): Promise<Seat> => takeSeat(deps, input);

interface Registering {
  readonly principal: PersonPrincipal;
  readonly eventId: EventId;
  readonly despite: boolean;
}

/** The same for whatever else has seats: a cohort is in no path, so it has no gate. */
export async function takeSeat(
  deps: TakeSeatDeps & { readonly gate?: RegistrationGate },
  input: Registering,
): Promise<Seat> {
  const { personId } = input.principal;
  const [event, place] = await Promise.all([deps.events.find(input.eventId), deps.people.placeOf(personId)]);
  if (!event || event.state === 'draft' || !(await isOpenTo(event, place))) throw new EventNotFound();
  const before = await deps.seats.find(event.eventId, personId);
  if (before && isActive(before.state)) return before;
  requireOpen(event, deps.clock);
  await deps.gate?.requireOpen({ personId, eventId: event.eventId });
  if (!input.despite && (await findClashes(deps, { personId, event })).length > 0) throw new EventClashes();
  const seat = seatOf(event, { before, personId, place, now: deps.clock.now() });
  const asks = await asksSupervisor(event, place);
  const taken = asks ? ask(deps, before, seat) : enter(deps, before, await charged(deps, event, seat));
  return taken.catch((refused: unknown) => whatThereIs(deps, seat, refused));
}

/** Of two taps at once one takes the seat, and the other finds it. */
async function whatThereIs(
  { seats }: TakeSeatDeps,
  { eventId, personId }: Seat,
  refused: unknown,
): Promise<Seat> {
  const now = refused instanceof EventChanged ? await seats.find(eventId, personId) : undefined;
  if (now && isActive(now.state)) return now;
  throw refused;
}

export function isRegistrationOpen(
  event: Pick<Event, 'state' | 'opensAt' | 'closesAt'>,
  now: string,
): boolean {
  return event.state === 'published' && event.opensAt <= now && now < event.closesAt;
}

function requireOpen(event: Event, clock: Clock): void {
  if (!isRegistrationOpen(event, clock.now().toISOString())) throw new RegistrationClosed();
}

/** Of the person's own events, which are not over, those at the same time (case L8). */
export async function findClashes(
  deps: {
    readonly events: Pick<EventStore, 'findMany'>;
    readonly seats: Pick<SeatStore, 'ofPerson'>;
    readonly clock: Clock;
  },
  { personId, event }: { readonly personId: Seat['personId']; readonly event: Event },
): Promise<readonly Event[]> {
  const seats = (await deps.seats.ofPerson(personId)).filter(({ state }) => isActive(state));
  const others = await deps.events.findMany(seats.map(({ eventId }) => eventId));
  const now = deps.clock.now().toISOString();
  const coming = others.filter((one) => one.state === 'published' && spanOf(one).endsAt > now);
  return clashesOf(event, coming);
}

function seatOf(
  { eventId }: Event,
  given: {
    readonly before: Seat | undefined;
    readonly personId: Seat['personId'];
    readonly place: ParticipantPlace | undefined;
    readonly now: Date;
  },
): Seat {
  const { before, personId, place, now } = given;
  return {
    ...{ eventId, personId, state: 'confirmed', since: now.toISOString() },
    ...(place?.agencyId !== undefined && { agencyId: place.agencyId }),
    ...{ marks: before?.marks ?? [], rev: before?.rev ?? 0 },
  };
}

async function ask(deps: TakeSeatDeps, before: Seat | undefined, seat: Seat): Promise<Seat> {
  const asked: Seat = { ...seat, state: 'requested' };
  const outcome = await deps.seats.step(before, asked);
  if (outcome === 'shut') throw new RegistrationClosed();
  if (outcome !== 'done') throw new EventChanged();
  return { ...asked, rev: asked.rev + 1 };
}

/** Between two looks a seat may come and go. */
const rounds = 20;

/** A seat, or the end of the queue; or, where their agency pays and has no room for it, a place in the line for that. */
export async function enter(
  deps: Pick<TakeSeatDeps, 'isRequired'> & { readonly seats: Pick<SeatStore, 'step'> },
  before: Seat | undefined,
  confirmed: Seat,
): Promise<Seat> {
  const isRequired = (await deps.isRequired?.(confirmed)) ?? false;
  const place = newPlace(confirmed, { isRequired, isRaised: false });
  const waiting = withCharge({ ...confirmed, state: 'waiting', place }, 'reserved');
  const unfunded = withCharge({ ...confirmed, state: 'unfunded' }, 'wanted');
  for (let round = 0; round < rounds; round += 1) {
    let lacksMoney = false;
    for (const next of [confirmed, waiting, unfunded]) {
      // Without money neither a seat nor the queue; with it none waits for money.
      if (lacksMoney !== (next === unfunded)) continue;
      const outcome = await deps.seats.step(before, next);
      if (outcome === 'done') return { ...next, rev: next.rev + 1 };
      if (outcome === 'shut') throw new RegistrationClosed();
      if (outcome === 'changed') throw new EventChanged();
      lacksMoney ||= outcome === 'no-room';
    }
  }
  throw new Unavailable('Seats of this event change all the time.');
}

const withCharge = (seat: Seat, state: ChargeState): Seat =>
  seat.charge ? { ...seat, charge: { ...seat.charge, state, at: seat.since } } : seat;

/** The seat that was kept becomes theirs, as long as people still come in: whoever had a right for it has it again once nobody does. */
export async function confirmOffer(
  deps: Pick<TakeSeatDeps, 'events' | 'seats' | 'clock'>,
  { principal, eventId }: { readonly principal: PersonPrincipal; readonly eventId: EventId },
): Promise<void> {
  const [event, seat] = await Promise.all([
    deps.events.find(eventId),
    deps.seats.find(eventId, principal.personId),
  ]);
  if (!event || !seat) throw new EventNotFound();
  if (seat.state === 'confirmed') return;
  const now = deps.clock.now().toISOString();
  if (event.state !== 'published' || spanOf(event).startsAt <= now) throw new OfferOver();
  const { offeredUntil, raised: _, ...rest } = seat;
  if (seat.state !== 'offered' || offeredUntil === undefined || offeredUntil <= now) throw new OfferOver();
  const confirmed = withCharge({ ...rest, state: 'confirmed', since: now }, 'committed');
  const outcome = await deps.seats.step(seat, confirmed);
  if (outcome !== 'done') throw new EventChanged();
}
