import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { QuotaRow } from './ports.ts';

export const poolKinds = ['unit', 'posts', 'region', 'remote', 'list'] as const;

/** For whom seats are kept, with the names that readers know. */
export type PoolGroupView =
  | { readonly kind: 'unit'; readonly unitId: string; readonly name: string }
  | { readonly kind: 'posts'; readonly families: readonly string[] }
  | { readonly kind: 'region'; readonly province: string }
  | { readonly kind: 'remote' }
  | { readonly kind: 'list'; readonly name: string };

export interface PoolRow {
  readonly poolId: string;
  readonly group: PoolGroupView;
  readonly seats: number;
  /** ISO date from which what is left is for everybody; absent: never. */
  readonly openFrom?: string;
  /** That day has come. */
  readonly opened: boolean;
  readonly taken: number;
  readonly waiting: number;
  /** People who ask to be on its list. */
  readonly asked: number;
}

export interface PoolsView {
  readonly quota: QuotaRow;
  readonly pools: readonly PoolRow[];
  /** Seats for everybody, and what is taken of them. */
  readonly everybody: { readonly seats: number; readonly taken: number };
  /** Units of the agency that are not ended. */
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly parentId?: string }[];
}

/** As it is to be: one without an id is new. */
export interface PoolOrder {
  readonly poolId?: string;
  readonly group: PoolGroupView;
  readonly seats: number;
  readonly openFrom?: string;
}

export interface PoolView {
  readonly quota: QuotaRow;
  readonly pool: PoolRow;
  readonly seats: readonly {
    readonly person: string;
    readonly course: LanguageMap;
    readonly state: 'requested' | 'waiting' | 'active' | 'completed' | 'declined' | 'withdrawn' | 'cancelled';
    readonly at: string;
  }[];
  readonly next?: string;
  /** Of a pool of a list. */
  readonly listed: readonly {
    readonly personId: string;
    readonly name: string;
    readonly state: 'asked' | 'listed';
  }[];
}

export interface PoolPlace {
  readonly quotaId: string;
  readonly poolId: string;
}

/** Pools of the reader's own agency. */
export interface PoolPorts {
  poolsOf(person: PersonPrincipal, quotaId: string): Promise<PoolsView>;
  setPools(
    person: PersonPrincipal,
    quotaId: string,
    pools: { readonly rev: number; readonly pools: readonly PoolOrder[] },
  ): Promise<void>;
  /** `all`: every seat, for a file. */
  poolOf(
    person: PersonPrincipal,
    at: PoolPlace,
    page: { readonly after?: string; readonly all?: boolean },
  ): Promise<PoolView>;
  /** By id, e-mail address or employee number. `unknown`: nobody of the agency goes by that. `own`: the reader does (case C7). */
  putOnList(person: PersonPrincipal, at: PoolPlace, who: string): Promise<'listed' | 'unknown' | 'own'>;
  takeOffList(person: PersonPrincipal, at: PoolPlace, personId: string): Promise<void>;
}
