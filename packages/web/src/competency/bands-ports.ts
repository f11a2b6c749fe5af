import type { PersonPrincipal } from '@sinau/kernel';

export const bandsUses = ['mapping', 'selection'] as const;
export type BandsUse = (typeof bandsUses)[number];

/** Lowest match of the upper two bands, in hundredths of a percent. */
interface Thresholds {
  readonly high: number;
  readonly middle: number;
  readonly legalBasis?: string;
  readonly verified: boolean;
}

export interface BandsOrder extends Thresholds {
  /** ISO date. */
  readonly from: string;
}

export interface BandsView {
  readonly use: BandsUse;
  /** `practice`: the agency has set nothing. */
  readonly inForce: Thresholds & { readonly source: 'practice' | 'agency'; readonly from?: string };
  /** Newest first. */
  readonly editions: readonly (BandsOrder & {
    readonly setBy: string;
    readonly setAt: string;
    readonly mayWithdraw: boolean;
  })[];
  readonly rev: number;
}

/** Bands of an administrator's own agency. */
export interface BandsPorts {
  bandsOf(reader: PersonPrincipal): Promise<readonly BandsView[]>;
  /** `rev`: as they were read. */
  setBands(
    reader: PersonPrincipal,
    given: { readonly use: BandsUse; readonly rev: number; readonly order: BandsOrder },
  ): Promise<void>;
  /** Takes the newest edition back before its first day is over. */
  withdrawBands(
    reader: PersonPrincipal,
    given: { readonly use: BandsUse; readonly rev: number },
  ): Promise<void>;
}
