import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { LearningAt } from './paths.ts';

export interface StandingGroupView {
  readonly by: 'agency' | 'unit' | 'post';
  /** Of the unit or the group of posts. */
  readonly id: string;
  /** Of a unit; absent: it is no more, or no unit. */
  readonly name?: string;
  readonly rated: number;
  readonly below: number;
  readonly isSignal: boolean;
}

/** Sums of performance that may be told; none of too few people. */
export interface StandingView {
  readonly groups: readonly StandingGroupView[];
  /** Absent: nothing was counted yet. */
  readonly counted?: { readonly year: number; readonly at: string };
  readonly rule?: LanguageMap;
}

export interface RuleOrder {
  readonly title: string;
  readonly number: string;
  /** ISO date. */
  readonly inForceFrom: string;
  readonly asks?: string;
  /** Groups of posts, as standards name them. */
  readonly posts: readonly string[];
  readonly unitIds: readonly string[];
  /** Field of the catalogue. */
  readonly subject: string;
}

export interface RuleView extends RuleOrder {
  readonly ruleId: string;
  /** Names of the units that there are. */
  readonly units: readonly string[];
  readonly closed?: { readonly reason: string; readonly by: string; readonly at: string };
  readonly rev: number;
}

/** What the form of a rule offers. */
export interface RuleChoices {
  readonly units: readonly (readonly [unitId: string, name: string])[];
}

interface FitSum {
  readonly people: number;
  /** Recognised, in hundredths. */
  readonly jp: Jp;
}

export interface FitRowView extends LearningAt {
  /** Absent: it is not there any more, or is no course or event. */
  readonly title?: LanguageMap;
  readonly all: FitSum;
  /** What is in a plan. */
  readonly planned: FitSum;
  /** Of the annual plan in force. */
  readonly item?: { readonly itemId: string; readonly title: string };
}

export interface FitView {
  readonly year: number;
  /** Of the plan in force. */
  readonly version?: number;
  readonly rows: readonly FitRowView[];
  readonly all: FitSum;
  readonly planned: FitSum;
}

/** What needs of an administrator's own agency rest on. */
export interface NeedPorts {
  standingOf(person: PersonPrincipal): Promise<StandingView>;
  fitOf(person: PersonPrincipal, year: number): Promise<FitView>;
  rulesOf(person: PersonPrincipal): Promise<RuleChoices & { readonly rules: readonly RuleView[] }>;
  saveRule(
    person: PersonPrincipal,
    given: {
      readonly order: RuleOrder;
      readonly existing?: { readonly ruleId: string; readonly rev: number };
    },
  ): Promise<void>;
  /** Without a reason it is opened again. */
  closeRule(
    person: PersonPrincipal,
    given: { readonly ruleId: string; readonly rev: number; readonly reason?: string },
  ): Promise<void>;
}
