import type { AgencyId, PersonId } from '@sinau/kernel';
import type { PoolId } from './pool.ts';
import type { QuotaId } from './quota.ts';

/** The list of one pool. */
export interface PoolName {
  readonly agencyId: AgencyId;
  readonly quotaId: QuotaId;
  readonly poolId: PoolId;
}

/**
 * Somebody for whom a seat of a list is kept, or who has asked for it. Why is nobody's business: health and disability are specific personal data
 * (Law 27/2022, article 4), so no reason is stored.
 */
export interface Listed extends PoolName {
  readonly personId: PersonId;
  /** `asked`: the person did, and the agency has not answered. */
  readonly state: 'asked' | 'listed';
  /** ISO 8601 UTC. */
  readonly at: string;
  /** ISO date from which it is gone, some time after the quota has ended. */
  readonly goneFrom: string;
}

/** Reads see every write that was answered before; those of one person may lag by about a second. */
export interface PoolLists {
  /** `known`: the person is on it, or has asked already; who had asked is put on it by `listed`. */
  add(listed: Listed): Promise<'added' | 'known'>;
  /** Safe to repeat. */
  remove(listed: PoolName & { readonly personId: PersonId }): Promise<void>;
  /** At most 1,000, by person. */
  list(pool: PoolName): Promise<readonly Listed[]>;
  find(pool: PoolName, personId: PersonId): Promise<Listed | undefined>;
  /** Every list that the person is on. */
  ofPerson(personId: PersonId): Promise<readonly Listed[]>;
}
