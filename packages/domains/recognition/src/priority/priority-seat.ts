import { type AgencyId, type Brand, type LocalDate, oneLine, type PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { Doer } from '../recognition.ts';

export type PrioritySeatId = Brand<'PrioritySeatId'>;

/** For what the law gives it (PP 11/2017 Ps 235). */
export const grounds = ['performance', 'dedication', 'loyalty'] as const;
export type Ground = (typeof grounds)[number];

/** Legal basis, and what is ours: that it is kept as a right to be put before others who wait, how many, and until when. */
export const priorityRule = {
  ruleId: 'national:priority-seat:2017',
  legalBasis: 'PP 11/2017 Ps 231–236',
  validFrom: '2017-04-07',
  verified: false,
} as const;

/** What somebody waits for. */
export type Target =
  | { readonly kind: 'course'; readonly registration: string }
  | { readonly kind: 'event'; readonly eventId: string }
  | { readonly kind: 'cohort'; readonly cohortId: string };

export const isSameTarget = (a: Target, b: Target): boolean =>
  JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b));
const keyOf = (target: Target): readonly string[] => {
  if (target.kind === 'course') return ['course', target.registration];
  return target.kind === 'event' ? ['event', target.eventId] : ['cohort', target.cohortId];
};

/** `redeemed`: it put somebody before others, and they wait. `spent`: they got the seat. One that is granted past its last day has expired. */
export const priorityStates = ['granted', 'redeemed', 'spent', 'taken-back'] as const;
export type PriorityState = (typeof priorityStates)[number];

export interface PriorityStep {
  readonly to: PriorityState;
  readonly at: string;
  /** Absent: what became of the seat. */
  readonly by?: Doer;
  readonly reason?: string;
  /** Of `redeemed`. */
  readonly target?: Target;
}

/** The reward that the law names: priority for competency development. A right to be put before others of one waiting list, once. */
export interface PrioritySeat {
  readonly personId: PersonId;
  readonly seatId: PrioritySeatId;
  /** Whose people they were; its stock of `year` it is of. */
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly ground: Ground;
  /** Minutes of the performance-assessment team that considered it (Ps 236). */
  readonly minutes: { readonly number: string; readonly on: LocalDate };
  /** Last day on which it may be used. */
  readonly validUntil: LocalDate;
  readonly state: PriorityState;
  /** While it is redeemed or spent. */
  readonly target?: Target;
  readonly createdAt: string;
  /** Oldest first; nothing is taken out of the first and the last of them. */
  readonly steps: readonly PriorityStep[];
  readonly rev: number;
}

const lineOfText = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine, { message: 'must be one line of text' });

export const grantSchema = z.strictObject({
  ground: z.enum(grounds),
  minutesNumber: lineOfText(3, 120),
  minutesOn: z.iso.date(),
  /** @default the last day of next year */
  validUntil: z.iso.date().exactOptional(),
});
export type GrantRequest = Readonly<z.infer<typeof grantSchema>>;

/** Seats that an agency gives in a year. */
export const stockSchema = z.int().min(0).max(10_000);

export const isExpired = ({ state, validUntil }: PrioritySeat, today: LocalDate): boolean =>
  state === 'granted' && validUntil < today;

export const isUsable = (seat: PrioritySeat, today: LocalDate): boolean =>
  seat.state === 'granted' && !isExpired(seat, today);

/** More steps than anybody takes with one right; in between the oldest but the first give way. */
const mostSteps = 30;

export function steppedTo(seat: PrioritySeat, step: PriorityStep): PrioritySeat {
  const { target: _, ...rest } = seat;
  const target = step.target ?? (step.to === 'spent' ? seat.target : undefined);
  const [first, ...others] = [...seat.steps, step];
  return {
    ...rest,
    state: step.to,
    ...(target && { target }),
    steps: first ? [first, ...others.slice(-(mostSteps - 1))] : [],
  };
}
