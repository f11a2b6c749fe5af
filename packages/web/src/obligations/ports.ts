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

/** What several courses are together. */
export interface ProgrammeView {
  readonly title: string;
  /** Each course is given when the one before it is finished. */
  readonly inOrder: boolean;
}

export interface ObligationRow {
  readonly obligationId: string;
  readonly title: string;
  readonly courses: readonly LanguageMap[];
  readonly programme?: ProgrammeView;
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
  /** Of `courses`, in their order. */
  readonly courseIds: readonly string[];
  /** The newest first. */
  readonly courseChanges: readonly CourseChangeRow[];
  /** The learning path that it requires in place of courses, and the version that whoever begins now goes by. */
  readonly path?: {
    readonly pathId: string;
    readonly version: number;
    readonly isRetired: boolean;
    /** People were not moved to it, and may be on an older one. */
    readonly isMixed: boolean;
    /** Of the agency: it can move people. */
    readonly isOwn: boolean;
  };
  readonly rev: number;
}

/** A course that was left out or replaced for everybody. */
export interface CourseChangeRow {
  /** Which one it is, from 0. */
  readonly change: number;
  readonly course: LanguageMap;
  /** In its place. */
  readonly to?: LanguageMap;
  readonly reason: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly undone?: { readonly at: string; readonly by: string };
  /** Nothing else was decided of it since. */
  readonly canUndo: boolean;
}

/** One course of an obligation, about to be left out or replaced. */
export interface CourseToChangeView {
  readonly obligation: { readonly obligationId: string; readonly title: string; readonly rev: number };
  readonly courseId: string;
  readonly course: LanguageMap;
  /** The only one: it can be replaced alone. */
  readonly isOnly: boolean;
  readonly choices: ObligationChoices['courses'];
}

export interface CourseChangeDraft {
  readonly obligationId: string;
  readonly courseId: string;
  /** Absent: it is left out. */
  readonly to?: string;
  readonly reason: string;
  readonly rev: number;
}

export interface CourseChangePreviewView {
  readonly title: string;
  readonly course: LanguageMap;
  readonly to?: LanguageMap;
  readonly waiting: number;
  readonly closed: number;
  readonly begun: number;
  readonly isComplete: boolean;
}

export type ObstacleName =
  | 'earlier-course'
  | 'waiting'
  | 'approval'
  | 'course-closed'
  | 'path-closed'
  | 'invitation'
  | 'quota'
  | 'budget'
  | 'other-agency';

export interface DutyRow {
  readonly personId: string;
  readonly name: string;
  readonly course: LanguageMap;
  readonly period: string;
  readonly dueOn: string;
  readonly state: Exclude<DutyGroupName, 'overdue'>;
  readonly isOverdue: boolean;
  readonly obstacle?: ObstacleName;
  readonly released?:
    | ('left-audience' | 'left-agency' | 'obligation-ended' | 'exempted')
    | ('course-skipped' | 'course-replaced');
  /** The day without the one that was given to the person alone. */
  readonly extendedFrom?: string;
  readonly finishedAt?: string;
}

/** What may change of an obligation. */
export interface TermsDraft {
  readonly title: string;
  readonly unitIds: readonly string[];
  readonly postFamilies: readonly string[];
  readonly postWords: readonly string[];
  readonly statuses: readonly string[];
  readonly due: DueView;
  readonly note?: string;
}

/** What an administrator wants to require. */
export interface ObligationDraft extends TermsDraft {
  readonly courseIds?: readonly string[];
  /** In place of courses. */
  readonly pathId?: string;
  /** Of several courses. */
  readonly programme?: ProgrammeView;
}

/** What would come of other terms. */
export interface TermsPreviewView {
  readonly title: string;
  readonly audience: AudienceView;
  readonly due: DueView;
  readonly people: number;
  readonly comes: number;
  readonly goes: number;
  readonly isComplete: boolean;
  /** How many open duties have another last day by it. */
  readonly moves?: { readonly duties: number; readonly from: string; readonly to: string };
}

/** Something that an agency has decided for one person. */
export interface ExceptionRow {
  readonly personId: string;
  readonly name: string;
  readonly kind: 'exempt' | 'later-day';
  readonly state: 'open' | 'undone' | 'over';
  readonly reason: string;
  readonly until?: string;
  readonly dueOn?: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** Where one person stands with an obligation. */
export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly obligation: { readonly obligationId: string; readonly title: string; readonly isEnded: boolean };
  readonly duties: readonly DutyRow[];
  /** The newest first; the first holds while it is open. */
  readonly past: readonly ExceptionRow[];
  /** The reader, who decides nothing for themselves. */
  readonly isSelf: boolean;
}

export interface ExceptionDraft {
  readonly kind: 'exempt' | 'later-day';
  readonly reason: string;
  readonly until?: string;
  readonly dueOn?: string;
}

/** What is or was required of the reader by one obligation, in one round. */
export interface MyObligation {
  readonly title: string;
  readonly note?: string;
  readonly programme?: ProgrammeView;
  readonly period: string;
  readonly done: number;
  readonly duties: readonly MyDuty[];
  /** They owe nothing now. */
  readonly exempt?: { readonly reason: string; readonly until?: string };
  /** Why they have another last day. */
  readonly laterReason?: string;
}

export interface MyDuty extends Omit<DutyRow, 'personId' | 'name' | 'period'> {
  /** Where the course or the path goes on. */
  readonly href: string;
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
  readonly programme?: ProgrammeView;
  readonly audience: AudienceView;
}

/** Published courses, learning paths and units to choose among. */
export interface ObligationChoices {
  readonly courses: readonly (readonly [courseId: string, title: LanguageMap])[];
  readonly paths: readonly (readonly [pathId: string, title: LanguageMap])[];
  readonly units: readonly UnitRow[];
}

export type ObligationStepName = 'pause' | 'resume' | 'end';

/** What the reader's agency requires of its people. */
export interface ObligationsPorts {
  obligationsOf(reader: PersonPrincipal): Promise<readonly ObligationRow[]>;
  /** `courseIds`: among them in any case. */
  choicesFor(reader: PersonPrincipal, courseIds: readonly string[]): Promise<ObligationChoices>;
  /** Refusals name `/courseIds`, `/pathId`, `/due`. */
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
  /** The terms as they stand, to be filled in. */
  termsOf(
    reader: PersonPrincipal,
    obligationId: string,
  ): Promise<
    TermsDraft & {
      readonly rev: number /** The last day, this year where it is each year. */;
      readonly dueDay: string;
    }
  >;
  /** Refusals name `/due`. */
  previewTerms(
    reader: PersonPrincipal,
    change: { readonly obligationId: string; readonly terms: TermsDraft; readonly rev: number },
  ): Promise<TermsPreviewView>;
  changeTerms(
    reader: PersonPrincipal,
    change: { readonly obligationId: string; readonly terms: TermsDraft; readonly rev: number },
  ): Promise<void>;
  /** Refuses one that is not required, or of an obligation that has ended. */
  courseToChange(
    reader: PersonPrincipal,
    place: { readonly obligationId: string; readonly courseId: string },
  ): Promise<CourseToChangeView>;
  /** Refusals name `/to`, `/courseId`. */
  previewCourse(reader: PersonPrincipal, draft: CourseChangeDraft): Promise<CourseChangePreviewView>;
  changeCourse(reader: PersonPrincipal, draft: CourseChangeDraft): Promise<void>;
  undoCourse(
    reader: PersonPrincipal,
    place: { readonly obligationId: string; readonly change: number; readonly rev: number },
  ): Promise<void>;
  exceptionsOf(
    reader: PersonPrincipal,
    list: { readonly obligationId: string; readonly token: string | undefined },
  ): Promise<{ readonly rows: readonly ExceptionRow[]; readonly nextPageToken?: string }>;
  personOf(
    reader: PersonPrincipal,
    place: { readonly obligationId: string; readonly personId: string },
  ): Promise<PersonView>;
  /** Refusals name `/until`, `/dueOn`, `/kind`. */
  except(
    reader: PersonPrincipal,
    decision: { readonly obligationId: string; readonly personId: string; readonly draft: ExceptionDraft },
  ): Promise<void>;
  undoException(
    reader: PersonPrincipal,
    place: { readonly obligationId: string; readonly personId: string },
  ): Promise<void>;
  /** Everything that is required of the reader, and was lately; what is open first. */
  mine(reader: PersonPrincipal): Promise<readonly MyObligation[]>;
  change(
    reader: PersonPrincipal,
    change: { readonly obligationId: string; readonly step: ObligationStepName; readonly rev: number },
  ): Promise<void>;
  /** Reminds everybody who is late, once a day. */
  remind(reader: PersonPrincipal, obligationId: string): Promise<void>;
}
