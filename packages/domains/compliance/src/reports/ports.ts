import type { AgencyId, Cell } from '@sinau/kernel';
import type { ReportFile, ReportJob, ReportOrder } from './report-job.ts';

/** Reports that were asked for. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface ReportStore {
  create(job: ReportJob): Promise<void>;
  find(agencyId: AgencyId, reportId: string): Promise<ReportJob | undefined>;
  /** Stores it when the stored one has the `rev` before. */
  replace(job: ReportJob): Promise<'stored' | 'conflict'>;
  /** Of an agency, newest first. */
  list(agencyId: AgencyId, limit: number): Promise<readonly ReportJob[]>;
  /** Open ones that nobody has touched since; may lag by about a second. */
  listStalled(before: string): Promise<readonly Pick<ReportJob, 'agencyId' | 'reportId'>[]>;
}

export interface ReportQueue {
  send(
    message: { readonly kind: 'report'; readonly agencyId: AgencyId; readonly reportId: string },
    options?: { readonly delaySeconds?: number },
  ): Promise<void>;
}

/** What a report holds, in the words of its reader. */
export interface ReportContent {
  readonly title: string;
  readonly heads: readonly string[];
  /** Rows there will be. */
  readonly expected: number;
  /** By which rule it is counted, what was left out, and when: one line each. `rows`: how many there are. */
  notes(read: {
    readonly asOf: string;
    readonly until: string;
    readonly rows: number;
  }): readonly (readonly Cell[])[];
  pages(): AsyncIterable<readonly (readonly Cell[])[]>;
}

export interface ReportSource {
  /** What is held for a file is held by its `reportId`. */
  open(
    order: ReportOrder & { readonly agencyId: AgencyId; readonly reportId: string },
  ): Promise<ReportContent>;
}

/** Writes tables whose text no spreadsheet runs (case F1), rules apart from rows, and gives links to them. */
export interface ReportFiles {
  write(report: {
    readonly job: ReportJob;
    readonly title: string;
    readonly rows: readonly (readonly Cell[])[];
    readonly notes: readonly (readonly Cell[])[];
  }): Promise<readonly ReportFile[]>;
  linkTo(file: ReportFile): Promise<string>;
}
