import type { CohortChanged, CohortSeatChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { isOpen } from '@sinau/obligations';
import {
  beginPath,
  type Cohort,
  type CohortId,
  type CohortStore,
  type FollowMemberDeps,
  hallsOf,
  idOfHall,
  isStillIn,
  type PathStore,
  promoteWaiting,
  rankWaiting,
  type Seat,
  type SeatStore,
} from '@sinau/programmes';
import { cohortDutiesOf } from '../shared/cohort-duties.ts';
import type { DutyParts } from '../shared/obligation-parts.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';
import { tellDeciders } from './tell-deciders.ts';

export interface FollowCohortsDeps extends TellDeps, FollowMemberDeps {
  readonly paths: PathStore;
  readonly cohorts: CohortStore;
  readonly cohortSeats: SeatStore;
  /** Loaded with the first fact about what somebody has to learn. */
  readonly duties: () => Promise<Pick<DutyParts, 'duties' | 'enrolments'>>;
}

/** A course that a supervisor gave is required until it is finished, or left. */
type Required = FactOf<
  | ('duty-changed' | 'enrolment-assigned' | 'assignment-withdrawn' | 'enrolment-completed')
  | ('enrolment-ended' | 'completion-withdrawn' | 'completion-restored')
>;
type Followed = FactOf<'cohort-changed' | 'cohort-seat-changed'> | Required;

/**
 * What follows from cohorts: seats that are free go on, whoever has one is put on the path that the cohort learns, people hear what others did
 * to their place, and who waits stands where what is required of them puts them. It goes by what is there now, so that it is safe to repeat and to come late.
 */
export async function followCohorts(deps: FollowCohortsDeps, fact: Followed): Promise<void> {
  if (fact.type === 'cohort-changed') return followCohort(deps, fact);
  if (fact.type !== 'cohort-seat-changed') return followRequired(deps, fact);
  const cohortId = fact.cohortId as CohortId;
  // Also where whoever gave the seat back has died before the next was asked.
  const halls = { events: hallsOf(deps.cohorts), seats: deps.cohortSeats, clock: deps.clock };
  await promoteWaiting(halls, { eventId: idOfHall(cohortId) });
  const [cohort, seat] = await Promise.all([
    deps.cohorts.find(cohortId),
    deps.cohortSeats.find(idOfHall(cohortId), fact.personId as PersonId),
  ]);
  // It has gone on since: what follows then follows from that step.
  if (!cohort || seat?.state !== fact.state) return;
  if (seat.state === 'confirmed' && cohort.subject.kind === 'path') {
    const { pathId, version } = cohort.subject;
    const { personId, agencyId } = seat;
    await beginPath(deps, { pathId, version, personId, ...(agencyId !== undefined && { agencyId }) });
  }
  await tellOfSeat(deps, fact, { cohort, seat });
}

/** Most duties go on without being open any more or less; nobody moves by them. */
async function followRequired(deps: FollowCohortsDeps, fact: Required): Promise<void> {
  if (fact.type === 'duty-changed' && fact.before && isOpen(fact.before) === isOpen(fact.after)) return;
  const personId = (fact.type === 'duty-changed' ? fact.after.personId : fact.personId) as PersonId;
  const { cohorts, cohortSeats: seats } = deps;
  await rankWaiting({ cohorts, seats, duties: cohortDutiesOf(await deps.duties()) }, { personId });
}

interface Place {
  readonly cohort: Cohort;
  readonly seat: Seat;
}

const linkOf = ({ cohortId }: Cohort): string => `/cohorts/${cohortId}`;

/** What others did. What somebody did themselves they have seen. */
async function tellOfSeat(deps: FollowCohortsDeps, fact: CohortSeatChanged, place: Place): Promise<void> {
  if (fact.state === 'requested') {
    // Whose cohort it is answers at its desk: puts people in, or takes what they asked for back.
    const { agencyId, name: title, cohortId } = place.cohort;
    const asked = { eventId: fact.eventId, personId: fact.personId, agencyId };
    return tellDeciders(deps, asked, (learner, desk) => ({
      ...{ kind: 'cohort-requested', params: { title, learner } },
      link: desk === 'team' ? '/team/cohorts' : `/agency/cohorts/${cohortId}`,
    }));
  }
  const params = paramsOf(fact, place);
  if (params) await tell(deps, fact, { kind: 'cohort-seat', params, link: linkOf(place.cohort) });
}

type SeatParams = Extract<NoticeContent, { kind: 'cohort-seat' }>['params'];

function paramsOf(
  { before, state }: CohortSeatChanged,
  { cohort: { name: title }, seat }: Place,
): SeatParams | undefined {
  const { offeredUntil: until, reason, by } = seat;
  const why = reason === undefined ? {} : { reason };
  switch (state) {
    case 'offered':
      return { title, state, ...(until !== undefined && { until }) };
    case 'declined':
    case 'removed':
      return { title, state, ...why };
    case 'lapsed':
      return { title, state };
    case 'confirmed':
    case 'waiting':
      if (before === 'requested') return { title, state };
      // Named by somebody; an offer that they took themselves they have seen.
      return by !== undefined && before !== 'offered' ? { title, state: named[state] } : undefined;
    default:
      return undefined;
  }
}

const named = { confirmed: 'nominated', waiting: 'nominated-waiting' } as const;

const seatsAPage = 100;

async function followCohort(deps: FollowCohortsDeps, fact: CohortChanged): Promise<void> {
  const cohort = await deps.cohorts.find(fact.cohortId as CohortId);
  if (!cohort) return;
  const { cancelReason: reason } = cohort;
  const why = fact.change === 'cancelled' && reason !== undefined ? { reason } : {};
  const params = { title: cohort.name, change: fact.change, ...why };
  let after: string | undefined;
  do {
    const page = await deps.cohortSeats.listOf(idOfHall(cohort.cohortId), {
      limit: seatsAPage,
      ...(after !== undefined && { after }),
    });
    for (const seat of page.seats.filter(isStillIn)) {
      const told = { eventId: `${fact.eventId}:${seat.personId}`, personId: seat.personId };
      await tell(deps, told, { kind: 'cohort-changed', params, link: linkOf(cohort) });
    }
    after = page.next;
  } while (after !== undefined);
}
