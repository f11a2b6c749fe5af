import type { PersonId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { Registration } from '../enrolment.ts';

/** The enrolment itself, whatever its state. */
export const enrolmentKey = (registration: Registration): Key => ({
  pk: composeKey('ENROLMENT', registration),
  sk: 'ENROLMENT',
});

/** Every seat of one person. */
export const seatPartition = (personId: PersonId): string => composeKey('LEARNER', personId);

/** The seat of a person in a course: exists while an enrolment that is not cancelled does, and names it. */
export const seatKey = (personId: PersonId, courseId: string): Key => ({
  pk: seatPartition(personId),
  sk: composeKey('SEAT', courseId),
});
