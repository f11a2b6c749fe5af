import type { Locale, PersonPrincipal } from '@sinau/kernel';

export const reportKindNames = ['jp', 'duties', 'cost', 'siasn'] as const;
export const reportFormatNames = ['xlsx', 'csv'] as const;

export interface ReportRequest {
  readonly kind: (typeof reportKindNames)[number];
  readonly format: (typeof reportFormatNames)[number];
  readonly year: number;
  readonly unitId?: string;
  readonly locale: Locale;
}

export interface ReportView extends Omit<ReportRequest, 'unitId' | 'locale'> {
  readonly reportId: string;
  readonly unit?: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly rows: number;
  readonly percent: number;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly asOf?: string;
  readonly availableUntil?: string;
  /** It has more rows than one can have. */
  readonly isTooLarge?: true;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface ReportChoices {
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  readonly year: number;
}

/** The agency is always that of the person who asks. */
export interface ReportsPorts {
  /** What a report may be about; the year is the present one. */
  choicesFor(person: PersonPrincipal): Promise<ReportChoices>;
  reportsOf(person: PersonPrincipal): Promise<readonly ReportView[]>;
  reportOf(person: PersonPrincipal, reportId: string): Promise<ReportView>;
  /** Id of what was taken on. */
  order(person: PersonPrincipal, request: ReportRequest): Promise<string>;
  cancel(person: PersonPrincipal, reportId: string): Promise<void>;
  /** Where a file can be fetched for a while; counts from 1. */
  linkTo(person: PersonPrincipal, reportId: string, file: number): Promise<string>;
}
