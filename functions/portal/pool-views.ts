import type { PoolGroup } from '@sinau/enrolment';
import type { UnitId } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import type { PoolGroupView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** A unit by its name. */
export async function poolGroupView(
  { organisations }: Pick<PortalDeps, 'organisations'>,
  agencyId: AgencyId,
  group: PoolGroup,
): Promise<PoolGroupView> {
  if (group.kind !== 'unit') return group;
  const unit = await organisations.findUnit(agencyId, group.unitId as UnitId);
  return { ...group, name: unit?.name ?? '–' };
}
