import { hiddenGroups, isSmall } from '@sinau/kernel';
import type { Membership } from './ports.ts';

/** What people of one unit, or of all of them, have done in pairs in a year. */
export interface PairSums {
  /** Different people, guiding or learning. */
  readonly people: number;
  readonly learners: number;
  readonly guides: number;
  /** Signed sessions of its learners. */
  readonly sessions: number;
  readonly minutes: number;
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
  const hidden = hiddenGroups(new Map([...sums].map(([unitId, { people }]) => [unitId, people])));
  const all = sumOf(meant, year);
  return {
    ...(!isSmall(all.people) && { all }),
    units: new Map([...sums].map(([unitId, one]) => [unitId, hidden.has(unitId) ? undefined : one])),
  };
}

function sumOf(memberships: readonly Membership[], year: number): PairSums {
  const namesOf = (some: readonly Membership[]) => new Set(some.map(({ personId }) => personId)).size;
  const learning = memberships.filter(({ side }) => side === 'learner');
  const done = learning.map(({ years }) => years[String(year)] ?? { sessions: 0, minutes: 0 });
  return {
    people: namesOf(memberships),
    learners: namesOf(learning),
    guides: namesOf(memberships.filter(({ side }) => side === 'guide')),
    sessions: done.reduce((sum, { sessions }) => sum + sessions, 0),
    minutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
