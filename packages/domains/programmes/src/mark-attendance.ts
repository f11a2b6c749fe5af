import { type Clock, checkInWindow, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { presenceOf } from './attended.ts';
import { ownEvent, sessionOf } from './authority.ts';
import { EventChanged, EventFixed, EventFull, NotRegistered, OwnAttendance } from './errors.ts';
import type { EventId, SessionId } from './event.ts';
import type { EventStore, SeatStore } from './ports.ts';
import { type Mark, mostMarks } from './seat.ts';

interface Deps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly clock: Clock;
}

export interface Marking {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly present: boolean;
}

interface Marked {
  readonly marks: number;
  /** Who has no confirmed seat any more; nothing is noted of them. */
  readonly withoutSeat: readonly PersonId[];
}

/**
 * What an organiser says of somebody's attendance, with a reason that stays: a phone without battery, a list on paper, a mistake. From when check-in
 * opens, and never something new of themselves (case C7). What is known already makes no mark, so that a list that is sent twice says nothing twice.
 * Whoever had a seat and gave it back since the list was read is left out and named; a list with somebody who never had one is refused as a whole.
 */
export async function markAttendance(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly eventId: EventId;
    readonly markings: readonly Marking[];
    readonly reason: string;
  },
): Promise<Marked> {
  const event = await ownEvent(deps, input);
  const now = deps.clock.now().toISOString();
  if (event.state !== 'published') throw new EventFixed();
  const by = input.principal.personId;
  const people = Map.groupBy(input.markings, ({ personId }) => personId);
  for (const { sessionId } of input.markings) {
    if (checkInWindow(sessionOf(event, sessionId)).from > now) throw new EventFixed();
  }
  const own = people.get(by);
  if (own && changesOf(await presenceIn(deps, event.eventId, by), own).length > 0) throw new OwnAttendance();
  people.delete(by);
  for (const personId of people.keys()) {
    if (!(await deps.seats.find(event.eventId, personId))) throw new NotRegistered();
  }
  const withoutSeat: PersonId[] = [];
  let marks = 0;
  for (const [personId, markings] of people) {
    const common = { at: now, way: 'staff', by, reason: input.reason } as const;
    const made = await markOne(deps, { eventId: event.eventId, personId }, (known) =>
      changesOf(known, markings).map(({ sessionId, present }) => ({ sessionId, present, ...common })),
    );
    if (made === 'no-seat') withoutSeat.push(personId);
    else marks += made;
  }
  return { marks, withoutSeat };
}

async function presenceIn({ seats }: Deps, eventId: EventId, personId: PersonId) {
  const seat = await seats.find(eventId, personId);
  return presenceOf(seat?.marks ?? []);
}

const changesOf = (known: ReadonlyMap<string, Mark>, markings: readonly Marking[]): readonly Marking[] =>
  markings.filter(({ sessionId, present }) => (known.get(sessionId)?.present ?? false) !== present);

/** Somebody may check in by a code in the same moment. */
const rounds = 5;

async function markOne(
  deps: Deps,
  { eventId, personId }: { readonly eventId: EventId; readonly personId: PersonId },
  marksFor: (known: ReadonlyMap<string, Mark>) => readonly Mark[],
): Promise<number | 'no-seat'> {
  for (let round = 0; round < rounds; round += 1) {
    const seat = await deps.seats.find(eventId, personId);
    if (seat?.state !== 'confirmed') return 'no-seat';
    const marks = marksFor(presenceOf(seat.marks));
    if (marks.length === 0) return 0;
    if (seat.marks.length + marks.length > mostMarks) throw new EventFull();
    if ((await deps.seats.step(seat, { ...seat, marks: [...seat.marks, ...marks] })) === 'done')
      return marks.length;
  }
  throw new EventChanged();
}
