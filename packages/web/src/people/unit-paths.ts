import type { UnitRow } from './ports.ts';

/** Each unit with the names of those above it, `Sekretariat / Bagian Umum`, in the order of that text. */
export function unitPaths(units: readonly UnitRow[]): readonly (readonly [unitId: string, path: string])[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const pathOf = (unit: UnitRow, below: ReadonlySet<string>): string => {
    const parent = unit.parentId === undefined ? undefined : byId.get(unit.parentId);
    if (!parent || below.has(parent.unitId)) return unit.name;
    return `${pathOf(parent, new Set([...below, unit.unitId]))} / ${unit.name}`;
  };
  return units
    .map((unit) => [unit.unitId, pathOf(unit, new Set())] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'id'));
}
