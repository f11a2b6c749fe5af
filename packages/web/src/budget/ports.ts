import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const lineSourceNames = ['apbn', 'apbd', 'other'] as const;
export type LineSourceName = (typeof lineSourceNames)[number];
export const boundStateNames = ['reserved', 'committed', 'spent'] as const;
export type BoundStateName = (typeof boundStateNames)[number];
export const bookingStateNames = [...boundStateNames, 'released'] as const;
export type BookingStateName = (typeof bookingStateNames)[number];
export const costUnitNames = ['person', 'person-day', 'jp'] as const;
export type CostUnitName = (typeof costUnitNames)[number];

export interface LineTermsView {
  readonly title: string;
  readonly source: LineSourceName;
  readonly account?: string;
}

/** Whole rupiah. */
export interface LineView extends LineTermsView, Readonly<Record<BoundStateName, number>> {
  readonly lineId: string;
  readonly year: number;
  readonly code: string;
  readonly ceiling: number;
  readonly room: number;
  readonly waiting: number;
  /** Of what was spent; JP of all people together in hundredths. */
  readonly people: number;
  readonly jp: number;
  readonly state: 'open' | 'closed';
  readonly rev: number;
}

export interface CourseCostView {
  readonly courseId: string;
  readonly course: LanguageMap;
  readonly spent: number;
  readonly people: number;
  readonly jp: number;
}

export interface BudgetYearView {
  readonly year: number;
  readonly lines: readonly LineView[];
  readonly courses: readonly CourseCostView[];
}

/** What money is bound for: a seat in a course, or what staff have written. */
export type CauseView =
  | { readonly kind: 'seat'; readonly course: LanguageMap }
  | { readonly kind: 'event'; readonly eventId: string; readonly title: string }
  | {
      readonly kind: 'hand';
      readonly reason: string;
      readonly evidence: string;
      readonly purpose?: PurposeView;
    };

export const purposeKindNames = ['event', 'plan-item'] as const;

/** An event of the agency, or an item of its plan for which something is learned elsewhere. */
export interface PurposeView {
  readonly kind: (typeof purposeKindNames)[number];
  readonly id: string;
  readonly title: string;
}

export type EntryKindName =
  | 'opened'
  | 'ceiling'
  | 'terms'
  | 'closed'
  | 'reopened'
  | 'reserved'
  | 'committed'
  | 'spent'
  | 'released';

/** One change of a line; amounts with their sign. */
export interface EntryView extends Readonly<Record<BoundStateName, number>> {
  readonly at: string;
  readonly kind: EntryKindName;
  readonly ceiling: number;
  readonly by?: string;
  readonly cause?: CauseView;
  readonly grounds?: { readonly reason: string; readonly evidence: string };
}

export interface BookingView {
  readonly bookingId: string;
  readonly state: BookingStateName;
  readonly amount: number;
  readonly people: number;
  readonly jp: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cause: CauseView;
  /** Whose seat it is. */
  readonly learner?: string;
  /** Steps that staff may take; none for seats. */
  readonly steps: readonly BookingStateName[];
}

export interface UnitCostView {
  readonly code: string;
  readonly title: string;
  readonly unit: CostUnitName;
  readonly amount: number;
  readonly basis: string;
  readonly verified: boolean;
  readonly from: string;
}

export type IndicatorNameView =
  | 'cost-per-jp'
  | 'cost-per-participant'
  | 'cost-per-gap-point'
  | 'coverage'
  | 'average-jp'
  | 'completion'
  | 'absorption'
  | 'saving'
  | 'index-delta'
  | 'plan-fit'
  | 'outcome';

export type LackName = 'nothing' | 'small' | 'unset' | 'no-before';
export type MarkName = 'simulation' | 'correlation' | 'proxy';

/** `share`: of 1. `jp`, `points`, `score`: hundredths. `rupiah`: whole. */
export interface FigureView {
  readonly of: string;
  readonly unit: 'rupiah' | 'share' | 'jp' | 'points' | 'score';
  readonly value?: number;
  readonly lack?: LackName;
  readonly from: number;
  readonly by: number;
}

export interface IndicatorView {
  readonly name: IndicatorNameView;
  readonly figures: readonly FigureView[];
  readonly marks: readonly MarkName[];
}

export interface GroundsOrder {
  readonly reason: string;
  readonly evidence: string;
}

export interface OutcomeOrder {
  readonly amount: number;
  readonly people?: number;
  /** Hundredths. */
  readonly jp?: number;
}

export interface QuotaLineView {
  readonly quotaId: string;
  readonly provider: string;
  readonly course?: LanguageMap;
  readonly from: string;
  readonly to: string;
  readonly rev: number;
  readonly payer: 'agency' | 'platform' | 'provider';
  readonly lineId?: string;
  /** Open lines of its year. */
  readonly lines: readonly { readonly lineId: string; readonly name: string }[];
}

interface AtLine {
  readonly lineId: string;
}

/** Budgets of the reader's own agency. */
export interface BudgetPorts {
  yearOf(person: PersonPrincipal, year: number | undefined): Promise<BudgetYearView>;
  /** The rows as a sheet of Excel, in which no text is run as a formula. */
  workbook(
    person: PersonPrincipal,
    sheet: { readonly title: string; readonly rows: readonly (readonly (string | number)[])[] },
  ): Promise<{ readonly contentType: string; readonly body: Uint8Array<ArrayBuffer> }>;
  lineOf(
    person: PersonPrincipal,
    at: AtLine & { readonly page?: string },
  ): Promise<{ readonly line: LineView; readonly entries: readonly EntryView[]; readonly next?: string }>;
  bookingsOf(
    person: PersonPrincipal,
    at: AtLine & { readonly state: BookingStateName; readonly page?: string },
  ): Promise<{ readonly line: LineView; readonly bookings: readonly BookingView[]; readonly next?: string }>;
  bookingOf(
    person: PersonPrincipal,
    at: AtLine & { readonly bookingId: string },
  ): Promise<{ readonly line: LineView; readonly booking: BookingView }>;
  /** The eleven of a year, in their order. */
  indicatorsOf(
    person: PersonPrincipal,
    year: number | undefined,
  ): Promise<{ readonly year: number; readonly indicators: readonly IndicatorView[] }>;
  /** Name of a form that binds once. */
  newForm(): Promise<string>;
  /** The id of the new line. */
  open(
    person: PersonPrincipal,
    order: LineTermsView & { readonly year: number; readonly code: string; readonly ceiling: number },
  ): Promise<string>;
  changeTerms(
    person: PersonPrincipal,
    at: AtLine,
    order: LineTermsView & { readonly rev: number },
  ): Promise<void>;
  setCeiling(
    person: PersonPrincipal,
    at: AtLine,
    order: GroundsOrder & { readonly rev: number; readonly ceiling: number },
  ): Promise<void>;
  setState(
    person: PersonPrincipal,
    at: AtLine,
    order: GroundsOrder & { readonly rev: number; readonly state: 'open' | 'closed' },
  ): Promise<void>;
  book(
    person: PersonPrincipal,
    at: AtLine & { readonly form: string },
    order: GroundsOrder &
      OutcomeOrder & { readonly kind: BoundStateName; readonly purpose?: Omit<PurposeView, 'title'> },
  ): Promise<void>;
  /** What a booking of the line may be for. */
  purposesFor(person: PersonPrincipal, at: AtLine): Promise<readonly PurposeView[]>;
  step(
    person: PersonPrincipal,
    at: AtLine & { readonly bookingId: string },
    order: GroundsOrder &
      OutcomeOrder & { readonly from: BoundStateName; readonly to: 'committed' | 'spent' | 'released' },
  ): Promise<void>;
  /** What holds now, what held before, and what was seen elsewhere and is not taken over. */
  unitCosts(person: PersonPrincipal): Promise<{
    readonly current: readonly UnitCostView[];
    readonly others: readonly UnitCostView[];
    readonly seen: readonly UnitCostView[];
  }>;
  addUnitCost(person: PersonPrincipal, order: UnitCostView): Promise<void>;
  quotasOf(person: PersonPrincipal): Promise<readonly QuotaLineView[]>;
  nameLine(
    person: PersonPrincipal,
    at: { readonly quotaId: string },
    order: { readonly rev: number; readonly lineId?: string },
  ): Promise<void>;
}
