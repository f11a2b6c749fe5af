/** A unit as it is called and stands now. */
export interface AgencyUnit {
  readonly unitId: string;
  readonly name: string;
  /** Absent at the top. */
  readonly parentId?: string;
}

/** Units of an agency by place: each parent before its children, siblings by name. */
export interface Branches {
  readonly units: ReadonlyMap<string, AgencyUnit>;
  /** Of a unit, or at the top. */
  childrenOf(unitId: string | undefined): readonly AgencyUnit[];
  /** A unit and all below it; everything and `''` (in no unit) for undefined. */
  branchOf(unitId: string | undefined): readonly string[];
  /** From the top down to it. */
  pathTo(unitId: string): readonly AgencyUnit[];
}

export function branchesOf(all: readonly AgencyUnit[]): Branches {
  const units = new Map(all.map((unit) => [unit.unitId, unit]));
  const byParent = Map.groupBy(
    all.toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    // One whose parent is not there stands at the top.
    ({ parentId }) => (parentId !== undefined && units.has(parentId) ? parentId : ''),
  );
  const childrenOf = (unitId: string | undefined) => byParent.get(unitId ?? '') ?? [];
  const walk = (unitId: string, seen: Set<string>): readonly string[] => {
    // One that is there already ends a circle.
    if (seen.has(unitId)) return [];
    seen.add(unitId);
    return [unitId, ...childrenOf(unitId).flatMap((child) => walk(child.unitId, seen))];
  };
  return {
    units,
    childrenOf,
    branchOf(unitId) {
      const seen = new Set<string>();
      if (unitId !== undefined) return walk(unitId, seen);
      return [...childrenOf(undefined).flatMap((top) => walk(top.unitId, seen)), ''];
    },
    pathTo(unitId) {
      const path: AgencyUnit[] = [];
      for (
        let unit = units.get(unitId);
        unit && !path.includes(unit);
        unit = unit.parentId === undefined ? undefined : units.get(unit.parentId)
      ) {
        path.unshift(unit);
      }
      return path;
    },
  };
}
