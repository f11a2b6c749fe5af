import type { AgencyId } from '@sinau/kernel';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { OrganisationStore } from './ports.ts';

/**
 * A unit and all units below it, now; undefined when the agency has no such unit. For other contexts, which answer the
 * agency's own clients with it: it authorises nobody.
 */
export async function unitsUnder(
  deps: { readonly organisations: OrganisationStore },
  input: { readonly agencyId: AgencyId; readonly unitId: string },
): Promise<ReadonlySet<UnitId> | undefined> {
  const top = unitIdSchema.safeParse(input.unitId);
  if (!top.success) return undefined;
  const units = await deps.organisations.listUnits(input.agencyId);
  if (!units.some(({ unitId }) => unitId === top.data)) return undefined;
  const under = new Set([top.data]);
  // A set takes what is added while it is walked; one that is there already ends a circle.
  for (const above of under) {
    for (const { unitId, parentId } of units) if (parentId === above) under.add(unitId);
  }
  return under;
}
