import { type AgencyId, type Clock, type Ids, InvalidInput, oneLine } from '@sinau/kernel';
import * as z from 'zod';
import { PoolTaken, QuotaConflict, QuotaNotFound } from './errors.ts';
import type { Pool, PoolGroup, PoolId, SeatGroups } from './pool.ts';
import type { CourseDirectory, EnrolmentStore, QuotaStore } from './ports.ts';
import { promoteQuota } from './promote-waiting.ts';
import { type Quota, type QuotaId, type QuotaStanding, quotaOf } from './quota.ts';
import { officeFor, type QuotaSetter, setterOf } from './set-quota.ts';

/** More groups than an agency keeps apart; every seat of the quota looks at each. */
export const mostPools = 20;

const id = z.string().regex(/^[\w-]{1,64}$/);
const groupSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: id }),
  z.strictObject({ kind: z.literal('posts'), families: z.array(id).min(1).max(20).readonly() }),
  z.strictObject({ kind: z.literal('region'), province: z.string().regex(/^\d{2}$/) }),
  z.strictObject({ kind: z.literal('remote') }),
  z.strictObject({
    kind: z.literal('list'),
    name: z.string().trim().min(2).max(100).regex(oneLine),
  }),
]);

export const poolsSchema = z.strictObject({
  rev: z.int().positive(),
  /** All of them, in the order in which seats are taken. One without an id is new. */
  pools: z
    .array(
      z.strictObject({
        poolId: id.exactOptional(),
        group: groupSchema,
        seats: z.int().min(1).max(1_000_000),
        openFrom: z.iso.date().exactOptional(),
      }),
    )
    .max(mostPools),
});
export type PoolsRequest = z.infer<typeof poolsSchema>;

interface SetPoolsDeps {
  readonly quotas: QuotaStore;
  readonly groups: Pick<SeatGroups, 'knows'>;
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
}

/**
 * For which groups an agency keeps seats of a quota, whoever set it: how it divides what it has is its own matter. Seats that were given stay where they
 * were taken, so a pool is never made smaller than what is taken of it, and one of which a seat is taken is not removed; what is left of it can be opened for
 * everybody. Whoever waits is asked anew.
 */
export async function setPools(
  deps: SetPoolsDeps,
  input: {
    readonly principal: QuotaSetter;
    readonly agencyId: AgencyId;
    readonly quotaId: QuotaId;
    readonly request: PoolsRequest;
  },
): Promise<Quota> {
  const { principal, agencyId, quotaId, request } = input;
  if (officeFor(principal, agencyId) !== 'agency') throw new QuotaNotFound();
  const found = await deps.quotas.find(agencyId, quotaId);
  if (!found) throw new QuotaNotFound();
  if (found.rev !== request.rev)
    throw new QuotaConflict('This quota has just been changed. Please look at it again.');
  const pools = await poolsOf(deps, found, request.pools);
  refuseTaken(found, pools);
  const { pools: _, ...kept } = quotaOf(found);
  const at = deps.clock.now().toISOString();
  const rev = found.rev + 1;
  const after: Quota = { ...kept, ...(pools.length > 0 && { pools }), updatedAt: at, rev };
  const by = setterOf(principal, 'agency');
  const outcome = await deps.quotas.save({ quotaId, at, by, before: quotaOf(found), after });
  if (outcome !== 'saved') {
    const now = await deps.quotas.find(agencyId, quotaId);
    // A seat was taken in this moment.
    if (now?.rev === found.rev) refuseTaken(now, pools);
    throw new QuotaConflict('Somebody else has just set this quota. Please look again.');
  }
  await promoteQuota(deps, { agencyId, quotaId, everybody: true });
  return after;
}

async function poolsOf(
  { groups, ids }: SetPoolsDeps,
  quota: QuotaStanding,
  asked: PoolsRequest['pools'],
): Promise<readonly Pool[]> {
  const pools: Pool[] = [];
  for (const [n, { poolId, group, seats, openFrom }] of asked.entries()) {
    const path = `/pools/${n}`;
    const known = quota.pools?.find((pool) => pool.poolId === poolId);
    if (poolId !== undefined && !known) throw wrong(`${path}/poolId`, 'is no pool of this quota');
    if (known && wordOf(known.group) !== wordOf(group))
      throw wrong(`${path}/group`, 'cannot be changed; remove this pool and add another');
    if (!known && !(await groups.knows(quota.agencyId, group)))
      throw wrong(`${path}/group`, 'is no group of this agency');
    if (pools.some((pool) => pool.poolId === poolId || wordOf(pool.group) === wordOf(group)))
      throw wrong(`${path}/group`, 'is there twice');
    if (openFrom !== undefined && (openFrom < quota.from || openFrom > quota.to))
      throw wrong(`${path}/openFrom`, `must be a day of the quota, ${quota.from} to ${quota.to}`);
    const own = known?.poolId ?? (ids.uuid() as PoolId);
    pools.push({ poolId: own, group, seats, ...(openFrom !== undefined && { openFrom }) });
  }
  const kept = pools.reduce((sum, { seats }) => sum + seats, 0);
  if (kept > quota.seats) {
    throw new InvalidInput(`All pools together keep ${kept} seats, and the quota has ${quota.seats}.`, {
      issues: [{ path: '/pools', message: `must have at most ${quota.seats} seats together` }],
    });
  }
  return pools;
}

/** Equal for the same people. */
const wordOf = (group: PoolGroup): string =>
  group.kind === 'posts'
    ? `posts ${[...new Set(group.families)].toSorted().join(' ')}`
    : Object.values(group).join(' ').toLowerCase();

const wrong = (path: string, message: string) =>
  new InvalidInput('These pools cannot be set.', { issues: [{ path, message }] });

function refuseTaken(quota: QuotaStanding, pools: readonly Pool[]): void {
  for (const { poolId, taken } of quota.pools ?? []) {
    const n = pools.findIndex((pool) => pool.poolId === poolId);
    const seats = pools[n]?.seats ?? 0;
    if (seats < taken) throw new PoolTaken(taken, n < 0 ? '/pools' : `/pools/${n}/seats`);
  }
}
