import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SheetPorts } from '../sheets.ts';
import type { BandsPorts } from './bands-ports.ts';
import type { FormName, GroupName, MethodName, StandingFilter } from './names.ts';
import type { CompetencyView, SuggestionView } from './person-ports.ts';

export interface MapCellView {
  readonly asked: number;
  readonly assessed: number;
  readonly short: number;
  readonly points: number;
  readonly hidden: boolean;
}

export interface MapPartView {
  /** `''`: those of the unit above itself, or in no unit. */
  readonly unitId: string;
  readonly name?: string;
  readonly opens: boolean;
  readonly people: number;
  /** By competency; what nobody is asked for is not there. */
  readonly cells: Readonly<Record<string, MapCellView>>;
}

export interface MapView {
  readonly agency: string;
  readonly hasStandards: boolean;
  /** Of the whole agency. */
  readonly followUps: FollowCounts;
  readonly unit?: { readonly unitId: string; readonly name: string };
  readonly path: readonly { readonly unitId: string; readonly name: string }[];
  readonly competencies: readonly { readonly competencyId: string; readonly name: LanguageMap }[];
  readonly total: MapPartView;
  readonly parts: readonly MapPartView[];
  readonly suggestions: readonly SuggestionView[];
}

export interface ConcernedWish {
  readonly unitId?: string;
  readonly own: boolean;
  readonly competencyId: string;
  readonly standing: StandingFilter;
}

export interface ConcernedView {
  readonly competency: LanguageMap;
  readonly unit?: string;
  readonly rows: readonly {
    readonly personId: string;
    readonly name: string;
    readonly post?: string;
    readonly unit?: string;
    readonly required: number;
    readonly held?: number;
    readonly gap: number;
  }[];
  readonly nextPageToken?: string;
}

export const followListNames = ['waiting', 'overdue'] as const;
export type FollowListName = (typeof followListNames)[number];

/** How many there are; more than that when the rest was not counted. */
export type FollowCounts = Readonly<
  Record<FollowListName, { readonly count: number; readonly isMore: boolean }>
>;

export interface FollowUpView {
  readonly counts: FollowCounts;
  readonly rows: readonly {
    readonly personId: string;
    readonly name: string;
    readonly unit?: string;
    readonly itemId: string;
    readonly title: string;
    readonly competency: LanguageMap;
    readonly form: FormName;
    readonly dueOn: string;
    /** Last step, ISO 8601. */
    readonly since: string;
  }[];
  readonly nextPageToken?: string;
}

/** Gaps that assessments have closed in a year, newest first. */
export interface ClosedView {
  readonly year: number;
  /** Levels by which gaps of the year are smaller, all rows together; below none where they have become larger. */
  readonly points: number;
  readonly changes: number;
  readonly rows: readonly {
    /** Absent: of the agency no more; the row counts all the same. */
    readonly person?: { readonly personId: string; readonly name: string; readonly unit?: string };
    readonly competency: LanguageMap;
    readonly required: number;
    readonly before: number;
    readonly after: number;
    readonly points: number;
    /** On which it was counted. */
    readonly day: string;
    readonly source?: { readonly method: MethodName; readonly assessedOn: string };
  }[];
  readonly nextPageToken?: string;
}

export interface TechnicalView extends CompetencyView {
  readonly code: string;
  readonly from: string;
  readonly state: 'active' | 'retired';
  readonly editions: number;
  readonly rev: number;
}

export interface TechnicalOrder {
  readonly code: string;
  readonly from: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly legalBasis?: string;
  readonly verified: boolean;
}

export interface RequirementView {
  readonly competencyId: string;
  readonly level: number;
}

export interface StandardView {
  readonly post: string;
  readonly title: string;
  readonly kind: 'title' | 'group';
  readonly state: 'active' | 'withdrawn';
  readonly from: string;
  /** The newest edition begins later. */
  readonly isToCome: boolean;
  readonly requirements: readonly RequirementView[];
  readonly criticality: number;
  readonly legalBasis?: string;
  readonly verified: boolean;
  readonly editions: number;
  readonly rev: number;
}

export interface StandardOrder {
  readonly post: { readonly title: string } | { readonly group: GroupName };
  readonly from: string;
  readonly requirements: readonly RequirementView[];
  readonly criticality: number;
  readonly legalBasis?: string;
  readonly verified: boolean;
}

/** An administrator's own agency, which the session tells. */
export interface CompetencyDeskPorts extends SheetPorts, BandsPorts {
  mapOf(reader: PersonPrincipal, unitId: string | undefined): Promise<MapView>;
  concerned(
    reader: PersonPrincipal,
    wish: ConcernedWish,
    pageToken: string | undefined,
  ): Promise<ConcernedView>;
  /** The same for a file, all at once as far as one answer goes. */
  everybodyConcerned(
    reader: PersonPrincipal,
    wish: ConcernedWish,
  ): Promise<Omit<ConcernedView, 'nextPageToken'> & { readonly isCut: boolean }>;
  /** What is behind the gap points of a year; without one, of this year. */
  closed(
    reader: PersonPrincipal,
    year: number | undefined,
    pageToken: string | undefined,
  ): Promise<ClosedView>;
  /** Items of plans that the agency is to look at. */
  followUps(
    reader: PersonPrincipal,
    list: FollowListName,
    pageToken: string | undefined,
  ): Promise<FollowUpView>;
  dictionaryOf(
    reader: PersonPrincipal,
  ): Promise<{ readonly national: readonly CompetencyView[]; readonly technical: readonly TechnicalView[] }>;
  /** The agency's technical ones as a CFPackage of CASE 1.1, as JSON; of the nation while it has none. */
  caseOf(reader: PersonPrincipal): Promise<string>;
  describe(reader: PersonPrincipal, order: TechnicalOrder, rev: number): Promise<void>;
  retire(reader: PersonPrincipal, code: string, state: 'active' | 'retired'): Promise<void>;
  standardsOf(reader: PersonPrincipal): Promise<{
    readonly standards: readonly StandardView[];
    readonly dictionary: readonly CompetencyView[];
    readonly today: string;
  }>;
  setStandard(reader: PersonPrincipal, order: StandardOrder, rev: number): Promise<void>;
  withdrawStandard(reader: PersonPrincipal, post: string, state: 'active' | 'withdrawn'): Promise<void>;
}
