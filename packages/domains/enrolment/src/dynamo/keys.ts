import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Charge, CostLine } from '../charge.ts';
import { type Enrolment, type Registration, waitingRank } from '../enrolment.ts';
import type { PoolName } from '../pool-list.ts';
import { rosterShards } from '../ports.ts';
import type { QuotaId } from '../quota.ts';
import type { BudgetLineId } from '../seat-budget.ts';

/** The enrolment itself, whatever its state. */
export const enrolmentKey = (registration: Registration): Key => ({
  pk: composeKey('ENROLMENT', registration),
  sk: 'ENROLMENT',
});

/** Every seat and the whole history of one person. */
export const learnerPartition = (personId: PersonId): string => composeKey('LEARNER', personId);

export const seatPrefix = keyPrefix('SEAT');

/** The seat of a person in a course: exists while an enrolment that is not over does, and names it. */
export const seatKey = (personId: PersonId, courseId: string): Key => ({
  pk: learnerPartition(personId),
  sk: composeKey('SEAT', courseId),
});

export const pastPrefix = (courseId: string | undefined): string =>
  courseId === undefined ? keyPrefix('PAST') : keyPrefix('PAST', courseId);

/** An enrolment that is over, or that a re-take followed. */
export const pastKey = ({ personId, courseId, registration }: Enrolment): Key => ({
  pk: learnerPartition(personId),
  sk: composeKey('PAST', courseId, registration),
});

export const coursePartition = (courseId: string): string => composeKey('COURSE-SEATS', courseId);

/** How many hold a seat and how many wait. */
export const counterKey = (courseId: string): Key => ({ pk: coursePartition(courseId), sk: 'COUNTER' });

export const waitPrefix = keyPrefix('WAIT');

/** A place in the waiting list of the course, of a quota or of a budget line: by rank, then arrival, and by registration within a millisecond. */
export const waitKey = ({ waitingSince = '', registration, ...who }: Enrolment): Key => ({
  pk: listOf(who),
  sk: composeKey('WAIT', String(waitingRank(who)), waitingSince, registration),
});

function listOf({
  courseId,
  agencyId = '' as AgencyId,
  waitingQuota,
  waitingBudget,
}: Pick<Enrolment, 'courseId' | 'agencyId' | 'waitingQuota' | 'waitingBudget'>): string {
  if (waitingBudget) return lineWaitPartition(agencyId, waitingBudget.lineId);
  return waitingQuota === undefined ? coursePartition(courseId) : quotaWaitPartition(agencyId, waitingQuota);
}

/** gsi1: one part of the roster of a course; a part by the registration, which is random. */
export const runningPartition = (courseId: string, shard: number): string =>
  composeKey('RUNNING', courseId, String(shard));

/** gsi1: those who have completed the course. */
export const donePartition = (courseId: string, shard: number): string =>
  composeKey('DONE', courseId, String(shard));

/** gsi1: those who have cancelled, by when. */
export const leftPartition = (courseId: string, shard: number): string =>
  composeKey('LEFT', courseId, String(shard));

export const shardOf = (registration: Registration): number =>
  Number.parseInt(registration.slice(0, 2), 16) % rosterShards;

export const requestedPartition = (agencyId: AgencyId): string => composeKey('REQUESTED', agencyId);

export const assignedPartition = (agencyId: AgencyId): string => composeKey('ASSIGNED', agencyId);

export const invitationPartition = (courseId: string): string => composeKey('INVITATIONS', courseId);

export const invitationKey = (courseId: string, invitationId: string): Key => ({
  pk: invitationPartition(courseId),
  sk: composeKey('INVITATION', invitationId),
});

/** Quotas of an agency with their counters, and the changes of their terms. */
export const quotaPartition = (agencyId: AgencyId): string => composeKey('QUOTAS', agencyId);

export const quotaKey = (agencyId: AgencyId, quotaId: QuotaId): Key => ({
  pk: quotaPartition(agencyId),
  sk: composeKey('QUOTA', quotaId),
});

export const quotaPrefix = keyPrefix('QUOTA');

/** Every period of one target: an id ends in its first day. */
export const quotasOf = (kind: 'provider' | 'course', id: string): string =>
  composeKey('QUOTA', `${kind}.${id}.`);

export const changePrefix = keyPrefix('CHANGE');
export const changeKey = (agencyId: AgencyId, at: string, quotaId: QuotaId): Key => ({
  pk: quotaPartition(agencyId),
  sk: composeKey('CHANGE', at, quotaId),
});

export const quotaWaitPartition = (agencyId: string, quotaId: QuotaId): string =>
  composeKey('QUOTA-WAITING', agencyId, quotaId);

/** gsi2: seats that count in a quota first and that no duty asks for, by when they were given. */
export const heldPartition = (agencyId: AgencyId, quotaId: QuotaId): string =>
  composeKey('QUOTA-HELD', agencyId, quotaId);

/** Seats taken of a pool, by when they were given; a row until it is given back. */
export const poolSeatPartition = ({ agencyId, quotaId, poolId }: PoolName): string =>
  composeKey('QUOTA-POOL', agencyId, quotaId, poolId);

export const poolSeatPrefix = keyPrefix('SEAT');

export const poolSeatKey = (
  pool: PoolName,
  { enrolledAt, registration }: Pick<Enrolment, 'enrolledAt' | 'registration'>,
): Key => ({ pk: poolSeatPartition(pool), sk: composeKey('SEAT', enrolledAt, registration) });

/** Whoever is on the list of a pool, or has asked to be. */
export const poolListPrefix = keyPrefix('LISTED');

export const poolListKey = (pool: PoolName, personId: PersonId): Key => ({
  pk: poolSeatPartition(pool),
  sk: composeKey('LISTED', personId),
});

/** gsi1: every list that a person is on. */
export const listsOfPartition = (personId: PersonId): string => composeKey('QUOTA-LISTS-OF', personId);

export const lineWaitPartition = (agencyId: string, lineId: BudgetLineId): string =>
  composeKey('BUDGET-WAITING', agencyId, lineId);

export const balancePartition = (agencyId: AgencyId, year: number): string =>
  composeKey('COSTS', agencyId, String(year));

export const balanceKey = ({ agencyId, year, providerId, payer }: Charge, courseId: string): Key => ({
  pk: balancePartition(agencyId, year),
  sk: composeKey('BALANCE', providerId, courseId, payer),
});

export const linePartition = (agencyId: AgencyId, year: number): string =>
  composeKey('COST-LINES', agencyId, String(year));

export const lineKey = ({ agencyId, year, at, registration, kind }: CostLine): Key => ({
  pk: linePartition(agencyId, year),
  sk: composeKey(at, registration, kind),
});
