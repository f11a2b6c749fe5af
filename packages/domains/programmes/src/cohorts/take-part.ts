import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { isFor } from '../authority.ts';
import { decideRequest, listRequests } from '../decide-request.ts';
import { OwnAttendance, RegistrationClosed } from '../errors.ts';
import { type GiveBackDeps, leaveEvent, removeParticipant } from '../give-seat-back.ts';
import type { ParticipantDirectory, SeatStore } from '../ports.ts';
import { isActive, type Seat } from '../seat.ts';
import { confirmOffer, enter, takeSeat } from '../take-seat.ts';
import { type Cohort, type CohortId, endOfDay, hallOf } from './cohort.ts';
import { CohortNotFound } from './errors.ts';
import { type CohortStore, type DutyDirectory, hallsOf, idOfHall } from './ports.ts';

export interface TakePartDeps {
  readonly cohorts: Pick<CohortStore, 'find' | 'findMany'>;
  readonly seats: SeatStore;
  readonly people: ParticipantDirectory;
  /** Absent where nothing is required of anybody. */
  readonly duties?: DutyDirectory;
  readonly clock: Clock;
}

interface Whose {
  readonly principal: PersonPrincipal;
  readonly cohortId: CohortId;
}

const seatDeps = ({ cohorts, duties, ...deps }: TakePartDeps) => ({
  ...{ ...deps, events: hallsOf(cohorts) },
  ...(duties && { isRequired: requiredBy({ cohorts, duties }) }),
});

const requiredBy =
  ({ cohorts, duties }: Pick<TakePartDeps, 'cohorts'> & { readonly duties: DutyDirectory }) =>
  async ({ eventId, personId }: Seat): Promise<boolean> => {
    const cohort = await cohorts.find(eventId as string as CohortId);
    return cohort !== undefined && duties.isRequired(personId, cohort.subject);
  };

/** As for an event: a seat, the end of the queue, or a question to the supervisor. Nobody applies where people are named. */
export async function applyToCohort(deps: TakePartDeps, { principal, cohortId }: Whose): Promise<Seat> {
  const cohort = await deps.cohorts.find(cohortId);
  const before = await deps.seats.find(idOfHall(cohortId), principal.personId);
  if (cohort?.admission === 'nomination' && !(before && isActive(before.state))) {
    const place = await deps.people.placeOf(principal.personId);
    if (cohort.state === 'draft' || !isFor(hallOf(cohort), place)) throw new CohortNotFound();
    throw new RegistrationClosed();
  }
  // Cohorts take weeks: two at a time are for the person to judge.
  return takeSeat(seatDeps(deps), { principal, eventId: idOfHall(cohortId), despite: true });
}

/** The place that was kept becomes theirs, as long as the cohort is open and has not begun. */
export const confirmCohortOffer = (deps: TakePartDeps, { principal, cohortId }: Whose): Promise<void> =>
  confirmOffer(seatDeps(deps), { principal, eventId: idOfHall(cohortId) });

export async function leaveCohort(deps: TakePartDeps, { principal, cohortId }: Whose): Promise<void> {
  const giving: GiveBackDeps = seatDeps(deps);
  await leaveEvent(giving, { principal, eventId: idOfHall(cohortId) });
}

export interface Nominated {
  readonly seated: number;
  readonly waiting: number;
  /** Had a seat, or waited, before. */
  readonly already: number;
  /** Not of those whom it is for, or not the nominator's to name. */
  readonly refused: readonly PersonId[];
}

/**
 * Supervisors name people of their team as long as applying is open, the agency names any of its people until the cohort is closed; nobody themselves.
 * Who had asked has the answer by it. Repeated, nobody is named twice.
 */
export async function nominate(
  deps: TakePartDeps,
  input: Whose & { readonly personIds: readonly PersonId[] },
): Promise<Nominated> {
  const { principal, cohortId } = input;
  const cohort = await deps.cohorts.find(cohortId);
  if (!cohort || cohort.state === 'draft') throw new CohortNotFound();
  const isOffice = principal.roles.includes('agency-admin') && principal.agencyId === cohort.agencyId;
  const now = deps.clock.now().toISOString();
  const lastDay = isOffice ? cohort.endsOn : cohort.applyUntil;
  if (cohort.state !== 'open' || endOfDay(lastDay, cohort.zone) <= now) throw new RegistrationClosed();
  const told = { seated: 0, waiting: 0, already: 0, refused: [] as PersonId[] };
  for (const personId of new Set(input.personIds)) {
    if (personId === principal.personId) throw new OwnAttendance();
    const became = await nominateOne(deps, cohort, { principal, personId, isOffice, now });
    if (became === 'refused') told.refused.push(personId);
    else told[became] += 1;
  }
  return told;
}

async function nominateOne(
  deps: TakePartDeps,
  cohort: Cohort,
  who: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly isOffice: boolean;
    readonly now: string;
  },
): Promise<'seated' | 'waiting' | 'already' | 'refused'> {
  const { principal, personId, isOffice, now } = who;
  const place = await deps.people.placeOf(personId);
  // The agency may name people of any unit; it knows why.
  const hall = hallOf(isOffice ? { ...cohort, audience: 'agency' } : cohort);
  const mayName = isOffice || place?.supervisorId === principal.personId;
  if (!mayName || !isFor(hall, place)) return 'refused';
  const before = await deps.seats.find(hall.eventId, personId);
  if (before && isActive(before.state) && before.state !== 'requested') return 'already';
  const seat: Seat = {
    ...{ eventId: hall.eventId, personId, state: 'confirmed', since: now, by: principal.personId },
    ...(place?.agencyId !== undefined && { agencyId: place.agencyId }),
    ...{ marks: before?.marks ?? [], rev: before?.rev ?? 0 },
  };
  const became = await enter(seatDeps(deps), before, seat);
  return became.state === 'confirmed' ? 'seated' : 'waiting';
}

export interface CohortRequest {
  readonly cohort: Cohort;
  readonly seat: Seat;
}

/** What the people whom somebody supervises have asked for, oldest first. */
export async function listCohortRequests(
  deps: TakePartDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly CohortRequest[]> {
  const asked = await listRequests(seatDeps(deps), { principal });
  const cohorts = await deps.cohorts.findMany(asked.map(({ seat }) => seat.eventId as string as CohortId));
  const known = new Map<string, Cohort>(cohorts.map((cohort) => [cohort.cohortId, cohort]));
  return asked.flatMap(({ seat }) => {
    const cohort = known.get(seat.eventId);
    return cohort ? [{ cohort, seat }] : [];
  });
}

/** The supervisor's word. `reason`: why not; absent: yes. */
export async function decideCohortRequest(
  deps: TakePartDeps,
  { cohortId, ...input }: Whose & { readonly personId: PersonId; readonly reason?: string },
): Promise<void> {
  await decideRequest(seatDeps(deps), { ...input, eventId: idOfHall(cohortId) });
}

/** Open cohorts of an agency to which somebody may name people of their team now. */
export const isNaming = ({ state, applyUntil, zone }: Cohort, clock: Clock): boolean =>
  state === 'open' && endOfDay(applyUntil, zone) > clock.now().toISOString();

/** The agency takes a seat back; the person is told why. */
export async function removeFromCohort(
  deps: TakePartDeps,
  { cohortId, ...input }: Whose & { readonly personId: PersonId; readonly reason: string },
): Promise<void> {
  await removeParticipant(seatDeps(deps), { ...input, eventId: idOfHall(cohortId) });
}
