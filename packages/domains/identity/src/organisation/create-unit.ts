import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import type { UnitId } from '../ids.ts';
import { assertAdministersTenant } from './assert-tenant.ts';
import type { CreateUnitRequest, Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

/** Adds a unit to the tree of an agency. A parent exists before its child and never moves, so there is no cycle. */
export async function createUnit(
  deps: { readonly organisations: OrganisationStore; readonly clock: Clock; readonly ids: Ids },
  input: { readonly principal: PersonPrincipal; readonly request: CreateUnitRequest },
): Promise<Unit> {
  const { agencyId, name, parentId } = input.request;
  await assertAdministersTenant(deps, input.principal, { kind: 'agency', agencyId });
  if (parentId && !(await deps.organisations.findUnit(agencyId, parentId)))
    throw new IdentityNotFound('unit');
  const unit: Unit = {
    unitId: deps.ids.uuid() as UnitId,
    agencyId,
    name,
    ...(parentId && { parentId }),
    createdAt: deps.clock.now().toISOString(),
  };
  await deps.organisations.addUnit(unit);
  return unit;
}
