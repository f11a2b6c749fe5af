import type { Jp, PersonPrincipal } from '@sinau/kernel';

export const educationChoices = ['below-sma', 'sma-d2', 'd3', 's1-d4', 's2', 's3'] as const;
export const predicateChoices = [
  'sangat-baik',
  'baik',
  'butuh-perbaikan',
  'kurang',
  'sangat-kurang',
] as const;
export const sanctionChoices = ['none', 'light', 'medium', 'heavy'] as const;
export const postKindChoices = ['managerial', 'functional', 'executing'] as const;

export type PostKindChoice = (typeof postKindChoices)[number];
export type DimensionName = 'qualification' | 'competency' | 'performance' | 'discipline';
export type ComponentName = 'leadership' | 'functional' | 'technical' | 'seminar';
export type BandName = 'very-low' | 'low' | 'medium' | 'high' | 'very-high';

/** What a person tells of themselves. */
export interface OwnFactsView {
  readonly postKind?: PostKindChoice;
  readonly education?: (typeof educationChoices)[number];
  readonly predicate?: (typeof predicateChoices)[number];
  readonly sanction?: (typeof sanctionChoices)[number];
  readonly leadership?: boolean;
  readonly functional?: boolean;
}

export interface ScoreView {
  readonly total: number;
  readonly band: BandName;
}

export interface ComponentView {
  readonly component: ComponentName;
  readonly points: number;
  readonly most: number;
  readonly held: boolean;
  /** Recognised JP of the years that count, and in how many lines. */
  readonly jp: Jp;
  readonly lines: number;
}

export interface DimensionView {
  readonly dimension: DimensionName;
  /** Absent: what it is counted from is not known. */
  readonly points?: number;
  readonly most: number;
  readonly components?: readonly ComponentView[];
}

export interface StepView {
  readonly component: ComponentName;
  readonly gain: number;
  readonly missingJp?: Jp;
  readonly after?: ScoreView;
}

export const lookNames = ['value', 'none', 'unreadable', 'refused', 'no-answer'] as const;
export type LookName = (typeof lookNames)[number];

/** What BKN has set for one year. Times are ISO 8601 UTC. */
export interface OfficialYearView extends ScoreView {
  readonly year: number;
  readonly createdAt: string;
  readonly readAt: string;
}

export interface OfficialPartView {
  readonly dimension: DimensionName;
  readonly points: number;
  /** Absent: the simulation of that year leaves it open. */
  readonly simulated?: number;
  /** Points of BKN less the simulated ones; absent: nothing to compare. */
  readonly by?: number;
}

export interface OfficialView {
  /** The agency of the reader reads official values at present. */
  readonly isRead: boolean;
  /** The latest, beside a simulation of the same year. */
  readonly latest?: OfficialYearView & {
    readonly parts: readonly OfficialPartView[];
    readonly simulated?: ScoreView;
  };
  /** Newest first. */
  readonly earlier: readonly OfficialYearView[];
  readonly look?: { readonly at: string; readonly outcome: LookName };
  /** Asked for by the reader, and not looked for since. */
  readonly askedAt?: string;
  /** When the reader may ask again; absent: now. */
  readonly asksAgainAt?: string;
}

/** The index as it is simulated for its person, who alone sees it. */
export interface IndexView {
  readonly year: number;
  readonly legalBasis: string;
  /** Parts of the rule that nobody has read in an official text. */
  readonly unverified: readonly (DimensionName | 'look-back')[];
  /** That the technical component takes. */
  readonly technicalJp: Jp;
  readonly own: OwnFactsView;
  /** From the record of the agency; then it is not asked. */
  readonly recordedKind?: PostKindChoice;
  readonly recordedEducation?: (typeof educationChoices)[number];
  /** 0: nothing was told yet. */
  readonly rev: number;
  readonly parts: readonly DimensionView[];
  readonly score?: ScoreView;
  /** What would add points, most first. */
  readonly steps: readonly StepView[];
  readonly status?: 'PNS' | 'CPNS' | 'PPPK';
  readonly official: OfficialView;
}

export interface IndexPorts {
  indexOf(reader: PersonPrincipal): Promise<IndexView>;
  set(reader: PersonPrincipal, told: { readonly facts: OwnFactsView; readonly rev: number }): Promise<void>;
  /** Takes away what the person told. */
  forget(reader: PersonPrincipal): Promise<void>;
  /** Wants the official value read again. */
  askOfficial(reader: PersonPrincipal): Promise<void>;
}
