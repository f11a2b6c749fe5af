import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { PoolPorts } from './pool-ports.ts';

export const payerNames = ['agency', 'platform', 'provider'] as const;
export type PayerName = (typeof payerNames)[number];
export const chargeStateNames = ['reserved', 'committed', 'spent', 'released'] as const;
export type ChargeStateName = (typeof chargeStateNames)[number];

export interface QuotaTermsView {
  /** ISO date, included. */
  readonly to: string;
  readonly seats: number;
  /** Whole rupiah; absent: what the course costs. */
  readonly price?: number;
  readonly payer: PayerName;
  readonly whenFull: 'wait' | 'refuse';
  readonly contract?: string;
  /** Days after which a seat goes back that nobody has begun with; absent: never. */
  readonly releaseAfterDays?: number;
  /** Days for which whoever lost one waits behind others; absent: they do not. */
  readonly noShowDays?: number;
}

export interface QuotaRow extends QuotaTermsView {
  readonly quotaId: string;
  readonly providerId: string;
  readonly provider: string;
  /** Absent: every course of the provider. */
  readonly course?: { readonly courseId: string; readonly title: LanguageMap };
  readonly from: string;
  readonly used: number;
  readonly waiting: number;
  readonly rev: number;
  /** Seats that are kept for groups. */
  readonly kept: number;
  /** The reader may change it. */
  readonly changeable: boolean;
}

export interface CostRow {
  readonly providerId: string;
  readonly provider: string;
  readonly courseId: string;
  readonly course: LanguageMap;
  readonly payer: PayerName;
  /** Whole rupiah. */
  readonly reserved: number;
  readonly committed: number;
  readonly spent: number;
}

export interface QuotaChangeRow {
  readonly at: string;
  readonly by: string;
  readonly provider: string;
  readonly course?: LanguageMap;
  readonly before?: Pick<QuotaTermsView, 'seats' | 'to'>;
  readonly after: Pick<QuotaTermsView, 'seats' | 'to'>;
  /** Seats for groups were changed. */
  readonly pools?: true;
}

export interface QuotasView {
  readonly agencyId: string;
  readonly agency: string;
  readonly year: number;
  readonly quotas: readonly QuotaRow[];
  readonly costs: readonly CostRow[];
  readonly changes: readonly QuotaChangeRow[];
}

/** One seat and what it has come to. */
export interface ChargeRow {
  readonly registration: string;
  readonly learner: string;
  readonly provider: string;
  readonly course: LanguageMap;
  readonly state: ChargeStateName;
  readonly amount: number;
  readonly payer: PayerName;
  readonly at: string;
}

export interface ChargeFilter {
  readonly year: number;
  readonly provider?: string;
  readonly course?: string;
  readonly state?: ChargeStateName;
}

export interface NewQuotaOrder extends QuotaTermsView {
  readonly from: string;
  readonly target:
    | { readonly kind: 'provider'; readonly providerId: string }
    | { readonly kind: 'course'; readonly courseId: string };
}

/** `agencyId` is the operator's choice; an administrator's agency comes from the session alone. */
export interface QuotasPorts extends PoolPorts {
  agencies(person: PersonPrincipal): Promise<readonly { readonly agencyId: string; readonly name: string }[]>;
  viewOf(
    person: PersonPrincipal,
    at: { readonly agencyId?: string; readonly year?: number },
  ): Promise<QuotasView>;
  /** What a new quota may be for: providers for operators, and open courses that providers' connections have brought. */
  targetsFor(person: PersonPrincipal): Promise<{
    readonly providers: readonly { readonly providerId: string; readonly name: string }[];
    readonly courses: readonly { readonly courseId: string; readonly title: LanguageMap }[];
  }>;
  create(person: PersonPrincipal, agencyId: string | undefined, order: NewQuotaOrder): Promise<void>;
  change(
    person: PersonPrincipal,
    at: { readonly agencyId?: string; readonly quotaId: string },
    terms: QuotaTermsView & { readonly rev: number },
  ): Promise<void>;
  /** Of the reader's own agency. */
  chargesOf(
    person: PersonPrincipal,
    filter: ChargeFilter,
  ): Promise<{ readonly charges: readonly ChargeRow[]; readonly partial: boolean }>;
}
