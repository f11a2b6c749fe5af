import { type PersonPrincipal, type ReadKind, readKinds } from '@sinau/kernel';

/** What a line is about: something that was seen, done to an account, or done by an agency as a whole. */
export const lineKindNames = [
  ...readKinds,
  ...(['account-closed', 'account-opened'] as const),
  ...(['plan-draft', 'plan-proposed', 'plan-agreed', 'plan-set', 'plan-replaced', 'plan-undone'] as const),
  ...(['priority-granted', 'priority-taken-back'] as const),
  ...(['champion-named', 'champion-taken-back'] as const),
] as const;
export type LineKindName = ReadKind | Exclude<(typeof lineKindNames)[number], ReadKind>;

/** At whose word it was done. */
export type ActGroundName =
  | ('identity-provider' | 'list' | 'administrator')
  | ('legal-standing' | 'operator');

export const readingPurposes = [
  'supervision',
  'personnel',
  'teaching',
  'review',
  'support',
  'oversight',
  'integration',
] as const;
export type ReadingPurpose = (typeof readingPurposes)[number];

export type ChainFlaw = 'changed' | 'missing' | 'unlinked' | 'rewritten' | 'cut' | 'signature' | 'late';

/** One line, for auditors. */
export interface ReadingView {
  readonly at: string;
  /** Name of the person, or of the client; absent: nobody, the platform did it by itself. */
  readonly reader?: string;
  readonly because?: ActGroundName;
  readonly isMachine: boolean;
  readonly office: string;
  readonly purpose: ReadingPurpose;
  readonly what: LineKindName;
  /** Of what an agency has done: which of its things, e.g. year and version of a plan. */
  readonly thing?: string;
  /** Whose records; absent for a list. `''`: somebody of another agency now, whose name is not told. */
  readonly person?: string;
  /** Of which office's people. */
  readonly list?: string;
  readonly chain: string;
  readonly number: number;
}

/** One line, for the person whose records were read. */
export interface OwnReadingView {
  readonly at: string;
  readonly office: string;
  readonly purpose: ReadingPurpose;
  readonly what: LineKindName;
  /** In a list of the agency's people. */
  readonly isList: boolean;
  readonly because?: ActGroundName;
  /** In the reader's words, where they were asked. */
  readonly reason?: string;
}

export interface CheckView {
  readonly state: 'due' | 'running' | 'done';
  /** Absent: by itself, as every week. */
  readonly requestedBy?: string;
  readonly requestedAt: string;
  readonly endedAt?: string;
  readonly chains: number;
  readonly lines: number;
  /** First broken line of each chain. */
  readonly findings: readonly { readonly chain: string; readonly number: number; readonly flaw: ChainFlaw }[];
}

export interface AccessQuery {
  /** Who read: an office; `all` where a person is given. */
  readonly office: string;
  readonly what?: LineKindName;
  /** Whose records: e-mail, employee number or internal id. */
  readonly who?: string;
  /** `YYYY-MM-DD`, western Indonesian time. */
  readonly from?: string;
  readonly to?: string;
  readonly before?: string;
}

/** What one office looked at. */
export type OfficeQuery = Omit<AccessQuery, 'office'>;

export interface AccessPorts {
  /** By those who read for the agency of the one who asks, its systems included; newest first. `nobody`: no such person there. */
  ofOffice(
    person: PersonPrincipal,
    query: OfficeQuery,
  ): Promise<{ readonly lines: readonly ReadingView[]; readonly nobody: boolean; readonly next?: string }>;
  /** As many as a spreadsheet is made for. */
  fileOfOffice(person: PersonPrincipal, query: OfficeQuery): Promise<readonly ReadingView[]>;
  /** Newest first. `nobody`: there is no such person. */
  readings(
    person: PersonPrincipal,
    query: AccessQuery,
  ): Promise<{
    readonly offices: readonly { readonly office: string; readonly name: string }[];
    readonly lines: readonly ReadingView[];
    readonly nobody: boolean;
    readonly next?: string;
  }>;
  /** As many as a spreadsheet is made for. */
  file(person: PersonPrincipal, query: AccessQuery): Promise<readonly ReadingView[]>;
  /** Who read records of the one who asks, newest first. */
  mine(person: PersonPrincipal): Promise<readonly OwnReadingView[]>;
  check(person: PersonPrincipal): Promise<CheckView | undefined>;
  askCheck(person: PersonPrincipal): Promise<void>;
}
