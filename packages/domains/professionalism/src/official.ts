import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { type Dimension, dimensions } from './formula.ts';

/** The index of one person for one year as BKN has set it. Times are ISO 8601 UTC. */
export interface OfficialIndex {
  readonly personId: PersonId;
  /** In which BKN made it, in Jakarta: the answer names no other. */
  readonly year: number;
  readonly points: Readonly<Record<Dimension, number>>;
  /** When BKN made it. */
  readonly createdAt: string;
  /** When it was read. */
  readonly readAt: string;
  readonly source: 'siasn';
}

export const lookOutcomes = ['value', 'none', 'unreadable', 'refused', 'no-answer'] as const;
/** What came of looking. `none`: BKN has no index of that person yet, or knows nobody of the number. */
export type LookOutcome = (typeof lookOutcomes)[number];

/** When it was looked for last, and when its person asked for that last. */
export interface OfficialLook {
  readonly personId: PersonId;
  readonly look?: { readonly at: string; readonly outcome: LookOutcome };
  readonly askedAt?: string;
}

/** Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface OfficialStore {
  /** Newest year first. */
  yearsOf(personId: PersonId): Promise<readonly OfficialIndex[]>;
  /** `older`: what is kept of that year is newer, or the same, and stays. */
  save(index: OfficialIndex): Promise<'saved' | 'older'>;
  lookOf(personId: PersonId): Promise<OfficialLook | undefined>;
  /** An earlier look than the one that is known changes nothing. */
  noteLook(personId: PersonId, look: NonNullable<OfficialLook['look']>): Promise<void>;
  /** `too-soon`: it was asked for after `notBefore`. */
  noteAsked(
    personId: PersonId,
    asked: { readonly at: string; readonly notBefore: string },
  ): Promise<'noted' | 'too-soon'>;
  /** How many rows there were. */
  forget(personId: PersonId): Promise<number>;
}

/**
 * By what one reading of a year is newer than another, whatever comes first: when BKN made it, then when it was read. Strings compare as times do.
 */
export const rankOf = ({ createdAt, readAt }: Pick<OfficialIndex, 'createdAt' | 'readAt'>): string =>
  `${createdAt} ${readAt}`;

const jakartaMs = 7 * 3_600_000;

/** What was read of one person, at that time. Undefined points: see `outcome`. */
export async function takeOfficial(
  { official }: { readonly official: OfficialStore },
  reading: {
    readonly personId: PersonId;
    readonly readAt: string;
    readonly outcome: LookOutcome;
    readonly index?: { readonly points: OfficialIndex['points']; readonly createdAt: string };
  },
): Promise<void> {
  const { personId, readAt, outcome, index } = reading;
  if (index) {
    const { points, createdAt } = index;
    const year = new Date(Date.parse(createdAt) + jakartaMs).getUTCFullYear();
    await official.save({ personId, year, points, createdAt, readAt, source: 'siasn' });
  }
  await official.noteLook(personId, { at: readAt, outcome });
}

const points = z.number();
/** As it is kept. */
export const officialRowSchema = z.object({
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  year: z.number().int(),
  points: z.object({ qualification: points, competency: points, performance: points, discipline: points }),
  ...{ createdAt: z.string(), readAt: z.string(), source: z.literal('siasn') },
});

/** To the hundredth: halves and quarters are not what binary sums make of them. */
export const totalOf = ({ points: of }: Pick<OfficialIndex, 'points'>): number =>
  Math.round(dimensions.reduce((sum, one) => sum + of[one], 0) * 100) / 100;
