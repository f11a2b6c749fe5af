import type { Jp, PersonId } from '@sinau/kernel';
import type { Period } from './ledger/standing.ts';

/** Sums of one year of a person. What a minimum or maximum says of them, the rules of the moment say. */
export interface YearRow {
  readonly personId: PersonId;
  readonly year: number;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly held: Jp;
  /** Things that were earned, also those of which nothing is recognised. */
  readonly lines: number;
  /** In the year of the contract that a maximum holds for. */
  readonly inPeriod?: Required<Period> & { readonly recognised: Jp };
  /** When they were made, ISO 8601 UTC. */
  readonly asOf: string;
  readonly rev: number;
}
