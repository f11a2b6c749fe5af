import { type Clock, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { isFor } from '../authority.ts';
import { readDone } from '../paths/follow-member.ts';
import type { PathTerms } from '../paths/path.ts';
import type { PathStore, StepDirectory, StepProgress } from '../paths/ports.ts';
import { type PathStanding, standingOf } from '../paths/standing.ts';
import type { ParticipantDirectory, SeatCounts, SeatStore } from '../ports.ts';
import type { Seat } from '../seat.ts';
import { type Cohort, type CohortId, hallOf } from './cohort.ts';
import { planOf } from './desk.ts';
import { CohortNotFound } from './errors.ts';
import { type CohortStore, idOfHall } from './ports.ts';

interface Deps {
  readonly cohorts: Pick<CohortStore, 'find' | 'findMany' | 'listOpen'>;
  readonly seats: Pick<SeatStore, 'find' | 'counts' | 'ofPerson' | 'waitingBefore'>;
  readonly paths: Pick<PathStore, 'version'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf'>;
  readonly clock: Clock;
}

/** Looked through for one list. */
const mostOpen = 200;

/** What is open to somebody, the first to begin first. */
export async function listCohorts(
  deps: Pick<Deps, 'cohorts' | 'people' | 'clock'>,
  { personId }: Pick<PersonPrincipal, 'personId'>,
): Promise<readonly Cohort[]> {
  const place = await deps.people.placeOf(personId);
  const agencies = new Set([place?.agencyId, place?.workingAgencyId].flatMap((one) => one ?? []));
  // The westernmost zone: a cohort of its last day is shown to its end everywhere.
  const from = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const lists = await Promise.all(
    [...agencies].map((agencyId) => deps.cohorts.listOpen(agencyId, { from, limit: mostOpen })),
  );
  return lists
    .flat()
    .filter((cohort) => isFor(hallOf(cohort), place))
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
}

export interface OwnCohort {
  readonly cohort: Cohort;
  readonly seat: Seat;
}

/** Cohorts of somebody that they have, or had, a seat of; the last to begin first. */
export async function listOwnCohorts(
  deps: Pick<Deps, 'cohorts' | 'seats'>,
  { personId }: Pick<PersonPrincipal, 'personId'>,
): Promise<readonly OwnCohort[]> {
  const seats = await deps.seats.ofPerson(personId);
  const found = await deps.cohorts.findMany(seats.map(({ eventId }) => eventId as string as CohortId));
  const cohorts = new Map<string, Cohort>(found.map((cohort) => [cohort.cohortId, cohort]));
  return seats
    .flatMap((seat) => {
      const cohort = cohorts.get(seat.eventId);
      return cohort ? [{ cohort, seat }] : [];
    })
    .toSorted((a, b) => b.cohort.startsOn.localeCompare(a.cohort.startsOn));
}

export interface CohortForReader {
  readonly cohort: Cohort;
  readonly counts: SeatCounts;
  readonly seat?: Seat;
  /** How many wait before them. */
  readonly ahead?: number;
  readonly plan: Pick<PathTerms, 'groups'>;
  readonly standing: PathStanding;
  readonly progress: ReadonlyMap<string, StepProgress>;
}

/** A cohort as somebody for whom it is, who has or had a seat of it, or who looks after it, sees it; to others there is none (case C4). */
export async function readCohort(
  deps: Deps,
  { principal, cohortId }: { readonly principal: PersonPrincipal; readonly cohortId: CohortId },
): Promise<CohortForReader> {
  const { personId } = principal;
  const [cohort, seat, place] = await Promise.all([
    deps.cohorts.find(cohortId),
    deps.seats.find(idOfHall(cohortId), personId),
    deps.people.placeOf(personId),
  ]);
  const isShown = cohort && (seat || cohort.facilitatorId === personId || isFor(hallOf(cohort), place));
  if (!isShown || cohort.state === 'draft') throw new CohortNotFound();
  const hall = idOfHall(cohortId);
  const plan = await planOf(deps, cohort.subject);
  const [counts, ahead, { done, progress }] = await Promise.all([
    deps.seats.counts(hall),
    seat?.place === undefined ? undefined : deps.seats.waitingBefore(hall, seat.place),
    readDone(deps, personId, plan),
  ]);
  return {
    ...{ cohort, counts, plan, standing: standingOf(plan, done), progress },
    ...(seat && { seat }),
    ...(ahead !== undefined && { ahead }),
  };
}

/** How far somebody is in what their cohort learns, and which days of it are over without what was due. */
export async function standingIn(
  deps: Pick<Deps, 'steps'>,
  input: {
    readonly personId: PersonId;
    readonly plan: Pick<PathTerms, 'groups'>;
    readonly cohort: Pick<Cohort, 'dueDays'>;
    /** Of the place. */
    readonly today: string;
  },
): Promise<{ readonly standing: PathStanding; readonly late: readonly string[] }> {
  const { done } = await readDone(deps, input.personId, input.plan);
  const standing = standingOf(input.plan, done);
  const open = openSteps(standing);
  const late = input.cohort.dueDays.filter(({ stepId, on }) => on < input.today && open.has(stepId));
  return { standing, late: late.map(({ stepId }) => stepId) };
}

/** Steps that somebody still has to finish: of a part that has as many as it needs, no other is. */
export async function openIn(
  deps: Pick<Deps, 'steps'>,
  { personId, plan }: { readonly personId: PersonId; readonly plan: Pick<PathTerms, 'groups'> },
): Promise<ReadonlySet<string>> {
  const { done } = await readDone(deps, personId, plan);
  return openSteps(standingOf(plan, done));
}

const openSteps = ({ groups }: Pick<PathStanding, 'groups'>): ReadonlySet<string> =>
  new Set(
    groups
      .filter(({ at }) => at === undefined)
      .flatMap(({ steps }) => steps)
      .flatMap(({ step, state }) => (state === 'done' ? [] : [step.stepId])),
  );
