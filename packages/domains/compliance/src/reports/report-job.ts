import type { AgencyId, Locale, PersonId } from '@sinau/kernel';

export const reportKinds = ['jp', 'duties', 'cost', 'siasn'] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportFormats = ['xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** `waiting → running → done | failed`; `cancelled` from the first two. */
export type ReportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** What is asked for. */
export interface ReportOrder {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly year: number;
  /** With the units below it; costs are of the whole agency. */
  readonly unitId?: string;
  /** Language of heads and rules. */
  readonly locale: Locale;
}

export interface ReportFile {
  /** As it is saved. */
  readonly name: string;
  readonly key: string;
  readonly bytes: number;
}

export interface ReportJob extends ReportOrder {
  /** Sorts by the time of the request. */
  readonly reportId: string;
  readonly agencyId: AgencyId;
  /** A person or a client of the agency. */
  readonly requestedBy: { readonly personId?: PersonId; readonly clientId?: string; readonly name: string };
  readonly state: ReportState;
  /** Rows so far. */
  readonly rows: number;
  /** Rows there will be, as the counters say. */
  readonly expected?: number;
  /** When the rows were read, first to last; absent until then. */
  readonly asOf?: string;
  readonly files: readonly ReportFile[];
  readonly tries: number;
  /** Nobody else works on it until then. */
  readonly leaseUntil?: string;
  readonly createdAt: string;
  readonly finishedAt?: string;
  /** Why it failed; absent: it broke off. */
  readonly failure?: 'too-large';
  /** From then on the files are gone. */
  readonly availableUntil?: string;
  readonly updatedAt: string;
  readonly rev: number;
}

/** Files of reports go with those of exports. */
export const reportDays = 7;
/** A report is made in memory in one piece. */
export const mostReportRows = 100_000;
/** Reports of one agency that may wait or run. */
export const mostOpenReports = 5;

export const isOpenReport = ({ state }: Pick<ReportJob, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

export const isExpiredReport = ({ availableUntil }: ReportJob, now: Date): boolean =>
  availableUntil !== undefined && availableUntil <= now.toISOString();
