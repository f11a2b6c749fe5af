import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { postFamilyNames, statusNames, UnitRow } from '../people/ports.ts';

/** By state, and what is overdue across those that are open. */
export const dutyGroupNames = [
  'overdue',
  'required',
  'enrolled',
  'started',
  'finished',
  'recognised',
  'released',
] as const;
export type DutyGroupName = (typeof dutyGroupNames)[number];

export type DueView =
  | { readonly kind: 'once'; readonly on: string }
  /** Month and day, `06-30`. */
  | { readonly kind: 'yearly'; readonly by: string };

export interface AudienceView {
  /** Names of units; all below them are meant as well. */
  readonly units: readonly string[];
  readonly postFamilies: readonly (typeof postFamilyNames)[number][];
  readonly postWords: readonly string[];
  readonly statuses: readonly (typeof statusNames)[number][];
}

export interface ObligationRow {
  readonly obligationId: string;
  readonly title: string;
  readonly courses: readonly LanguageMap[];
  readonly audience: AudienceView;
  readonly due: DueView;
  readonly state: 'active' | 'paused' | 'ended';
  /** Of the period that runs now, or ran last. */
  readonly counts: Readonly<Partial<Record<DutyGroupName, number>>>;
  /** Given while everybody is looked at: 0 to 100. */
  readonly spreading?: number;
}

export interface ObligationView extends ObligationRow {
  readonly note?: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly periods: readonly {
    readonly period: string;
    readonly counts: Readonly<Partial<Record<DutyGroupName, number>>>;
  }[];
  /** Of the last look at everybody. */
  readonly spread?: { readonly seen: number; readonly heads: number; readonly failed: number };
  readonly remindedToday: boolean;
  readonly rev: number;
}

export type ObstacleName = 'waiting' | 'approval' | 'course-closed' | 'invitation' | 'quota' | 'other-agency';

export interface DutyRow {
  readonly personId: string;
  readonly name: string;
  readonly course: LanguageMap;
  readonly period: string;
  readonly dueOn: string;
  readonly state: Exclude<DutyGroupName, 'overdue'>;
  readonly isOverdue: boolean;
  readonly obstacle?: ObstacleName;
  readonly released?: 'left-audience' | 'left-agency' | 'obligation-ended';
  readonly finishedAt?: string;
}

/** What an administrator wants to require. */
export interface ObligationDraft {
  readonly title: string;
  readonly courseIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly postFamilies: readonly string[];
  readonly postWords: readonly string[];
  readonly statuses: readonly string[];
  readonly due: DueView;
  readonly note?: string;
}

export interface ObligationPreview {
  readonly people: number;
  readonly isComplete: boolean;
  readonly lookedAt: number;
  /** Names of the first who need nothing more, and how many they are. */
  readonly finished: readonly string[];
  readonly finishedCount: number;
  readonly dueOn: string;
  readonly beginsOn?: string;
  readonly courses: readonly LanguageMap[];
  readonly audience: AudienceView;
}

/** Published courses and units to choose among. */
export interface ObligationChoices {
  readonly courses: readonly (readonly [courseId: string, title: LanguageMap])[];
  readonly units: readonly UnitRow[];
}

export type ObligationStepName = 'pause' | 'resume' | 'end';

/** What the reader's agency requires of its people. */
export interface ObligationsPorts {
  obligationsOf(reader: PersonPrincipal): Promise<readonly ObligationRow[]>;
  /** `courseIds`: among them in any case. */
  choicesFor(reader: PersonPrincipal, courseIds: readonly string[]): Promise<ObligationChoices>;
  /** Refusals name `/courseIds`, `/due`. */
  preview(reader: PersonPrincipal, draft: ObligationDraft): Promise<ObligationPreview>;
  make(reader: PersonPrincipal, draft: ObligationDraft): Promise<{ readonly obligationId: string }>;
  obligationOf(reader: PersonPrincipal, obligationId: string): Promise<ObligationView>;
  dutiesOf(
    reader: PersonPrincipal,
    list: {
      readonly obligationId: string;
      readonly group: DutyGroupName;
      readonly token: string | undefined;
    },
  ): Promise<{ readonly rows: readonly DutyRow[]; readonly nextPageToken?: string }>;
  change(
    reader: PersonPrincipal,
    change: { readonly obligationId: string; readonly step: ObligationStepName; readonly rev: number },
  ): Promise<void>;
  /** Reminds everybody who is late, once a day. */
  remind(reader: PersonPrincipal, obligationId: string): Promise<void>;
}
