import type { Principal } from '@sinau/kernel';
import { OtherEnvironment } from '../errors.ts';
import { connectorOf } from '../serve-connector.ts';
import type { Environment } from '../settings.ts';
import { claimPeople, type IndexBatch } from './claim-people.ts';
import type { ReadingDeps } from './ports.ts';
import { type IndexEnd, settlePeople } from './settle-people.ts';

/** People for a connector, of the agency of its client. Rejects with `OtherEnvironment` when it reads from somewhere else than the agency wants. */
export async function claimIndexesForConnector(
  deps: ReadingDeps,
  given: { readonly principal: Principal; readonly environment: Environment; readonly limit: number },
): Promise<IndexBatch | undefined> {
  const { principal, environment, limit } = given;
  const { agencyId } = connectorOf(principal).tenant;
  const settings = await deps.settings.find(agencyId);
  if (!settings?.isOn || settings.environment !== environment) throw new OtherEnvironment();
  return claimPeople(deps, { agencyId, environment, limit });
}

export async function settleIndexesForConnector(
  deps: ReadingDeps,
  given: { readonly principal: Principal; readonly leaseId: string; readonly end: IndexEnd },
): Promise<void> {
  const { agencyId } = connectorOf(given.principal).tenant;
  await settlePeople(deps, { agencyId, leaseId: given.leaseId, end: given.end });
}
