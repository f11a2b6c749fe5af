import type { AgencyId } from '@sinau/kernel';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { OrganisationStore } from './ports.ts';
import { subtree } from './unit-tree.ts';

/**
 * A unit and all units below it, now, ended ones too; undefined when the agency has no such unit. For other contexts, which
 * answer the agency's own clients with it: it authorises nobody.
 */
export async function unitsUnder(
  deps: { readonly organisations: OrganisationStore },
  input: { readonly agencyId: AgencyId; readonly unitId: string },
): Promise<ReadonlySet<UnitId> | undefined> {
  const top = unitIdSchema.safeParse(input.unitId);
  if (!top.success) return undefined;
  const under = subtree(await deps.organisations.listUnits(input.agencyId), top.data);
  return under.length === 0 ? undefined : new Set(under.map(({ unitId }) => unitId));
}
