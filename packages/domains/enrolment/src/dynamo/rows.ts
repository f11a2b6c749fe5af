import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import { enrolmentKey, seatKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const enrolmentRow = z.object({
  enrolmentId: branded<EnrolmentId>(),
  personId: branded<PersonId>(),
  courseId: z.string(),
  version: z.number(),
  registration: branded<Registration>(),
  state: z.enum(['active', 'completed', 'cancelled']),
  enrolledAt: z.string(),
  completedAt: z.string().exactOptional(),
  cancelledAt: z.string().exactOptional(),
  lastActivityAt: z.string().exactOptional(),
});

const seatRow = z.object({ registration: branded<Registration>() });

export const toEnrolmentRow = (enrolment: Enrolment): Item => ({
  ...enrolmentKey(enrolment.registration),
  kind: 'enrolment',
  ...enrolment,
});

export const toSeatRow = ({ personId, courseId, registration }: Enrolment): Item => ({
  ...seatKey(personId, courseId),
  kind: 'enrolment-seat',
  registration,
});

export const readEnrolment = (row: Item): Enrolment => enrolmentRow.parse(row);

export const readSeat = (row: Item) => seatRow.parse(row);

export const isEnrolmentRow = (row: Item): boolean => row.kind === 'enrolment';
