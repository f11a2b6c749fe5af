import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type {
  BandName,
  Desk,
  FamilyName,
  FormName,
  ItemStateName,
  MethodName,
  MoveName,
  StandingName,
} from './names.ts';

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
  readonly commitment?: string;
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
  /** As it stood when both agreed. */
  readonly gap?: { readonly required: number; readonly held?: number };
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
  /** In hundredths of a percent, of what is assessed; `band` once everything is, `selection` for the agency alone. */
  readonly match?: {
    readonly hundredths: number;
    readonly assessed: number;
    readonly required: number;
    readonly band?: { readonly mapping: BandName; readonly selection?: BandName };
    /** Bands that nobody has compared with a regulation. */
    readonly isUnverified?: true;
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
