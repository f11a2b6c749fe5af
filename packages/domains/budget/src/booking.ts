import type { Brand } from '@sinau/kernel';
import * as z from 'zod';
import { groundsSchema, type LinePlace, rupiahSchema } from './line.ts';

/** For a seat the registration of its enrolment. */
export type BookingId = Brand<'BookingId'>;

export const bookingStates = ['reserved', 'committed', 'spent', 'released'] as const;
export type BookingState = (typeof bookingStates)[number];

/** What staff may say that money is bound for: an event of the agency, or what is learned elsewhere for an item of its annual plan. */
export const purposeKinds = ['event', 'plan-item'] as const;
export interface BookingPurpose {
  readonly kind: (typeof purposeKinds)[number];
  readonly id: string;
}

/** What money is bound for. */
export type BookingCause =
  | {
      readonly kind: 'enrolment';
      readonly registration: string;
      readonly courseId: string;
      readonly providerId: string;
    }
  /** A seat of an event. */
  | { readonly kind: 'event'; readonly eventId: string }
  | {
      readonly kind: 'hand';
      readonly reason: string;
      readonly evidence: string;
      readonly purpose?: BookingPurpose;
    };

/** What was bought, where it is no course: an event by its seats, or what staff have named. */
export const purposeOf = (
  cause: Exclude<BookingCause, { readonly kind: 'enrolment' }>,
): BookingPurpose | undefined =>
  cause.kind === 'event' ? { kind: 'event', id: cause.eventId } : cause.purpose;

/** One thing that binds money of a line, as it stands. */
export interface Booking extends LinePlace {
  readonly bookingId: BookingId;
  readonly cause: BookingCause;
  /** Whole rupiah, integer > 0. */
  readonly amount: number;
  readonly state: BookingState;
  /** Whom it is for, and once it is spent who took part to the end and the JP of all of them together in hundredths; integers >= 0. */
  readonly people: number;
  readonly jp: number;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

const amount = rupiahSchema.min(1);
const outcome = {
  people: z.int().min(0).max(1_000_000).exactOptional(),
  /** Hundredths, of all people together. */
  jp: z.int().min(0).max(10_000_000_000).exactOptional(),
};

/** What staff bind by hand. */
export const newBookingSchema = z.strictObject({
  kind: z.enum(['reserved', 'committed', 'spent']),
  amount,
  ...groundsSchema.shape,
  ...outcome,
  purpose: z.strictObject({ kind: z.enum(purposeKinds), id: z.string().min(1).max(64) }).exactOptional(),
});
export type NewBooking = z.infer<typeof newBookingSchema>;

/** The next step of it. `amount`: where another is agreed, or paid, than was bound; absent: the same. */
export const bookingStepSchema = z.strictObject({
  from: z.enum(['reserved', 'committed', 'spent']),
  to: z.enum(['committed', 'spent', 'released']),
  amount: amount.exactOptional(),
  ...groundsSchema.shape,
  ...outcome,
});
export type BookingStepRequest = z.infer<typeof bookingStepSchema>;
