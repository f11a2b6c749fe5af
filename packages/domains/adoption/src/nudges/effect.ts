import { leastGroup } from '@sinau/kernel';
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

/** How many it has met is told in tens. */
export const leastNudged = 10;

/**
 * What may be told after these sums; undefined when nothing more. Since the last time five people more must have learned, and five more not, in either
 * group. So whoever knows who learned cannot tell who was held out: with each of a group at least five of the other one did the same as they did.
 */
export function standingAfter(
  before: EffectStanding | undefined,
  { sums, now }: { readonly sums: EffectSums; readonly now: string },
): EffectStanding | undefined {
  const was = before?.sums ?? noSums;
  const hasGrown = partsOf(sums).every((part, n) => part - (partsOf(was)[n] ?? 0) >= leastGroup);
  return hasGrown ? { sums, at: now } : undefined;
}

/** Whether it may be told; one of before this rule may not. */
export const isTellable = ({ sums, at }: EffectStanding): boolean =>
  standingAfter(undefined, { sums, now: at }) !== undefined;

/** Who learned and who did not, of either group. */
const partsOf = (sums: EffectSums): readonly number[] => [
  ...[sums.toldReturned, sums.toldSettled - sums.toldReturned],
  ...[sums.heldOutReturned, sums.heldOutSettled - sums.heldOutReturned],
];

export interface Effect {
  /** Whom it has met by now, down to tens; absent below ten. */
  readonly met?: number;
  /** Absent until in both groups five people have learned and five have not, of those whose seven days are over. */
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
  const all = sums.told + sums.heldOut;
  const met = all - (all % leastNudged);
  return { ...(met > 0 && { met }), ...(standing && { result: resultOf(standing) }) };
}

function resultOf({ sums, at }: EffectStanding): NonNullable<Effect['result']> {
  const { toldSettled: told, toldReturned, heldOutSettled: heldOut, heldOutReturned } = sums;
  const difference = differenceOf({ count: toldReturned, of: told }, { count: heldOutReturned, of: heldOut });
  const reading = difference.low > 0 ? 'more' : difference.high < 0 ? 'fewer' : 'unclear';
  return { told, toldReturned, heldOut, heldOutReturned, difference, reading, at };
}
