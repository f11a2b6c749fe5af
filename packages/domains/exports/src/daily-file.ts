import type { AgencyId } from '@sinau/kernel';
import type { DailyFormat } from './file-layout.ts';
import type { StoredFile } from './ports.ts';

/** Chunks of one lane, both ends included. */
export interface Slice {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

/** The records of one slice that were stored on one day. */
export interface DailyFile extends Slice {
  readonly agencyId: AgencyId;
  /** Day of `stored` in Jakarta. */
  readonly date: string;
  readonly rows: number;
  readonly files: { readonly [Format in DailyFormat]: StoredFile };
}

/** How far the daily files of an agency go. */
export interface DailyCursor {
  readonly agencyId: AgencyId;
  /** Last chunk of each lane whose files are there. */
  readonly lanes: readonly { readonly lane: number; readonly chunk: number; readonly bornMs?: number }[];
  /** Announced before its files are written: whoever comes after a crash writes exactly these again. */
  readonly pending?: Slice;
  readonly updatedAt: string;
  readonly rev: number;
}
