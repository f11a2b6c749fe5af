import type { Jp, PersonPrincipal } from '@sinau/kernel';

export const standingNames = ['met', 'below', 'within', 'at-maximum', 'unruled'] as const;
export type StandingName = (typeof standingNames)[number];

export const stepNames = ['required', 'enrolled', 'started', 'finished', 'recognised'] as const;
export type StepName = (typeof stepNames)[number];

export interface CoverageView {
  readonly people: number;
  readonly standings: Readonly<Record<StandingName, number>>;
  /** Recognised, all together. */
  readonly jp: Jp;
  /** People who owe something whose last day is over. */
  readonly overdue: number;
}

export interface UnitPartView extends CoverageView {
  /** `''`: those of the unit above itself, or in no unit. */
  readonly unitId: string;
  readonly name?: string;
  readonly opens: boolean;
  /** Too few to compare with others (case P3). */
  readonly hidden: boolean;
  readonly duties: UnitDutiesView;
}

/** How far duties have come in a unit with those below it. */
export interface UnitDutiesView {
  readonly steps: Readonly<Record<StepName, number>>;
  /** Of too few people to compare them with others (case P3). */
  readonly hidden: boolean;
}

export interface FunnelView {
  readonly steps: Readonly<Record<StepName, number>>;
  readonly overdue: number;
}

export interface ObligationFunnelView extends FunnelView {
  readonly obligationId: string;
  readonly period: string;
  readonly title: string;
}

export interface CountedUnitView {
  readonly unitId: string;
  readonly name: string;
}

export interface NumbersView {
  readonly agency: string;
  readonly year: number;
  /** Years that can be looked at, newest first. */
  readonly years: readonly number[];
  readonly asOf: string;
  readonly unit?: CountedUnitView;
  /** From the top to the unit above. */
  readonly path: readonly CountedUnitView[];
  readonly total: CoverageView;
  readonly parts: readonly UnitPartView[];
  /** Of the unit that is looked at. */
  readonly duties: UnitDutiesView;
  /** Of the whole agency; absent where one unit is looked at. */
  readonly whole?: {
    readonly funnel: FunnelView;
    readonly obligations: readonly ObligationFunnelView[];
    /** Whole rupiah. */
    readonly cost: { readonly reserved: number; readonly committed: number; readonly spent: number };
    /** Rupiah spent for each recognised JP; absent while there are none. */
    readonly costPerJp?: number;
    readonly seats: { readonly used: number; readonly seats: number; readonly waiting: number };
  };
  /** People counted so far while a year is new. */
  readonly counting?: number;
}

export interface StandingWish {
  readonly year: number | undefined;
  /** `all`: everybody who is counted. */
  readonly standing: StandingName | 'all';
  readonly unitId: string | undefined;
  /** Without the units below. */
  readonly own: boolean;
}

export interface DutyWish {
  readonly year: number | undefined;
  readonly step: StepName;
  readonly obligation: { readonly obligationId: string; readonly period: string } | undefined;
  readonly unitId: string | undefined;
  /** Without the units below. */
  readonly own: boolean;
}

export interface OverdueWish {
  readonly unitId: string | undefined;
  readonly own: boolean;
}

interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly unit?: string;
}

/** A list behind a number. */
export interface NumberList<Row> {
  readonly year: number;
  readonly asOf: string;
  /** As the number says. */
  readonly count: number;
  readonly unit?: CountedUnitView;
  readonly rows: readonly Row[];
  readonly nextPageToken?: string;
}

export interface StandingRow extends PersonRow {
  readonly status: 'PNS' | 'CPNS' | 'PPPK';
  readonly recognised: Jp;
  readonly minimum?: Jp;
  readonly maximum?: Jp;
}

export interface DutyRow extends PersonRow {
  readonly title: string;
  readonly period: string;
  readonly state: StepName;
  readonly dueOn?: string;
}

export interface OverdueRow extends PersonRow {
  readonly open: number;
  readonly dueOn?: string;
}

/** The agency is always that of the person who asks. */
export interface CompliancePorts {
  numbersOf(
    person: PersonPrincipal,
    wish: { readonly year: number | undefined; readonly unitId: string | undefined },
  ): Promise<NumbersView>;
  standingOf(
    person: PersonPrincipal,
    wish: StandingWish,
    pageToken: string | undefined,
  ): Promise<NumberList<StandingRow>>;
  dutiesOf(
    person: PersonPrincipal,
    wish: DutyWish,
    pageToken: string | undefined,
  ): Promise<NumberList<DutyRow> & { readonly obligation?: string }>;
  overdueOf(
    person: PersonPrincipal,
    wish: OverdueWish,
    pageToken: string | undefined,
  ): Promise<NumberList<OverdueRow>>;
}
