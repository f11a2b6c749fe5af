import { type AgencyId, provinceName } from '@sinau/kernel';
import * as z from 'zod';
import { IdentityNotFound } from '../errors.ts';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { Administrator } from '../people/authority.ts';
import { alterUnits } from './alter-units.ts';
import { assertAdministersTenant } from './assert-tenant.ts';
import type { Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

/** `null` as a province: that of the unit above. */
export const placeUnitRequestSchema = z.strictObject({
  province: z
    .string()
    .refine((code) => provinceName(code) !== undefined, { message: 'is no code of a province' })
    .nullable(),
  remote: z.boolean(),
});
export type PlaceUnitRequest = z.infer<typeof placeUnitRequestSchema>;

/** Says where a unit is; it holds for everything below that says nothing else. It is no change of the tree, so no day is kept. */
export async function placeUnit(
  deps: { readonly organisations: OrganisationStore },
  input: {
    readonly principal: Administrator;
    readonly agencyId: AgencyId;
    readonly unitId: UnitId;
    readonly request: PlaceUnitRequest;
  },
): Promise<Unit> {
  const { principal, agencyId, unitId, request } = input;
  await assertAdministersTenant(deps, principal, { kind: 'agency', agencyId });
  return alterUnits(deps, agencyId, (units) => {
    const before = units.find((unit) => unit.unitId === unitId);
    if (!before) throw new IdentityNotFound('unit');
    const { province: _, remote: __, ...rest } = before;
    return {
      ...rest,
      ...(request.province !== null && { province: request.province }),
      ...(request.remote && { remote: true as const }),
    };
  });
}

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
