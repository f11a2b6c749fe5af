import type { AgencyId } from '@sinau/kernel';
import { ChangedMeanwhile, IdentityNotFound, InvalidField, TooManyUnits, UnitExists } from '../errors.ts';
import type { UnitId } from '../ids.ts';
import { dayIn, defaultTimeZone } from '../people/career.ts';
import { mostUnits, type Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';
import { unitOn } from './unit-tree.ts';

/** The unit as it becomes, new or changed; the same object where nothing changes. Throws what speaks against it. */
export type Alteration = (units: readonly Unit[]) => Unit | Promise<Unit>;

const tries = 6;

/**
 * Changes one unit against the whole tree, again from the start when somebody else was faster: two moves that are right
 * each by itself could make a circle together.
 */
export async function alterUnits(
  { organisations }: { readonly organisations: OrganisationStore },
  agencyId: AgencyId,
  change: Alteration,
): Promise<Unit> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const { units, rev } = await organisations.readTree(agencyId);
    const unit = await change(units);
    if (units.includes(unit)) return unit;
    const isNew = !units.some(({ unitId }) => unitId === unit.unitId);
    if (isNew && units.length >= mostUnits) throw new TooManyUnits(mostUnits);
    if ((await organisations.putUnit(unit, rev)) === 'stored') return unit;
  }
  throw new ChangedMeanwhile();
}

/** Units change for a whole agency at once, so its day is the capital's. */
export const today = (now: Date): string => dayIn(defaultTimeZone, now);

/** The unit above is there on that day and is not ended. */
export function assertParent(units: readonly Unit[], parentId: UnitId | undefined, day: string): void {
  if (parentId === undefined) return;
  const parent = units.find(({ unitId }) => unitId === parentId);
  if (!parent) throw new IdentityNotFound('unit');
  if (parent.validTo !== undefined || !unitOn(parent, day)) {
    throw new InvalidField({ path: '/parentId', message: 'is not there on that day' });
  }
}

/** No other unit at the same place has this name: tables name units by their path. */
export function assertFree(units: readonly Unit[], { unitId, name, parentId }: Unit): void {
  const wanted = name.toLowerCase();
  const twin = units.some(
    (other) =>
      other.unitId !== unitId &&
      other.validTo === undefined &&
      other.parentId === parentId &&
      other.name.toLowerCase() === wanted,
  );
  if (twin) throw new UnitExists();
}
