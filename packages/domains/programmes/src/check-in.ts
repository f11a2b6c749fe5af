import {
  type Clock,
  checkInWindow,
  openTimedToken,
  type PersonPrincipal,
  type Signer,
  sealTimedToken,
} from '@sinau/kernel';
import * as z from 'zod';
import { presenceOf } from './attended.ts';
import { ownEvent, sessionOf } from './authority.ts';
import { codeAt, type ReadCode, readCode } from './code.ts';
import {
  CodeExpired,
  CodeOfOtherSession,
  CodeUnknown,
  CodeUsed,
  EventChanged,
  EventNotFound,
  NotRegistered,
  OutsideWindow,
} from './errors.ts';
import type { Event, EventId, Session, SessionId } from './event.ts';
import type { EventStore, SeatStore } from './ports.ts';
import type { Mark, Seat } from './seat.ts';

export interface CheckInDeps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly signer: Signer;
  readonly clock: Clock;
}

interface At {
  readonly principal: PersonPrincipal;
  readonly eventId: EventId;
  readonly sessionId: SessionId;
}

/** What the organiser's screen shows now; `open`: people can check in. */
export async function showCode(
  deps: Pick<CheckInDeps, 'events' | 'signer' | 'clock'>,
  at: At,
): Promise<{
  readonly event: Event;
  readonly session: Session;
  readonly code: string;
  readonly open: boolean;
}> {
  const event = await ownEvent(deps, at);
  const session = sessionOf(event, at.sessionId);
  const now = deps.clock.now();
  return { event, session, code: codeAt(deps.signer, at, now), open: isOpen(event, session, now) };
}

function isOpen(event: Pick<Event, 'state'>, session: Session, now: Date): boolean {
  const { from, until } = checkInWindow(session);
  const at = now.toISOString();
  return event.state === 'published' && from <= at && at < until;
}

const ticketSeconds = 300;
const purpose = 'event-check-in-ticket';
const ticketSchema = z.object({
  person: z.string(),
  event: z.string(),
  session: z.string(),
  slot: z.string(),
});

export interface Door {
  readonly event: Event;
  readonly session: Session;
  readonly seat: Seat;
  /** `in`: they are checked in already. */
  readonly state: 'in' | 'ready';
  /** What one tap sends: of this person and session, for five minutes. */
  readonly ticket: string;
}

/**
 * A phone has scanned a code. It has to be one that is shown now: whoever opens a picture of it comes too late. What it gives is bound to the
 * person, so that it opens nothing for anybody else.
 */
export async function openDoor(
  deps: CheckInDeps,
  { code, ...at }: At & { readonly code: string },
): Promise<Door> {
  const { event, session } = await atDoor(deps, at);
  const now = deps.clock.now();
  const { slot } = requireGood(readCode(deps.signer, event, { sessionId: session.sessionId, code, now }));
  const seat = await requireSeat(deps, event, at.principal);
  const { eventId } = event;
  const bound = { person: seat.personId, event: eventId, session: session.sessionId, slot: String(slot) };
  const ticket = sealTimedToken(deps, { purpose, seconds: ticketSeconds }, bound);
  return { event, session, seat, state: isIn(seat, session) ? 'in' : 'ready', ticket };
}

function requireGood(read: ReadCode): Extract<ReadCode, { readonly outcome: 'good' }> {
  switch (read.outcome) {
    case 'good':
      return read;
    case 'unknown':
      throw new CodeUnknown();
    case 'other-session':
      throw new CodeOfOtherSession();
    case 'expired':
      throw new CodeExpired();
  }
}

/** One tap. Repeated, it is `in` already. */
export async function checkIn(
  deps: CheckInDeps,
  { ticket, ...at }: At & { readonly ticket: string },
): Promise<'checked-in' | 'in'> {
  const { event, session } = await atDoor(deps, at);
  const bound = ticketSchema.safeParse(openTimedToken(deps, purpose, ticket));
  if (!bound.success) throw new CodeExpired();
  const { person, slot } = bound.data;
  if (person !== at.principal.personId || bound.data.event !== event.eventId) throw new CodeUnknown();
  if (bound.data.session !== session.sessionId) throw new CodeOfOtherSession();
  const seat = await requireSeat(deps, event, at.principal);
  if (isIn(seat, session)) return 'in';
  // An organiser has said that they were not there.
  if (presenceOf(seat.marks).has(session.sessionId)) throw new CodeUsed();
  const { sessionId } = session;
  const mark: Mark = {
    sessionId,
    present: true,
    at: deps.clock.now().toISOString(),
    way: 'code',
    slot: Number(slot),
  };
  const outcome = await deps.seats.step(seat, { ...seat, marks: [...seat.marks, mark] });
  if (outcome === 'done') return 'checked-in';
  // Two taps at once: the other has done it.
  const again = await requireSeat(deps, event, at.principal);
  if (isIn(again, session)) return 'in';
  throw new EventChanged();
}

async function atDoor(deps: CheckInDeps, { eventId, sessionId }: At) {
  const event = await deps.events.find(eventId);
  if (!event || event.state === 'draft') throw new EventNotFound();
  const session = sessionOf(event, sessionId);
  if (!isOpen(event, session, deps.clock.now())) throw new OutsideWindow();
  return { event, session };
}

async function requireSeat(
  deps: CheckInDeps,
  { eventId }: Event,
  { personId }: PersonPrincipal,
): Promise<Seat> {
  const seat = await deps.seats.find(eventId, personId);
  if (seat?.state !== 'confirmed') throw new NotRegistered();
  return seat;
}

const isIn = ({ marks }: Seat, { sessionId }: Session): boolean =>
  presenceOf(marks).get(sessionId)?.present === true;
