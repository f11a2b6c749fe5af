import { type Branches, hiddenGroups, isSmall } from '@sinau/kernel';
import { type Steps, stepsOf } from './funnel-steps.ts';
import type { Counts } from './tally.ts';

/** How far duties have come in a unit with those below it, of the year and those that are done once. */
export interface UnitDuties {
  readonly steps: Steps;
  /** At least so many people they are of: somebody with duties of both periods is one. */
  readonly people: number;
  /** Of too few people, next to a unit with too few, or below one that is hidden (case P3). */
  readonly hidden: boolean;
}

/** Funnels of units, made of counters by unit, one map a period. */
export function dutiesByUnit(branches: Branches, periods: readonly ReadonlyMap<string, Counts>[]) {
  const peopleOf = (ids: readonly string[]) =>
    Math.max(...periods.map((counts) => ids.reduce((all, id) => all + (counts.get(id)?.people ?? 0), 0)));
  const stepsIn = (ids: readonly string[]): Steps =>
    stepsOf((step) =>
      periods.reduce((all, counts) => ids.reduce((sum, id) => sum + (counts.get(id)?.[step] ?? 0), all), 0),
    );
  /** Those of the unit itself are `''` among its parts. */
  const idsOf = (above: string | undefined, part: string) =>
    part === '' ? [above ?? ''] : branches.branchOf(part);
  const hiddenIn = (above: string | undefined): ReadonlySet<string> => {
    const parts = ['', ...branches.childrenOf(above).map(({ unitId }) => unitId)];
    return hiddenGroups(new Map(parts.map((part) => [part, peopleOf(idsOf(above, part))])));
  };
  const isConcealed = (unitId: string | undefined): boolean => {
    if (isSmall(peopleOf(branches.branchOf(undefined)))) return true;
    const path = unitId === undefined ? [] : branches.pathTo(unitId);
    return path.some((unit, n) => hiddenIn(path[n - 1]?.unitId).has(unit.unitId));
  };
  return {
    of(unitId: string | undefined): UnitDuties {
      const ids = branches.branchOf(unitId);
      return { steps: stepsIn(ids), people: peopleOf(ids), hidden: isConcealed(unitId) };
    },
    partOf(above: string | undefined, part: string): UnitDuties {
      const ids = idsOf(above, part);
      const hidden = isConcealed(above) || hiddenIn(above).has(part);
      return { steps: stepsIn(ids), people: peopleOf(ids), hidden };
    },
  };
}
