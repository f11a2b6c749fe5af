import { type PersonId, Unavailable } from '@sinau/kernel';
import type { EventId } from '../event.ts';
import type { SeatStore } from '../ports.ts';
import { isRequiredPlace, rankedPlace } from '../queue-place.ts';
import type { CohortId, CohortSubject } from './cohort.ts';
import type { CohortStore, DutyDirectory } from './ports.ts';

interface Deps {
  readonly cohorts: Pick<CohortStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'ofPerson' | 'step'>;
  readonly duties: DutyDirectory;
}

/** Each further try meets a change that somebody else made in between. */
const mostTries = 10;

/**
 * The place of somebody in the queues of cohorts follows what is required of them now: whoever has to learn it stands before those who used a right,
 * and goes back to where they were when it is required no more. Safe to repeat. Tells in how many queues they have moved.
 */
export async function rankWaiting(
  deps: Deps,
  { personId }: { readonly personId: PersonId },
): Promise<number> {
  let moved = 0;
  for (const { eventId, state } of await deps.seats.ofPerson(personId)) {
    if (state !== 'waiting') continue;
    const cohort = await deps.cohorts.find(eventId as string as CohortId);
    if (cohort?.state !== 'open') continue;
    if (await rankOne(deps, { eventId, personId, subject: cohort.subject })) moved += 1;
  }
  return moved;
}

async function rankOne(
  { seats, duties }: Deps,
  who: { readonly eventId: EventId; readonly personId: PersonId; readonly subject: CohortSubject },
): Promise<boolean> {
  for (let n = 0; n < mostTries; n += 1) {
    const before = await seats.find(who.eventId, who.personId);
    if (before?.state !== 'waiting' || before.place === undefined) return false;
    const isRequired = await duties.isRequired(who.personId, who.subject);
    if (isRequired === isRequiredPlace(before.place)) return false;
    const place = rankedPlace(before.place, { isRequired, isRaised: before.raised === true });
    if ((await seats.step(before, { ...before, place })) === 'done') return true;
  }
  throw new Unavailable('This seat is changing. Please try again.');
}
