import type { Jp, Locale, PersonPrincipal } from '@sinau/kernel';
import type { SiasnIndexPorts } from './index-ports.ts';

export const siasnStateNames = [
  'queued',
  'sending',
  'unknown',
  'incomplete',
  'filed',
  'rejected',
  'differs',
  'accepted',
  'excluded',
  'superseded',
] as const;
export type SiasnStateName = (typeof siasnStateNames)[number];

export type SiasnLack = 'nip' | 'hours' | 'organiser' | 'subject' | 'level';

/** Parts of a certificate. */
export type SiasnProofPart = 'number' | 'document';

export type SiasnReason =
  | ('person-unknown' | 'gone-there' | 'document' | 'refused' | 'forbidden' | 'signed-out' | 'client-refused')
  | (
      | 'unreachable'
      | 'busy'
      | 'timeout'
      | 'broken-answer'
      | 'no-answer'
      | 'degree'
      | 'by-hand'
      | 'record-taken'
    )
  | ('before-first-year' | 'file-released' | 'found-differs' | 'corrected-since' | 'taken-back-since');

export type SiasnStandstill = 'signed-out' | 'client-refused' | 'forbidden' | 'holder-left';

export const siasnDecisionNames = ['retry', 'by-hand', 'exclude', 'undo', 'release', 'take-over'] as const;
export type SiasnDecisionName = (typeof siasnDecisionNames)[number];

export interface SiasnSettingsView {
  readonly isOn: boolean;
  readonly environment: 'training' | 'production';
  readonly fromYear: number;
  readonly siasnAgencyId?: string;
  readonly subjectId?: string;
  readonly consumerKey?: string;
  /** Kinds of courses that were loaded. */
  readonly subjects: number;
}

export interface SiasnFileView {
  readonly reportId: string;
  /** Absent: it is forgotten, and nothing but what it holds is known of it. */
  readonly made?: { readonly year: number; readonly rows: number; readonly asOf: string };
  /** Rows that go no other way until it is marked or released. */
  readonly holds: number;
}

export interface SiasnDeskView {
  readonly settings: SiasnSettingsView;
  readonly counts: readonly {
    readonly state: SiasnStateName;
    readonly count: number;
    readonly atLeast: boolean;
    /** Of those counted: without a whole certificate. */
    readonly unproven: number;
  }[];
  readonly session?: { readonly by: string; readonly endsAt: string };
  readonly standstill?: { readonly because: SiasnStandstill; readonly at: string };
  /** As it was heard of last, if ever. */
  readonly connector?: {
    readonly name: string;
    readonly at: string;
    readonly environment: 'training' | 'production';
    readonly trouble?: Exclude<SiasnStandstill, 'holder-left'>;
  };
  /** Official values of IP ASN are read, and when the last answer came. */
  readonly indexes: { readonly isOn: boolean; readonly readAt?: string };
  /** Files that are ready, newest first. */
  readonly files: readonly SiasnFileView[];
  readonly year: number;
}

/** How far SIASN knows of a line. */
export interface SiasnStanding {
  readonly state: SiasnStateName;
  readonly lacks: readonly SiasnLack[];
  readonly because?: SiasnReason;
  /** SIASN's own. */
  readonly words?: string;
  readonly by?: 'service' | 'file' | 'hand';
  /** In the training environment of BKN: nothing of it is real. */
  readonly isTrial: boolean;
}

export interface SiasnRowView extends SiasnStanding {
  readonly personId: string;
  readonly lineId: string;
  readonly name: string;
  readonly title: string;
  readonly changedAt: string;
  /** What of a certificate it has not, while it is to be brought still. */
  readonly unproven: readonly SiasnProofPart[];
}

export interface SiasnLineView extends SiasnRowView {
  readonly content?: {
    readonly organiser: string;
    readonly from: string;
    readonly to: string;
    readonly jp: Jp;
    /** As SIASN gets them: whole. */
    readonly hours: number;
    readonly number?: string;
    readonly form: string;
    readonly hasDocument: boolean;
  };
  readonly recordId?: string;
  /** What others have entered, where it says something else. */
  readonly there?: {
    readonly title: string;
    readonly hours?: number;
    readonly from?: string;
    readonly to?: string;
  };
  readonly isOurs: boolean;
  readonly courseId?: string;
  /** What it would be sent as. */
  readonly subject?: string;
  readonly level?: string;
  readonly needs: 'subject' | 'level';
  readonly levels: readonly { readonly id: number; readonly name: string }[];
  readonly decisions: readonly SiasnDecisionName[];
}

export interface SiasnSubjectView {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
}

export interface SiasnSettingsForm extends Omit<SiasnSettingsView, 'subjects'> {
  /** Absent: as it was. */
  readonly consumerSecret?: string;
}

export interface SiasnRef {
  readonly personId: string;
  readonly lineId: string;
}

/** What the agency of the reader owes to SIASN. */
export interface SiasnPorts extends SiasnIndexPorts {
  readonly maxBytes: number;
  deskOf(reader: PersonPrincipal): Promise<SiasnDeskView>;
  rowsOf(
    reader: PersonPrincipal,
    asked: { readonly state: SiasnStateName; readonly token: string | undefined },
  ): Promise<{ readonly rows: readonly SiasnRowView[]; readonly nextPageToken?: string }>;
  lineOf(reader: PersonPrincipal, ref: SiasnRef): Promise<SiasnLineView>;
  decide(reader: PersonPrincipal, ref: SiasnRef & { readonly decision: SiasnDecisionName }): Promise<void>;
  /** For this line alone, or for every line of its course. */
  choose(
    reader: PersonPrincipal,
    ref: SiasnRef & {
      readonly subjectId?: string;
      readonly levelId?: number;
      readonly scope: 'line' | 'course';
    },
  ): Promise<void>;
  save(reader: PersonPrincipal, settings: SiasnSettingsForm): Promise<void>;
  openSession(reader: PersonPrincipal, token: string): Promise<void>;
  closeSession(reader: PersonPrincipal): Promise<void>;
  findSubjects(reader: PersonPrincipal, words: string): Promise<readonly SiasnSubjectView[]>;
  loadSubjects(
    reader: PersonPrincipal,
    csv: string,
  ): Promise<
    | { readonly ok: true; readonly loaded: number; readonly skipped: number }
    | { readonly ok: false; readonly because: 'heads' | 'empty' | 'too-many' }
  >;
  /** Id of the report that was ordered. */
  orderFile(
    reader: PersonPrincipal,
    order: { readonly year: number; readonly format: 'csv' | 'xlsx'; readonly locale: Locale },
  ): Promise<string>;
  markFile(reader: PersonPrincipal, reportId: string): Promise<void>;
  releaseFile(
    reader: PersonPrincipal,
    file: { readonly reportId: string; readonly reason: string },
  ): Promise<void>;
}
