import { hiddenGroups, isSmall } from '@sinau/kernel';
import type { Membership } from './ports.ts';

/** What people of one unit, or of all of them, have done in pairs in a year. */
export interface PairSums {
  /** Different people, guiding or learning. */
  readonly people: number;
  readonly learners: number;
  readonly guides: number;
  /** Signed sessions of its learners, in minutes; absent where so few learners have some that it would tell of them. */
  readonly signed?: { readonly sessions: number; readonly minutes: number };
}

export interface AgencySums {
  /** Absent where they are less than five people. */
  readonly all?: PairSums;
  /** By unit when the pair was agreed, `''` for none; absent where so few people are in it that it would tell of them. */
  readonly units: ReadonlyMap<string, PairSums | undefined>;
}

/** Whether a membership is of that year: it goes on now, or there was a session. */
export const isOfYear = ({ state, years }: Membership, year: number, thisYear: number): boolean =>
  years[String(year)] !== undefined || (state === 'active' && year === thisYear);

/** Sums of an agency's people; what tells of single ones is left out, with as many others as nobody gets at it by taking sums from each other. */
export function sumPairs(
  memberships: readonly Membership[],
  { year, thisYear }: { readonly year: number; readonly thisYear: number },
): AgencySums {
  const meant = memberships.filter((one) => isOfYear(one, year, thisYear));
  const byUnit = Map.groupBy(meant, ({ unitId }) => unitId ?? '');
  const sums = new Map([...byUnit].map(([unitId, some]) => [unitId, sumOf(some, year)]));
  const sizesBy = (of: 'people' | 'signers') =>
    new Map([...sums].map(([unitId, one]) => [unitId, of === 'people' ? one.people : one.signed.people]));
  const hidden = hiddenGroups(sizesBy('people'));
  // Minutes are those of learners who have signed some, and of a large unit that may be a single one.
  const unsigned = hiddenGroups(sizesBy('signers'), hidden);
  const all = sumOf(meant, year);
  return {
    ...(!isSmall(all.people) && { all: shownOf(all, isSmall(all.signed.people)) }),
    units: new Map(
      [...sums].map(([unitId, one]) => [
        unitId,
        hidden.has(unitId) ? undefined : shownOf(one, unsigned.has(unitId)),
      ]),
    ),
  };
}

type Sum = Omit<PairSums, 'signed'> & {
  /** `people`: learners who have signed some. */
  readonly signed: { readonly people: number; readonly sessions: number; readonly minutes: number };
};

function sumOf(memberships: readonly Membership[], year: number): Sum {
  const namesOf = (some: readonly Membership[]) => new Set(some.map(({ personId }) => personId)).size;
  const yearOf = ({ years }: Membership) => years[String(year)] ?? { sessions: 0, minutes: 0 };
  const learning = memberships.filter(({ side }) => side === 'learner');
  const signing = learning.filter((one) => yearOf(one).sessions > 0);
  return {
    people: namesOf(memberships),
    learners: namesOf(learning),
    guides: namesOf(memberships.filter(({ side }) => side === 'guide')),
    signed: {
      people: namesOf(signing),
      sessions: signing.reduce((sum, one) => sum + yearOf(one).sessions, 0),
      minutes: signing.reduce((sum, one) => sum + yearOf(one).minutes, 0),
    },
  };
}

function shownOf({ signed, ...rest }: Sum, isHidden: boolean): PairSums {
  const { sessions, minutes } = signed;
  return { ...rest, ...(!isHidden && { signed: { sessions, minutes } }) };
}
