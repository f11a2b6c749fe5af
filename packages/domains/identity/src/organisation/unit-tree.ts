import type { UnitId } from '../ids.ts';
import type { Unit } from './organisation.ts';

/** A unit as it was called and where it stood on one day. */
export interface UnitOnDay {
  readonly unitId: UnitId;
  readonly name: string;
  readonly parentId?: UnitId;
}

/** Undefined on days before it began and after it ended. */
export function unitOn(unit: Unit, day: string): UnitOnDay | undefined {
  if (day < unit.validFrom || (unit.validTo !== undefined && day > unit.validTo)) return undefined;
  const { name, parentId } = unit.past.find(({ until }) => day <= until) ?? unit;
  return { unitId: unit.unitId, name, ...(parentId && { parentId }) };
}

/** The tree of a day. */
export const unitsOn = (units: readonly Unit[], day: string): readonly UnitOnDay[] =>
  units.flatMap((unit) => unitOn(unit, day) ?? []);

/** A unit and all below it, with each parent before its children, siblings by name. */
export function subtree<Node extends UnitOnDay>(units: readonly Node[], top: UnitId): readonly Node[] {
  const below = new Map<string, Node[]>();
  for (const unit of units) {
    if (unit.parentId === undefined) continue;
    below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  }
  const seen = new Set<string>();
  const walk = (unit: Node): readonly Node[] => {
    // One that is there already ends a circle.
    if (seen.has(unit.unitId)) return [];
    seen.add(unit.unitId);
    const children = (below.get(unit.unitId) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'id'));
    return [unit, ...children.flatMap(walk)];
  };
  const first = units.find(({ unitId }) => unitId === top);
  return first ? walk(first) : [];
}

/** Whether a unit stands above itself on any day from `from` on. */
export function hasCircle(units: readonly Unit[], unitId: UnitId, from: string): boolean {
  const days = new Set([from]);
  for (const unit of units) {
    for (const { until } of unit.past) if (until >= from) days.add(dayAfter(until));
    if (unit.validFrom > from) days.add(unit.validFrom);
  }
  return [...days].some((day) =>
    isAboveItself(new Map(unitsOn(units, day).map((one) => [one.unitId, one])), unitId),
  );
}

function isAboveItself(units: ReadonlyMap<UnitId, UnitOnDay>, unitId: UnitId): boolean {
  let above = units.get(unitId)?.parentId;
  for (let steps = 0; above !== undefined && steps <= units.size; steps += 1) {
    if (above === unitId) return true;
    above = units.get(above)?.parentId;
  }
  return false;
}

const dayMs = 24 * 3_600_000;
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);
const dayAfter = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
