import type { Clock, Ids } from '@sinau/kernel';
import { InvalidField } from '../errors.ts';
import type { UnitId } from '../ids.ts';
import type { Administrator } from '../people/authority.ts';
import { type Alteration, alterUnits, assertFree, assertParent, today } from './alter-units.ts';
import { assertAdministersTenant } from './assert-tenant.ts';
import type { CreateUnitRequest, Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

interface Deps {
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Adds a unit to the tree of an agency. */
export async function createUnit(
  deps: Deps,
  input: { readonly principal: Administrator; readonly request: CreateUnitRequest },
): Promise<Unit> {
  const { agencyId } = input.request;
  await assertAdministersTenant(deps, input.principal, { kind: 'agency', agencyId });
  return alterUnits(deps, agencyId, addedUnit(deps, input.request));
}

/** The change that adds a unit. Authorises nobody. */
export function addedUnit(
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  request: CreateUnitRequest,
): Alteration {
  const { agencyId, name, parentId } = request;
  const now = clock.now();
  const from = request.from ?? today(now);
  const unit: Unit = {
    unitId: ids.uuid() as UnitId,
    agencyId,
    name,
    ...(parentId && { parentId }),
    createdAt: now.toISOString(),
    validFrom: from,
    past: [],
  };
  return (units) => {
    if (from > today(now)) throw new InvalidField({ path: '/from', message: 'is not today or earlier' });
    assertParent(units, parentId, from);
    assertFree(units, unit);
    return unit;
  };
}
