import type { AgencyId } from '@sinau/kernel';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

/** Where somebody in a unit works. */
export interface UnitPlace {
  /** The unit and all above it, from below. */
  readonly units: readonly UnitId[];
  readonly province?: string;
  readonly remote?: true;
}

/** More levels than any agency has; a circle ends there. */
const mostLevels = 30;

/** Reads a unit and those above it; undefined: the agency has no such unit. For other contexts: it authorises nobody. */
export async function unitPlace(
  { organisations }: { readonly organisations: Pick<OrganisationStore, 'findUnit'> },
  input: { readonly agencyId: AgencyId; readonly unitId: string },
): Promise<UnitPlace | undefined> {
  const parsed = unitIdSchema.safeParse(input.unitId);
  const chain: Unit[] = [];
  let above = parsed.success ? parsed.data : undefined;
  while (above !== undefined && chain.length < mostLevels) {
    const unit = await organisations.findUnit(input.agencyId, above);
    if (!unit) break;
    chain.push(unit);
    above = unit.parentId;
  }
  if (chain.length === 0) return undefined;
  const province = chain.find((unit) => unit.province !== undefined)?.province;
  return {
    units: chain.map(({ unitId }) => unitId),
    ...(province !== undefined && { province }),
    ...(chain.some(({ remote }) => remote) && { remote: true }),
  };
}
