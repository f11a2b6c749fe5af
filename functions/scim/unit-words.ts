import { type OrganisationStore, type Unit, type UnitId, unitsOn } from '@sinau/identity';
import { unitNames } from '@sinau/identity/intake';
import type { AgencyId, Clock } from '@sinau/kernel';

/** Units of an agency as identity providers speak of them. */
export interface UnitWords {
  /** Those there are today. */
  readonly open: readonly Unit[];
  /** Path from the top, or what else finds the unit again. */
  wordsFor(unitId: UnitId): string;
  /** By its id, its path, or a name that is enough. */
  find(text: string): UnitId | 'unknown' | 'unclear';
}

export async function readUnitWords(
  deps: { readonly organisations: OrganisationStore; readonly clock: Clock },
  agencyId: AgencyId,
): Promise<UnitWords> {
  const units = await deps.organisations.listUnits(agencyId);
  const now = deps.clock.now();
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const open = units.filter(({ validTo }) => validTo === undefined);
  const openIds = new Set(open.map(({ unitId }) => unitId));
  const today = new Map(unitsOn(open, now.toISOString().slice(0, 10)).map((unit) => [unit.unitId, unit]));
  const byName = unitNames(units, now);
  const find = (text: string) => (openIds.has(text as UnitId) ? (text as UnitId) : byName(text));
  const pathOf = (unitId: UnitId): string => {
    const names: string[] = [];
    let at: { readonly name: string; readonly parentId?: UnitId } | undefined =
      today.get(unitId) ?? byId.get(unitId);
    for (let steps = 0; at && steps <= units.length; steps += 1) {
      names.unshift(at.name);
      at = at.parentId && (today.get(at.parentId) ?? byId.get(at.parentId));
    }
    return names.join(' / ');
  };
  const words = new Map<UnitId, string>();
  return {
    open,
    find,
    wordsFor: (unitId) => {
      const known = words.get(unitId);
      if (known !== undefined) return known;
      const path = pathOf(unitId);
      // A name that holds what parts names, or an ended unit: then the path would not find it again.
      const told = !openIds.has(unitId) || find(path) === unitId ? path || unitId : unitId;
      words.set(unitId, told);
      return told;
    },
  };
}
