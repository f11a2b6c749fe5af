import type { BookingCause, BookingId } from './booking.ts';
import type { BudgetSums, LinePlace } from './line.ts';

/** Who did it; absent on what seats do by themselves. */
export interface BudgetActor {
  readonly id: string;
  readonly name: string;
  readonly as: 'agency' | 'client';
}

export const entryKinds = [
  'opened',
  'ceiling',
  'terms',
  'closed',
  'reopened',
  'reserved',
  'committed',
  'spent',
  'released',
] as const;

/** One change of a line; never changed itself. Sums over all entries of a line are its counters. */
export interface BudgetEntry extends LinePlace {
  /** Tells entries of one moment apart. */
  readonly entryId: string;
  readonly at: string;
  readonly kind: (typeof entryKinds)[number];
  /** What changes, whole rupiah, with its sign. */
  readonly ceiling: number;
  readonly sums: BudgetSums;
  readonly bookingId?: BookingId;
  readonly cause?: BookingCause;
  /** Of what staff did. */
  readonly by?: BudgetActor;
  readonly grounds?: { readonly reason: string; readonly evidence: string };
}

export const noSums: BudgetSums = { reserved: 0, committed: 0, spent: 0 };
