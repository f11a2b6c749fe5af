import { type AgencyId, oneLine, type PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { type Axes, type Predicate, performances, potentials, predicates } from './box.ts';

/** Who recorded something. */
export interface Recorder {
  readonly id: PersonId;
  readonly name: string;
}

/** What an agency found of somebody for a year. The two axes are kept and no box. */
export interface Rating extends Axes {
  readonly personId: PersonId;
  /** Of which they were when it was recorded; it stays that agency's. */
  readonly agencyId: AgencyId;
  /** Year of the performance. */
  readonly year: number;
  /** Absent: the side of what was expected was recorded itself. */
  readonly predicate?: Predicate;
  /** Hundredths of a point, 0 to 10,000; the potential follows from it by the agency's own thresholds. */
  readonly score?: number;
  /** What it rests on: number of the minutes or the decision. */
  readonly basis: string;
  /** Local day on which it was found. */
  readonly foundOn: string;
  readonly recordedBy: Recorder;
  /** ISO 8601 UTC. */
  readonly recordedAt: string;
  /** It does not count, and stays on record. */
  readonly withdrawn?: { readonly reason: string };
  /** How often it was written, from 1. */
  readonly rev: number;
}

/** From which score the potential is middle and high, in hundredths of a point; the agency's own, as no rule sets them. */
export interface Thresholds {
  readonly middleFrom: number;
  readonly highFrom: number;
  readonly rev: number;
}

const points = z.int().min(0).max(10_000);

export const thresholdsSchema = z
  .strictObject({ middleFrom: points, highFrom: points, rev: z.int().min(0) })
  .refine(({ middleFrom, highFrom }) => middleFrom < highFrom, {
    message: 'must be above the threshold of the middle',
    path: ['highFrom'],
  });

const words = (most: number) => z.string().trim().min(3).max(most).regex(oneLine);

/** What somebody may be found to be; of performance and of potential exactly one way of saying it. */
export const ratingRequestSchema = z
  .strictObject({
    year: z.int().min(2015).max(2100),
    performance: z.enum(performances).exactOptional(),
    predicate: z.enum(predicates).exactOptional(),
    potential: z.enum(potentials).exactOptional(),
    score: points.exactOptional(),
    basis: words(120),
    foundOn: z.iso.date(),
  })
  .refine(({ performance, predicate }) => (performance === undefined) !== (predicate === undefined), {
    message: 'must say the performance by its side or by its predicate',
    path: ['performance'],
  })
  .refine(({ potential, score }) => (potential === undefined) !== (score === undefined), {
    message: 'must say the potential by its level or by its score',
    path: ['potential'],
  });
export type RatingRequest = z.infer<typeof ratingRequestSchema>;

export const withdrawalSchema = z.strictObject({ rev: z.int().min(1), reason: words(300) });

/** Where a rating stands; undefined: nowhere, as it does not count. */
export const placeOf = (rating: Rating | undefined): Axes | undefined =>
  rating && rating.withdrawn === undefined
    ? { performance: rating.performance, potential: rating.potential }
    : undefined;

export const isSamePlace = (a: Axes | undefined, b: Axes | undefined): boolean =>
  a?.performance === b?.performance && a?.potential === b?.potential;
