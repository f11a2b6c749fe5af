import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { NeedPorts } from './need-ports.ts';
import type { HeldAt, LearningAt, PlanAt } from './paths.ts';

export const planStateNames = ['draft', 'proposed', 'agreed', 'set', 'replaced'] as const;
export type PlanStateName = (typeof planStateNames)[number];
export const planMoveNames = ['propose', 'agree', 'return', 'set', 'undo'] as const;
export type PlanMoveName = (typeof planMoveNames)[number];
export const decisionWayNames = ['in-person', 'letter'] as const;
export type DecisionWayName = (typeof decisionWayNames)[number];
export const moveRefusalNames = ['drafted', 'agreed', 'official', 'other'] as const;
export type MoveRefusalName = (typeof moveRefusalNames)[number];
export const decreeProblemNames = ['missing', 'too-large', 'not-pdf', 'active', 'encrypted'] as const;
export type DecreeProblemName = (typeof decreeProblemNames)[number];
export const sourceNames = ['competency-gap', 'performance-gap', 'citizens', 'new-rule'] as const;
export type SourceName = (typeof sourceNames)[number];
export const signalStateNames = ['open', 'taken', 'aside'] as const;
export type SignalStateName = (typeof signalStateNames)[number];
export const noteKindNames = ['performance', 'rule'] as const;
export type NoteKindName = (typeof noteKindNames)[number];

export type NoteOrder =
  | { readonly kind: 'performance'; readonly title: string; readonly detail: string }
  | {
      readonly kind: 'rule';
      readonly title: string;
      readonly legalBasis: string;
      readonly detail?: string | undefined;
    };

/** Why something is planned, with the numbers of a day. */
export type BasisView =
  | NoteOrder
  | {
      readonly kind: 'competency';
      readonly competencyId: string;
      readonly name: LanguageMap;
      readonly short: number;
      readonly assessed: number;
      /** Whose gap it is; absent: of the whole agency. */
      readonly unit?: UnitChoice;
    }
  | {
      readonly kind: 'standing';
      readonly by: 'agency' | 'unit' | 'post';
      readonly id: string;
      /** Of the unit. */
      readonly name?: string;
      readonly rated: number;
      readonly below: number;
      readonly year: number;
    }
  | {
      readonly kind: 'new-rule';
      readonly ruleId: string;
      readonly title: string;
      readonly number: string;
      /** ISO date. */
      readonly inForceFrom: string;
      readonly asks?: string;
      readonly posts: readonly string[];
      readonly units: readonly UnitChoice[];
      readonly subject: string;
    }
  | {
      readonly kind: 'survey';
      readonly serviceId: string;
      readonly service: string;
      readonly element: string;
      readonly subject: string;
      readonly answers: number;
      /** In hundredths, 100 to 400. */
      readonly mean: number;
    }
  | {
      readonly kind: 'complaints';
      readonly serviceId: string;
      readonly service: string;
      readonly theme: string;
      readonly year: number;
      readonly count: number;
      readonly handled: number;
    }
  | {
      readonly kind: 'commitment';
      readonly forumId: string;
      readonly forum: string;
      readonly topic: string;
      readonly text: string;
      readonly unit: string;
      /** ISO date. */
      readonly due: string;
    };

export interface UnitChoice {
  readonly unitId: string;
  readonly name: string;
}

export interface NeedView {
  readonly signalId: string;
  readonly source: SourceName;
  readonly basis: BasisView;
}

export interface SignalView extends NeedView {
  readonly state: SignalStateName;
  /** Of one that was written down by hand. */
  readonly note?: { readonly rev: number; readonly by: string; readonly at: string };
  readonly aside?: { readonly reason: string; readonly by: string; readonly at: string };
  readonly itemId?: string;
}

export interface SignalsView {
  readonly year: number;
  readonly signals: readonly SignalView[];
  /** Units whose gaps can be looked at, with the one that was chosen. */
  readonly units: readonly UnitChoice[];
  readonly unitId?: string;
  /** By what citizens' answers become a signal; ours, and no regulation. */
  readonly rule?: { readonly basis: LanguageMap; readonly leastAnswers: number };
  /** The newest version of the year; signals are taken into it while it is a draft. */
  readonly newest?: PlanAt & { readonly state: PlanStateName };
}

export interface PlanRow extends PlanAt {
  readonly state: PlanStateName;
  readonly items: number;
  /** When it came into this state, ISO 8601 UTC. */
  readonly since: string;
}

export interface PlanListView {
  readonly plans: readonly PlanRow[];
  /** Years that have none and can be planned. */
  readonly years: readonly number[];
}

export interface DecisionOrder {
  /** Absent: whoever decides does it in person. */
  readonly official?: string;
  readonly number?: string;
  /** ISO date. */
  readonly on?: string;
}

/** A letter as somebody sends it. */
export interface DecreeOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A step that is next. */
export interface PlanMoveView {
  readonly move: PlanMoveName;
  /** How the reader would decide. */
  readonly way?: DecisionWayName;
  /** Why the reader does not take it. */
  readonly refused?: MoveRefusalName;
}

export type MoveOrder =
  | { readonly move: 'propose' }
  | { readonly move: 'agree' | 'set'; readonly decision: DecisionOrder }
  | { readonly move: 'return'; readonly reason: string }
  | { readonly move: 'undo'; readonly reason?: string };

export interface StepView {
  readonly to: PlanStateName;
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
  readonly decision?: DecisionOrder & {
    readonly decree?: { readonly decreeId: string; readonly name: string; readonly pages: number };
  };
  readonly way?: DecisionWayName;
  readonly undone?: true;
}

export interface ItemOrder {
  readonly title: string;
  /** Code of the JP table's forms. */
  readonly form: string;
  readonly people: number;
  readonly unitIds: readonly string[];
  /** For each, in hundredths. */
  readonly jp: Jp;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly organiser: string;
  readonly curriculum?: string;
  readonly budgetLine?: string;
  /** Of everybody together, whole rupiah. */
  readonly cost: number;
  readonly alternative?: { readonly form: string; readonly cost: number };
  readonly noAlternative?: string;
}

export interface ItemView extends ItemOrder {
  readonly itemId: string;
  readonly need: NeedView;
  readonly formName: LanguageMap;
  readonly alternativeName?: LanguageMap;
  /** Names of the units; none: of the whole agency. */
  readonly units: readonly string[];
  /** The line of the agency's budget that has the code; absent: there is none. */
  readonly budgetLineId?: string;
  /** Whole rupiah. */
  readonly saving?: number;
  readonly lacksAlternative: boolean;
  readonly rev: number;
}

export interface PlanView extends PlanAt {
  readonly agency: string;
  readonly state: PlanStateName;
  /** What can be done with it now. */
  readonly moves: readonly PlanMoveView[];
  /** Names of the officials who can sign in and are next; none: a letter is recorded, or nobody is. */
  readonly waitsFor: readonly string[];
  /** Oldest first. */
  readonly steps: readonly StepView[];
  readonly items: readonly ItemView[];
  readonly totals: {
    readonly items: number;
    readonly people: number;
    readonly jp: Jp;
    readonly cost: number;
    readonly saving: number;
  };
  /** Every version of the year, the newest first. */
  readonly versions: readonly PlanRow[];
  readonly rev: number;
}

export interface AmountsView {
  /** How often somebody takes part, or has. */
  readonly people: number;
  /** Of all together, in hundredths. */
  readonly jp: Jp;
  /** Whole rupiah. */
  readonly cost: number;
}

/** A course or an event that is held for an item, or what was learned for it elsewhere. */
export interface HeldView extends LearningAt, AmountsView {
  /** Absent: it is not there any more. */
  readonly title?: LanguageMap;
  /** Of `cost`, what staff have written down. */
  readonly spent?: number;
  /** Of `cost`, what bookings of the budget say; nothing that was written down counts then. */
  readonly booked?: number;
}

export interface RealisedItemView {
  readonly itemId: string;
  readonly title: string;
  readonly planned: AmountsView;
  readonly realised: AmountsView;
  readonly held: readonly HeldView[];
}

export interface RealisationView {
  readonly items: readonly RealisedItemView[];
  readonly planned: AmountsView;
  readonly realised: AmountsView;
}

export interface LearnersView {
  readonly title?: LanguageMap;
  readonly rows: readonly {
    readonly personId: string;
    readonly name: string;
    readonly jp: Jp;
    /** Their own plan names it. */
    readonly serves: boolean;
  }[];
  readonly next?: string;
}

/** What the form of an item offers. */
export interface ItemChoices {
  readonly forms: readonly (readonly [code: string, name: LanguageMap])[];
  readonly units: readonly (readonly [unitId: string, name: string])[];
  /** Open lines of the agency's budget for the year. */
  readonly budgetLines: readonly (readonly [code: string, title: string])[];
}

export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface PlanFile {
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** An administrator's own agency, or that of an official, which the session tells. */
export interface AnnualPlanPorts extends NeedPorts {
  /** Of a letter. */
  readonly maxBytes: number;
  list(person: PersonPrincipal): Promise<PlanListView>;
  begin(person: PersonPrincipal, year: number): Promise<PlanAt>;
  /** Gaps are those of the unit that is named, or that the signal is of; else of the whole agency. */
  signalsOf(
    person: PersonPrincipal,
    year: number,
    of?: { readonly unitId: string } | { readonly signalId: string },
  ): Promise<SignalsView>;
  /** Sets a signal aside; without a reason it is brought back. */
  decide(
    person: PersonPrincipal,
    year: number,
    decision: { readonly signalId: string; readonly reason?: string },
  ): Promise<void>;
  writeNote(
    person: PersonPrincipal,
    year: number,
    given: {
      readonly order: NoteOrder;
      readonly existing?: { readonly noteId: string; readonly rev: number };
    },
  ): Promise<void>;
  planOf(person: PersonPrincipal, at: PlanAt): Promise<PlanView>;
  /** `rev`: as the plan was read. Answers with what is wrong with the letter; then nothing was done. */
  move(
    person: PersonPrincipal,
    at: PlanAt,
    given: { readonly order: MoveOrder; readonly rev: number; readonly decree?: DecreeOrder },
  ): Promise<'moved' | DecreeProblemName>;
  /** The letter of a step as it was sent. */
  decreeOf(person: PersonPrincipal, at: PlanAt, decreeId: string): Promise<Uint8Array>;
  beginVersion(person: PersonPrincipal, at: PlanAt, reason: string): Promise<PlanAt>;
  remove(person: PersonPrincipal, at: PlanAt): Promise<void>;
  choices(person: PersonPrincipal, year: number): Promise<ItemChoices>;
  addItem(
    person: PersonPrincipal,
    at: PlanAt,
    given: { readonly signalId: string; readonly order: ItemOrder },
  ): Promise<void>;
  changeItem(
    person: PersonPrincipal,
    at: PlanAt,
    given: { readonly itemId: string; readonly order: ItemOrder; readonly rev: number },
  ): Promise<void>;
  removeItem(person: PersonPrincipal, at: PlanAt, itemId: string): Promise<void>;
  realisationOf(person: PersonPrincipal, at: PlanAt): Promise<RealisationView>;
  /** Events of the agency that are held for no item of the year, the last to end first. */
  freeEvents(
    person: PersonPrincipal,
    year: number,
  ): Promise<readonly (readonly [eventId: string, title: string])[]>;
  /** `spent`: whole rupiah; absent: nobody has said. */
  link(
    person: PersonPrincipal,
    at: PlanAt,
    given: { readonly itemId: string; readonly learning: HeldAt; readonly spent?: number },
  ): Promise<void>;
  unlink(
    person: PersonPrincipal,
    at: PlanAt,
    given: { readonly itemId: string; readonly learning: HeldAt },
  ): Promise<void>;
  learners(
    person: PersonPrincipal,
    year: number,
    given: { readonly learning: LearningAt; readonly after?: string },
  ): Promise<LearnersView>;
  file(
    person: PersonPrincipal,
    at: PlanAt,
    wish: { readonly format: FileFormat; readonly locale: 'id' | 'en' },
  ): Promise<PlanFile>;
}
