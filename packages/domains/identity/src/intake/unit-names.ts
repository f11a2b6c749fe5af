import type { UnitId } from '../ids.ts';
import { today } from '../organisation/alter-units.ts';
import type { Unit } from '../organisation/organisation.ts';
import { type UnitOnDay, unitsOn } from '../organisation/unit-tree.ts';

const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/**
 * Finds units by what people call them: a whole path (`Sekretariat / Biro Umum`, also with `>`), the end of one, or a name,
 * when that is enough to tell which.
 */
export function unitNames(
  units: readonly Unit[],
  now: Date,
): (text: string) => UnitId | 'unknown' | 'unclear' {
  const open = unitsOn(
    units.filter(({ validTo }) => validTo === undefined),
    today(now),
  );
  const byId = new Map(open.map((unit) => [unit.unitId, unit]));
  const found = new Map<string, UnitId | 'unclear'>();
  const whole = new Map<string, UnitId>();
  for (const unit of open) {
    const names = pathOf(byId, unit);
    whole.set(names.join('/'), unit.unitId);
    for (let from = 0; from < names.length; from += 1) {
      const name = names.slice(from).join('/');
      found.set(name, found.has(name) ? 'unclear' : unit.unitId);
    }
  }
  return (text) => {
    // A name may hold a slash itself: only one between blanks parts two.
    const name = text
      .split(/\s+\/\s+|\s*[>›]\s*/)
      .map(plain)
      .join('/');
    return whole.get(name) ?? found.get(name) ?? 'unknown';
  };
}

function pathOf(units: ReadonlyMap<UnitId, UnitOnDay>, unit: UnitOnDay): readonly string[] {
  const names: string[] = [];
  let at: UnitOnDay | undefined = unit;
  for (let steps = 0; at && steps <= units.size; steps += 1) {
    names.unshift(plain(at.name));
    at = at.parentId && units.get(at.parentId);
  }
  return names;
}
