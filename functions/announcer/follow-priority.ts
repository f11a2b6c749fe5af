import { noteOfficeAct, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { PrioritySeatMoved } from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { EventId, SeatStore } from '@sinau/programmes';
import type { PrioritySeatId } from '@sinau/recognition/priority';
import type { PriorityDesk } from '../shared/priority-parts.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowPriorityDeps extends TellDeps {
  /** Loaded with the first fact that it follows. */
  readonly priority: () => Promise<PriorityDesk>;
  readonly seats: Pick<SeatStore, 'listOf'>;
  readonly cohortSeats: Pick<SeatStore, 'listOf'>;
  readonly audit: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately };
}

type Followed = FactOf<
  | 'enrolment-promoted'
  | 'enrolment-ended'
  | 'enrolment-completed'
  | 'enrolment-assigned'
  | 'event-seat-changed'
  | 'event-changed'
  | 'cohort-seat-changed'
  | 'cohort-changed'
  | 'priority-seat-moved'
>;

/** What became of a place in a list spends the right that raised it, or gives it back; its person hears of it, and what the agency did is noted. */
export async function followPriority(deps: FollowPriorityDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'enrolment-promoted':
    case 'enrolment-ended':
    case 'enrolment-completed':
    case 'enrolment-assigned':
    case 'event-seat-changed':
    case 'cohort-seat-changed':
      return settle(deps, fact.personId as PersonId);
    case 'event-changed':
      // When it begins nothing is written; whoever waited in vain has the right again at the latest once its attendance is closed.
      if (fact.change !== 'cancelled' && fact.change !== 'closed') return;
      return settleAll(deps, deps.seats, fact.event as EventId);
    case 'cohort-changed':
      if (fact.change === 'moved') return;
      // Seats of a cohort know it as their event.
      return settleAll(deps, deps.cohortSeats, fact.cohortId as EventId);
    case 'priority-seat-moved':
      await note(deps, fact);
      return tellPerson(deps, fact);
  }
}

async function settle(deps: FollowPriorityDeps, personId: PersonId): Promise<void> {
  const [{ settlePriority }, desk] = await Promise.all([
    import('@sinau/recognition/priority'),
    deps.priority(),
  ]);
  await settlePriority(desk, { personId });
}

const seatsAPage = 100;

/** Nobody waits for an event that does not take place or is over, or a cohort that takes nobody any more. */
async function settleAll(
  deps: FollowPriorityDeps,
  seats: Pick<SeatStore, 'listOf'>,
  eventId: EventId,
): Promise<void> {
  let after: string | undefined;
  do {
    const page = await seats.listOf(eventId, {
      limit: seatsAPage,
      ...(after !== undefined && { after }),
    });
    for (const { personId, raised } of page.seats) {
      if (raised) await settle(deps, personId);
    }
    after = page.next;
  } while (after !== undefined);
}

/** What an administrator has given or taken back stands in the log that nobody can change. */
async function note(
  { audit, clock }: FollowPriorityDeps,
  { eventId, occurredAt, agencyId, seat, from, to, by }: PrioritySeatMoved,
): Promise<void> {
  const what =
    to === 'taken-back' ? 'priority-taken-back' : from === undefined ? 'priority-granted' : undefined;
  if (what === undefined || by === undefined) return;
  await noteOfficeAct(
    { ...audit, clock },
    {
      ...{ id: eventId, at: occurredAt, what, thing: `priority-seat:${seat}` },
      ...{ personId: by as PersonId, agencyId: agencyId as AgencyId },
    },
  );
}

/** What somebody did themselves they have seen. */
async function tellPerson(deps: FollowPriorityDeps, fact: PrioritySeatMoved): Promise<void> {
  const { personId, seat: seatId, from, to, rev } = fact;
  if (to === 'redeemed') return;
  const { priority } = await deps.priority();
  const seat = await priority.find({ personId: personId as PersonId, seatId: seatId as PrioritySeatId });
  // It has gone on since: what is told then is told by that step.
  if (seat?.rev !== rev) return;
  const moved = to !== 'granted' ? to : from === undefined ? ('granted' as const) : ('returned' as const);
  const reason = seat.steps.at(-1)?.reason;
  const params = { moved, validUntil: seat.validUntil, ...(reason !== undefined && { reason }) };
  await tell(deps, fact, { kind: 'priority-moved', params, link: '/priority' });
}
