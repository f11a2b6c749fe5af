import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SheetPorts } from '../sheets.ts';

export type Desk = 'own' | 'team' | 'agency';
export type FamilyName = 'managerial' | 'sociocultural' | 'technical';
export type StandingName = 'met' | 'short' | 'not-assessed' | 'expired';
export type MethodName = 'assessment-center' | 'competency-test' | 'supervisor' | 'self';
export type BandName = 'optimal' | 'fairly-optimal' | 'less-optimal';
export const formalMethodNames = ['assessment-center', 'competency-test'] as const;
export const formNames = [
  ...(['KL02', 'KL03', 'KL04', 'KL05', 'KL06', 'KL07', 'KL08', 'KL10'] as const),
  ...(['NKL01', 'NKL02', 'NKL03', 'NKL04', 'NKL05', 'NKL07', 'NKL09', 'NKL10', 'NKL11', 'NKL12'] as const),
] as const;
export type FormName = (typeof formNames)[number];
export type ItemStateName = 'proposed' | 'agreed' | 'returned' | 'done' | 'dropped';
export const moveNames = ['agree', 'return', 'finish', 'reopen', 'drop', 'undo'] as const;
export type MoveName = (typeof moveNames)[number];
export const groupNames = [
  ...(['jpt-utama', 'jpt-madya', 'jpt-pratama', 'administrator', 'pengawas', 'pelaksana'] as const),
  ...(['ahli-pertama', 'ahli-muda', 'ahli-madya', 'ahli-utama'] as const),
  ...(['pemula', 'terampil', 'mahir', 'penyelia'] as const),
] as const;
export type GroupName = (typeof groupNames)[number];
export const levelValues = ['1', '2', '3', '4', '5'] as const;
export const heldLevelValues = ['0', ...levelValues] as const;
export const standingFilters = ['short', 'met', 'not-assessed'] as const;
export type StandingFilter = (typeof standingFilters)[number];

export interface CompetencyView {
  readonly competencyId: string;
  readonly family: FamilyName;
  readonly name: LanguageMap;
  /** Subject field of a technical one. */
  readonly field?: string;
  /** What somebody does on levels 1 to 5; may be empty. */
  readonly levels: readonly LanguageMap[];
  readonly legalBasis?: string;
  readonly verified: boolean;
}

export interface FoundView {
  readonly method: MethodName;
  readonly level: number;
  /** ISO dates. */
  readonly assessedOn: string;
  readonly validTo?: string;
  readonly assessor?: string;
  readonly note?: string;
}

export interface RowView {
  readonly competency: CompetencyView;
  readonly required: number;
  readonly standing: StandingName;
  readonly held?: number;
  readonly gap?: number;
  readonly found?: FoundView;
  /** Their own word, which counts for nothing. */
  readonly own?: FoundView;
}

export interface AssessmentView extends FoundView {
  /** Names it when it is withdrawn. */
  readonly name: string;
  readonly competency: LanguageMap;
  readonly recordedBy: string;
  readonly withdrawn?: { readonly reason: string; readonly by: string };
  readonly mayWithdraw: boolean;
}

export interface StepView {
  readonly move: MoveName | 'propose' | 'change';
  readonly to: ItemStateName;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}

export interface PlanWords {
  readonly competencyId: string;
  readonly form: FormName;
  readonly title: string;
  readonly courseId?: string;
  readonly targetLevel: number;
  readonly dueOn: string;
  readonly evidence?: string;
}

/** The course of an item, beside the person whose plan it is. `open`: it can be taken; `asked`: somebody has a say yet, or seats are waited for. */
export interface ItemCourseView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly state: 'open' | 'asked' | 'taken' | 'completed' | 'closed';
  readonly completedAt?: string;
}

export interface ItemView extends PlanWords {
  readonly itemId: string;
  readonly competency: LanguageMap;
  readonly course?: ItemCourseView;
  readonly state: ItemStateName;
  /** Agreed, and its last day is over where the person works. */
  readonly isOverdue: boolean;
  /** Who looks at it may change its words. */
  readonly mayChange: boolean;
  /** That whoever looks at it may make now. */
  readonly moves: readonly MoveName[];
  /** It waits for whoever looks at it. */
  readonly waits: boolean;
  readonly steps: readonly StepView[];
  readonly rev: number;
}

export interface EvidenceView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly completedAt: string;
  /** As its provider says. */
  readonly teaches: readonly { readonly name: LanguageMap; readonly level: number }[];
}

export interface SuggestionView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly competencyId: string;
  readonly competency: LanguageMap;
  readonly level: number;
  readonly priority: number;
  readonly points: number;
  readonly people: number;
  readonly criticality: number;
  readonly price: number;
}

export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly post?: string;
  readonly desk: Desk;
  /** Whoever looks may propose items. */
  readonly mayPlan: boolean;
  readonly hasSupervisor: boolean;
  readonly standard?: {
    readonly source: 'title' | 'group' | 'template';
    readonly title: string;
    readonly criticality: number;
    readonly legalBasis?: string;
    readonly verified: boolean;
    readonly from?: string;
  };
  /** In hundredths of a percent, of what is assessed; `band` once everything is. */
  readonly match?: {
    readonly hundredths: number;
    readonly assessed: number;
    readonly required: number;
    readonly band?: BandName;
  };
  readonly rows: readonly RowView[];
  /** The whole dictionary, for whoever assesses or plans. */
  readonly dictionary: readonly CompetencyView[];
  readonly assessments: readonly AssessmentView[];
  readonly items: readonly ItemView[];
  readonly evidence: readonly EvidenceView[];
  readonly suggestions: readonly SuggestionView[];
  /** ISO date, where the person works. */
  readonly today: string;
}

export interface AssessmentOrder {
  readonly competencyId: string;
  readonly method: Exclude<MethodName, 'self'>;
  readonly level: number;
  readonly assessedOn: string;
  readonly validTo?: string;
  readonly assessor?: string;
  readonly note?: string;
}

export interface TeamRowView {
  readonly personId: string;
  readonly name: string;
  readonly post?: string;
  readonly hasStandard: boolean;
  readonly match?: PersonView['match'];
  readonly short: number;
  readonly unassessed: number;
  /** Items that wait for the supervisor. */
  readonly waiting: number;
  /** The largest gaps, with their size. */
  readonly gaps: readonly { readonly name: LanguageMap; readonly gap: number }[];
}

/** Of oneself, one's team, or the people of one's agency: the session tells which. */
export interface CompetencyPersonPorts {
  personOf(reader: PersonPrincipal, personId: string): Promise<PersonView>;
  teamOf(reader: PersonPrincipal): Promise<readonly TeamRowView[]>;
  declare(
    reader: PersonPrincipal,
    word: { readonly competencyId: string; readonly level?: number; readonly note?: string },
  ): Promise<void>;
  assess(reader: PersonPrincipal, personId: string, order: AssessmentOrder): Promise<void>;
  /** Without a reason it counts again. */
  withdraw(
    reader: PersonPrincipal,
    personId: string,
    which: { readonly name: string; readonly reason?: string },
  ): Promise<void>;
  propose(reader: PersonPrincipal, personId: string, words: PlanWords): Promise<void>;
  change(
    reader: PersonPrincipal,
    personId: string,
    item: { readonly itemId: string; readonly rev: number; readonly words: PlanWords },
  ): Promise<void>;
  move(
    reader: PersonPrincipal,
    personId: string,
    item: {
      readonly itemId: string;
      readonly rev: number;
      readonly move: MoveName;
      readonly note?: string;
    },
  ): Promise<void>;
}

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
export interface CompetencyDeskPorts extends SheetPorts {
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

export interface TeachingView {
  readonly courseId: string;
  readonly title: LanguageMap;
  /** The nine of the nation. */
  readonly national: readonly CompetencyView[];
  readonly teaches: readonly RequirementView[];
  /** 0: nobody has said so far. */
  readonly rev: number;
}

/** What a provider's own course teaches. */
export interface TeachingPorts {
  teachingOf(reader: PersonPrincipal, courseId: string): Promise<TeachingView>;
  setTeaching(
    reader: PersonPrincipal,
    courseId: string,
    given: { readonly teaches: readonly RequirementView[]; readonly rev: number },
  ): Promise<void>;
}

export const listKindNames = ['dictionary', 'standards', 'assessments'] as const;
export type ListKindName = (typeof listKindNames)[number];
export type ListProblemName =
  | ('missing' | 'wrong-day' | 'wrong-level' | 'wrong-method' | 'wrong-number' | 'wrong-code' | 'wrong-text')
  | (
      | 'unknown-competency'
      | 'unknown-person'
      | 'oneself'
      | 'twice'
      | 'full'
      | 'changed'
      | 'whole'
      | 'national-code'
    );

export interface ListRowView {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: 'created' | 'changed' | 'skipped' | 'refused';
  readonly about: string;
  readonly problem?: ListProblemName;
  /** As the template heads it. */
  readonly column?: string;
}

export type ListView =
  | { readonly outcome: 'unreadable'; readonly message: LanguageMap }
  | { readonly outcome: 'missing'; readonly heads: readonly string[] }
  | { readonly outcome: 'too-many'; readonly most: number }
  | {
      readonly outcome: 'read';
      readonly rows: readonly ListRowView[];
      readonly applied: boolean;
      /** To be taken, or to have refused rows given back. */
      readonly text?: string;
    };

export interface RefusedRowsView {
  /** As the sender's file has them. */
  readonly heads: readonly string[];
  readonly rows: readonly (Pick<ListRowView, 'row' | 'problem' | 'column'> & {
    readonly cells: readonly string[];
  })[];
}

/** Dictionaries, standards and assessments of an administrator's own agency as lists. */
export interface CompetencyListPorts extends SheetPorts {
  readonly maxBytes: number;
  template(kind: ListKindName): Promise<string>;
  /** Changes nothing. */
  try(reader: PersonPrincipal, kind: ListKindName, bytes: Uint8Array): Promise<ListView>;
  take(reader: PersonPrincipal, kind: ListKindName, text: string): Promise<ListView>;
  /** Tried once more, the rows that are still refused, as they were sent. */
  refused(reader: PersonPrincipal, kind: ListKindName, text: string): Promise<RefusedRowsView>;
}
