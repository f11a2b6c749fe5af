import { dayOf, leftIn, NotWaiting, potsFor, type QuotaId } from '@sinau/enrolment';
import { askForList, type PoolStanding } from '@sinau/enrolment/quotas';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { KeptSeatsView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { poolGroupView } from './pool-views.ts';

type Deps = Pick<PortalDeps, 'enrolments' | 'organisations' | 'poolLists' | 'clock'>;

interface Waits {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly quotaId: QuotaId;
}

/** Seats of a quota that are left and kept for others, and lists that somebody may ask to be on; undefined: it has none. */
export async function keptSeats(
  deps: Deps,
  { personId, agencyId, quotaId }: Waits,
): Promise<KeptSeatsView | undefined> {
  const quota = await deps.enrolments.quotaOf(agencyId, quotaId);
  if (!quota?.pools) return undefined;
  const own = await deps.enrolments.poolsFor(personId, quota);
  const day = dayOf(deps.clock.now());
  const open = new Set(potsFor(quota, own, day).map(({ poolId }) => poolId));
  const others = quota.pools.filter(({ poolId }) => !open.has(poolId));
  const kept = others.filter((pool) => leftIn(quota, pool) > 0);
  const left = kept.reduce((sum, pool) => sum + leftIn(quota, pool), 0);
  const [openFrom] = kept.flatMap((pool) => pool.openFrom ?? []).toSorted();
  return {
    left: Math.min(left, Math.max(quota.seats - quota.used, 0)),
    groups: await Promise.all(kept.map(({ group }) => poolGroupView(deps, agencyId, group))),
    ...(openFrom !== undefined && { openFrom }),
    lists: await listsOf(deps, { personId, agencyId, quotaId }, others),
  };
}

async function listsOf({ poolLists }: Deps, waits: Waits, pools: readonly PoolStanding[]) {
  const lists = await poolLists();
  const found = await Promise.all(
    pools.map(async ({ poolId, group }) => {
      if (group.kind !== 'list') return [];
      const own = await lists.find({ ...waits, poolId }, waits.personId);
      return [{ poolId, name: group.name, asked: own !== undefined }];
    }),
  );
  return found.flat();
}

/** The person asks to be put on a list of the quota that they wait for. */
export async function askForSeat(
  deps: Deps & Pick<PortalDeps, 'quotas'>,
  asked: { readonly personId: PersonId; readonly courseId: string; readonly poolId: string },
): Promise<void> {
  const { personId, courseId, poolId } = asked;
  const current = await deps.enrolments.findCurrent(personId, courseId);
  const { agencyId, waitingQuota: quotaId } = current ?? {};
  if (current?.state !== 'waiting' || !agencyId || !quotaId) throw new NotWaiting();
  const stores = { quotas: await deps.quotas(), lists: await deps.poolLists(), clock: deps.clock };
  const pool = { agencyId, quotaId, poolId: poolId as PoolStanding['poolId'] };
  await askForList(stores, { ...pool, personId, home: agencyId });
}
