import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Enrolment, Registration } from '../enrolment.ts';
import { rosterShards } from '../ports.ts';

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

/** A place in the waiting list: by arrival, and by registration within a millisecond. */
export const waitKey = ({ courseId, waitingSince = '', registration }: Enrolment): Key => ({
  pk: coursePartition(courseId),
  sk: composeKey('WAIT', waitingSince, registration),
});

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
