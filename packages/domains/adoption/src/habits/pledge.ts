import type { Brand, LanguageMap, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';

export type PledgeId = Brand<'PledgeId'>;

/** `supervisor`: who supervises the person now sees what was pledged, and not how it goes. `team`: whoever the person supervises. */
export const audiences = ['nobody', 'supervisor', 'team'] as const;
export type Audience = (typeof audiences)[number];

export const leastPledgedMinutes = 5;
export const mostPledgedMinutes = 240;
/** Sessions are kept for a hundred days, and nobody knows their weeks further ahead. */
export const pledgeWeeks = [2, 4, 8] as const;

const time = {
  /** 1 for Monday to 7 for Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(),
  /** On each of them. */
  minutes: z.int().min(leastPledgedMinutes).max(mostPledgedMinutes),
  weeks: z.literal([...pledgeWeeks]),
};
/** What somebody may pledge. Strict: there is no other field (case D1). */
export const pledgeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time'), ...time, share: z.enum(['nobody', 'supervisor']) }),
  z.strictObject({
    kind: z.literal('course'),
    courseId: z.string().max(64),
    until: z.iso.date(),
    share: z.enum(['nobody', 'supervisor']),
  }),
  /** Time that a supervisor gives to the team. */
  z.strictObject({ kind: z.literal('team-time'), ...time }),
]);
export type PledgeRequest = z.infer<typeof pledgeRequestSchema>;

export type Pledged =
  | {
      readonly kind: 'time' | 'team-time';
      readonly days: readonly number[];
      readonly minutes: number;
      readonly weeks: (typeof pledgeWeeks)[number];
    }
  | { readonly kind: 'course'; readonly courseId: string; readonly title: LanguageMap };

/** Something that somebody means to do, of which nothing depends (komitmen). Days are those of the person. */
export interface Pledge {
  readonly personId: PersonId;
  readonly pledgeId: PledgeId;
  readonly what: Pledged;
  readonly from: LocalDate;
  /** The last day. */
  readonly until: LocalDate;
  readonly audience: Audience;
  /** Absent: it goes on, or is over. */
  readonly letGo?: true;
  /** It was seen to be kept, and stays so when what showed it is kept no longer. */
  readonly kept?: true;
  readonly createdAt: string;
  readonly rev: number;
}

export const isOpen = ({ letGo, until }: Pick<Pledge, 'letGo' | 'until'>, today: LocalDate): boolean =>
  !letGo && today <= until;
