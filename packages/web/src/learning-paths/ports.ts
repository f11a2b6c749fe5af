import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SheetPorts } from '../sheets.ts';

export const pathAudienceNames = ['agency', 'units', 'all'] as const;

export interface PathCard {
  readonly pathId: string;
  readonly title: string;
  readonly organiser: string;
  /** So many steps are needed, and so many of them are finished; `done` of whoever is on it. */
  readonly needed: number;
  readonly done?: number;
  /** When the last thing that was needed was finished, ISO 8601 UTC. */
  readonly completedAt?: string;
  /** What comes next. */
  readonly next?: LanguageMap;
}

export type StepProgressName = 'none' | 'asked' | 'waiting' | 'active' | 'done';

export interface PathStepView {
  readonly stepId: string;
  readonly kind: 'course' | 'event';
  /** Id of the course or event. */
  readonly of: string;
  readonly title: LanguageMap;
  readonly jp?: Jp;
  readonly state: 'done' | 'open' | 'locked';
  readonly at?: string;
  readonly progress: StepProgressName;
  /** What has to be finished first. */
  readonly waitsFor: readonly LanguageMap[];
  /** The course or event is not open to people any more. */
  readonly isClosed: boolean;
}

export interface PathGroupView {
  readonly title: string;
  readonly needs: 'all' | number;
  readonly needed: number;
  readonly done: number;
  readonly steps: readonly PathStepView[];
}

export interface PathView {
  readonly pathId: string;
  readonly title: string;
  readonly about?: string;
  readonly organiser: string;
  readonly isMember: boolean;
  readonly isRetired: boolean;
  /** Its courses stay closed in the catalogue, too, until what comes first is finished. */
  readonly strict: boolean;
  /** Others begin a newer version by now. */
  readonly hasNewer: boolean;
  readonly needed: number;
  readonly done: number;
  readonly completedAt?: string;
  /** Number of the certificate, once it is there. */
  readonly certificate?: string;
  readonly groups: readonly PathGroupView[];
  readonly next?: PathStepView;
  /** They owe it by an obligation, until a day (ISO date). `isYearly`: what was finished in this year counts alone. */
  readonly required?: {
    readonly obligation: string;
    readonly dueOn: string;
    readonly isOverdue: boolean;
    readonly isYearly: boolean;
  };
}

/** Learning paths for whoever learns. */
export interface PathsPorts {
  list(
    person: PersonPrincipal,
  ): Promise<{ readonly own: readonly PathCard[]; readonly open: readonly PathCard[] }>;
  pathOf(person: PersonPrincipal, pathId: string): Promise<PathView>;
  join(person: PersonPrincipal, pathId: string): Promise<void>;
  leave(person: PersonPrincipal, pathId: string): Promise<void>;
  /** Enrols in the course of a step, if that is open; tells where to go on. */
  start(person: PersonPrincipal, at: { readonly pathId: string; readonly stepId: string }): Promise<string>;
}

export type PathStateName = 'draft' | 'published' | 'retired';

export interface DeskPathRow {
  readonly pathId: string;
  readonly title: string;
  readonly state: PathStateName;
  /** 0: none was published. */
  readonly version: number;
  /** What is written differs from what was published. */
  readonly hasNews: boolean;
  readonly active: number;
  readonly completed: number;
}

/** A path as a form writes it. Rows that were left out of the form are named by their number in it. */
export interface PathFormOrder {
  readonly title: string;
  readonly about?: string;
  readonly audience: (typeof pathAudienceNames)[number];
  readonly unitIds: readonly string[];
  readonly strict: boolean;
  readonly groups: readonly {
    /** Number of its row in the form, from 0. */
    readonly row: number;
    readonly groupId?: string;
    readonly title: string;
    /** Empty: all. */
    readonly needs: string;
    readonly steps: readonly {
      readonly row: number;
      readonly stepId?: string;
      /** `course:<id>` or `event:<id>`. */
      readonly of: string;
      /** Numbers as the form shows them: `1.2` a step, `1` a whole part. */
      readonly after: string;
    }[];
  }[];
}

/** What does not fit together; rows are those of the form, labels what it shows. */
export type PathFaultView =
  | { readonly kind: 'no-units' | 'provider-audience' | 'too-many-steps' }
  /** Nothing stands in the form. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'needs-too-many' | 'no-title' | 'no-steps'; readonly group: number }
  | {
      readonly kind: 'twice' | 'not-open' | 'unknown-prerequisite';
      readonly group: number;
      readonly step: number;
    }
  | { readonly kind: 'cycle'; readonly labels: readonly string[] };

export type PathSaved =
  | { readonly outcome: 'saved'; readonly pathId: string }
  | { readonly outcome: 'faulty'; readonly faults: readonly PathFaultView[] };

export interface PathChoices {
  /** `course:<id>` and `event:<id>`, and what they are called. */
  readonly courses: readonly (readonly [string, LanguageMap])[];
  readonly events: readonly (readonly [string, LanguageMap])[];
  readonly units: readonly (readonly [string, string])[];
}

export interface DeskPathView extends DeskPathRow {
  readonly order: PathFormOrder;
  readonly rev: number;
  readonly about?: string;
  readonly groups: readonly {
    readonly title: string;
    readonly needs: 'all' | number;
    readonly steps: readonly {
      readonly label: string;
      readonly title: LanguageMap;
      readonly after: readonly LanguageMap[];
    }[];
  }[];
  /** Some may be on an older version. */
  readonly mayMove: boolean;
}

export interface PathMemberRow {
  readonly personId: string;
  readonly name: string;
  readonly state: 'active' | 'completed' | 'left';
  readonly version: number;
  readonly done: number;
  readonly needed: number;
  readonly joinedAt: string;
  readonly completedAt?: string;
}

export interface PathMovePreview {
  readonly version: number;
  readonly people: number;
  readonly finish: number;
  readonly fewer: number;
  readonly more: number;
  readonly isComplete: boolean;
}

export type PathAct = 'publish' | 'retire' | 'reopen' | 'remove';

/** Learning paths of an agency or a provider, for those who make them. */
export interface PathsDeskPorts extends SheetPorts {
  list(
    person: PersonPrincipal,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly DeskPathRow[]; readonly next?: string }>;
  choices(person: PersonPrincipal): Promise<PathChoices>;
  pathOf(person: PersonPrincipal, pathId: string): Promise<DeskPathView>;
  make(person: PersonPrincipal, order: PathFormOrder): Promise<PathSaved>;
  change(
    person: PersonPrincipal,
    pathId: string,
    change: { readonly order: PathFormOrder; readonly rev: number },
  ): Promise<PathSaved>;
  act(person: PersonPrincipal, pathId: string, act: PathAct): Promise<void>;
  preview(person: PersonPrincipal, pathId: string): Promise<PathMovePreview>;
  move(person: PersonPrincipal, pathId: string, version: number): Promise<void>;
  /** Of an agency alone: a provider sees numbers, and nobody's name. */
  people(
    person: PersonPrincipal,
    pathId: string,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly PathMemberRow[]; readonly next?: string }>;
  /** The same for a file; `isCut`: only the first, as far as one answer goes. */
  wholePeople(
    person: PersonPrincipal,
    pathId: string,
  ): Promise<{ readonly rows: readonly PathMemberRow[]; readonly isCut: boolean }>;
}
