import { type Difference, differenceOf } from './interval.ts';

/** Of one experiment and scope. Only grows, whoever is erased later: it holds nobody's name. */
export interface EffectSums {
  /** Whom it has met, by group. */
  readonly told: number;
  readonly heldOut: number;
  /** Of them, those whose seven days are over. */
  readonly toldSettled: number;
  readonly heldOutSettled: number;
  /** Of those, whoever learned. */
  readonly toldReturned: number;
  readonly heldOutReturned: number;
}

export const noSums: EffectSums = {
  ...{ told: 0, heldOut: 0, toldSettled: 0, heldOutSettled: 0, toldReturned: 0, heldOutReturned: 0 },
};

/** Sums as they were told last. */
export interface EffectStanding {
  readonly sums: EffectSums;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Smaller groups are not told. */
export const leastNudged = 10;

/**
 * What may be told after these sums; undefined when nothing more. Each group must have grown by ten people since the last time, so that nobody who looks
 * twice finds out whether a colleague has learned in between.
 */
export function standingAfter(
  before: EffectStanding | undefined,
  { sums, now }: { readonly sums: EffectSums; readonly now: string },
): EffectStanding | undefined {
  const was = before?.sums ?? noSums;
  const hasGrown =
    sums.toldSettled - was.toldSettled >= leastNudged &&
    sums.heldOutSettled - was.heldOutSettled >= leastNudged;
  return hasGrown ? { sums, at: now } : undefined;
}

export interface Effect {
  /** Whom it has met by now; absent below ten. */
  readonly met?: number;
  /** Absent until both groups have ten people whose seven days are over. */
  readonly result?: {
    readonly told: number;
    readonly toldReturned: number;
    readonly heldOut: number;
    readonly heldOutReturned: number;
    /** Share that returned among those who were told, above that of those who were not. */
    readonly difference: Difference;
    /** `unclear`: the interval holds 0. */
    readonly reading: 'more' | 'fewer' | 'unclear';
    readonly at: string;
  };
}

export function effectOf(sums: EffectSums, standing: EffectStanding | undefined): Effect {
  const met = sums.told + sums.heldOut;
  return { ...(met >= leastNudged && { met }), ...(standing && { result: resultOf(standing) }) };
}

function resultOf({ sums, at }: EffectStanding): NonNullable<Effect['result']> {
  const { toldSettled: told, toldReturned, heldOutSettled: heldOut, heldOutReturned } = sums;
  const difference = differenceOf({ count: toldReturned, of: told }, { count: heldOutReturned, of: heldOut });
  const reading = difference.low > 0 ? 'more' : difference.high < 0 ? 'fewer' : 'unclear';
  return { told, toldReturned, heldOut, heldOutReturned, difference, reading, at };
}
