import type { AgencyId, Brand, PersonId } from '@sinau/kernel';
import type { Quota, QuotaId, QuotaStanding } from './quota.ts';

export type PoolId = Brand<'PoolId'>;

/**
 * For whom seats are kept. `unit`: a unit with everything below it. `posts`: families of posts. `region`: units of a province. `remote`: units
 * that the agency has marked as remote (3T). `list`: people whom the agency has put on the list of the pool, for whatever reason; none is kept.
 */
export type PoolGroup =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'posts'; readonly families: readonly string[] }
  | { readonly kind: 'region'; readonly province: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'list'; readonly name: string };

/** Seats of a quota that are kept for a group. */
export interface Pool {
  readonly poolId: PoolId;
  /** Never changed: for another group there is another pool. */
  readonly group: PoolGroup;
  /** Integer > 0; all pools together have at most the seats of the quota. */
  readonly seats: number;
  /** From this day on (ISO date) what is left is for everybody; absent: never. */
  readonly openFrom?: string;
}

export interface PoolStanding extends Pool {
  /** Seats held or spent in it. */
  readonly taken: number;
  /** Of those who wait for the quota, how many fit. */
  readonly waiting: number;
}

/** What is known of a person, as far as pools ask. */
export interface PersonGroups {
  /** The unit of the person and all above it. */
  readonly units: readonly string[];
  readonly family?: string;
  readonly province?: string;
  readonly remote?: true;
}

/** Identity, as far as pools need it. */
export interface SeatGroups {
  /** As things stand now; undefined: the person is not, or not any more, one of the agency. */
  of(agencyId: AgencyId, personId: PersonId): Promise<PersonGroups | undefined>;
  /** Whether the agency has such a group: a unit that is not ended, families of posts and provinces that there are. */
  knows(agencyId: AgencyId, group: PoolGroup): Promise<boolean>;
}

/** Pools of a quota that a person fits; the one rule, for every adapter. */
export function fittingPools(
  { pools = [] }: Pick<Quota, 'pools'>,
  person: { readonly groups: PersonGroups | undefined; readonly lists: ReadonlySet<PoolId> },
): readonly PoolId[] {
  return pools
    .filter(({ group, poolId }) => (group.kind === 'list' ? person.lists.has(poolId) : fits(group, person)))
    .map(({ poolId }) => poolId)
    .toSorted();
}

function fits(
  group: Exclude<PoolGroup, { kind: 'list' }>,
  { groups }: { readonly groups: PersonGroups | undefined },
): boolean {
  if (!groups) return false;
  switch (group.kind) {
    case 'unit':
      return groups.units.includes(group.unitId);
    case 'posts':
      return groups.family !== undefined && group.families.includes(groups.family);
    case 'region':
      return groups.province === group.province;
    case 'remote':
      return groups.remote === true;
  }
}

/** Seats of one kind inside a quota: those of a pool, or with no `poolId` those for everybody. */
export interface Pot {
  readonly poolId?: PoolId;
  readonly seats: number;
  /** Its day has come: whoever waits for the quota may have one. */
  readonly opened?: true;
}

/** The seats of a quota with pools that a step asks for, as its terms were read. */
export interface QuotaPots {
  readonly quotaId: QuotaId;
  readonly rev: number;
  /** Of a step that takes a seat: that from which it is taken. Of one that begins to wait: all that the person may have. */
  readonly pots: readonly Pot[];
}

/** All that somebody may have, in the order in which it is taken: their pools, what is for everybody, pools whose day has come. */
export function potsFor(quota: QuotaStanding, fitting: readonly PoolId[], day: string): readonly Pot[] {
  const pools = (quota.pools ?? []).map(({ poolId, seats, openFrom }): Pot => {
    return { poolId, seats, ...(openFrom !== undefined && openFrom <= day && { opened: true as const }) };
  });
  const own = pools.filter(({ poolId }) => poolId !== undefined && fitting.includes(poolId));
  const kept = pools.reduce((sum, { seats }) => sum + seats, 0);
  const others = pools.filter((pot) => pot.opened && !own.includes(pot));
  return [...own, { seats: quota.seats - kept }, ...others];
}

const poolIn = ({ pools = [] }: QuotaStanding, { poolId }: Pot) =>
  poolId === undefined ? undefined : pools.find((pool) => pool.poolId === poolId);

/** Seats taken of those for everybody. */
export const takenOfAll = ({ used, pools = [] }: QuotaStanding): number =>
  pools.reduce((rest, { taken }) => rest - taken, used);

/** Seats of a pot that can be given now; never more than the quota has. */
export const leftIn = (quota: QuotaStanding, pot: Pot): number =>
  Math.min(quota.seats - quota.used, pot.seats - (poolIn(quota, pot)?.taken ?? takenOfAll(quota)));

/** How many who wait would be asked before somebody who comes now. */
export const claimsOn = (quota: QuotaStanding, pot: Pot): number =>
  pot.opened ? quota.waiting : (poolIn(quota, pot)?.waiting ?? quota.waiting);

/** Whether anybody who waits may have a seat that is free now. */
export function mayPromote(quota: QuotaStanding, day: string): boolean {
  const all = (quota.pools ?? []).map(({ poolId }) => poolId);
  return potsFor(quota, all, day).some((pot) => leftIn(quota, pot) > 0 && claimsOn(quota, pot) > 0);
}
