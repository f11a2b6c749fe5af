import type { Jp, PersonId } from '@sinau/kernel';
import type { DayTotal } from './forecast-year.ts';
import type { PeriodTotal } from './total-year.ts';

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
  /** Days on which something was recognised, in order. @default not known yet: a row from before they were kept */
  readonly days?: readonly DayTotal[];
  /**
   * Of each period of a maximum that the year touches, or that its lines lie in, all that is recognised in it, in order of time; one in which
   * there is nothing is left out. @default not known yet: a row from before they were kept
   */
  readonly periods?: readonly PeriodTotal[];
  /** When they were made, ISO 8601 UTC. */
  readonly asOf: string;
  readonly rev: number;
}
