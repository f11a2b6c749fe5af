import type { PersonPrincipal } from '@sinau/kernel';
import type { OwnSharingView } from '../agreements/ports.ts';

export type JobState = 'counting' | 'counted' | 'running' | 'checking' | 'done' | 'failed' | 'cancelled';
export type JobMode = 'pseudonymise' | 'erase';
export const jobModes = ['pseudonymise', 'erase'] as const;
export const jobBases = ['request', 'consent-withdrawn', 'retention-ended', 'unlawful-processing'] as const;
export type JobBasis = (typeof jobBases)[number];

export type Counts = Readonly<Record<string, number>>;

export interface PrivacyJobView {
  readonly jobId: string;
  readonly kind: 'erasure' | 'export' | 'retention';
  readonly state: JobState;
  /** First digits of the hash of the internal id. */
  readonly subject: string;
  /** Whose records; absent once an erasure is done. */
  readonly person?: string;
  readonly mode?: JobMode;
  readonly reason?: string;
  readonly legalBasis?: JobBasis;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
  readonly endedAt?: string;
  readonly found: Counts;
  readonly done: Counts;
  readonly left: Counts;
  /** 0 to 100. */
  readonly percent: number;
  /** Next step not before. */
  readonly dueAt?: string;
  /** Of a finished export: until when the file is there. */
  readonly fileUntil?: string;
  /** Of a retention: false keeps it a dry run. */
  readonly verified?: boolean;
  /** Of a retention that goes on: for whose people. */
  readonly agency?: string;
  /** Asked for by the one who looks; another operator has to confirm. */
  readonly ownRequest: boolean;
}

export interface AuditView {
  readonly number: number;
  readonly at: string;
  readonly action:
    | 'requested'
    | 'counted'
    | 'confirmed'
    | 'started'
    | 'cancelled'
    | 'done'
    | 'failed'
    | 'downloaded'
    | 'proposed'
    | 'withdrawn'
    | 'answered'
    | 'placed'
    | 'lifted'
    | 'recorded'
    | 'notified';
  readonly kind: 'erasure' | 'export' | 'retention' | 'rule' | 'request' | 'hold' | 'incident';
  readonly jobId: string;
  readonly subject: string;
  /** Absent: the system. */
  readonly by?: string;
  readonly reason?: string;
  readonly counts?: Counts;
}

export interface RetentionRuleView {
  readonly ruleId: string;
  readonly version: number;
  readonly validFrom: string;
  /** Last parts of the verbs it is about; absent: all others. */
  readonly verbs?: readonly string[];
  readonly months?: number;
  readonly action: JobMode | 'keep';
  readonly basis: string;
}

/** Which version of which rule, for which agency. */
export interface RuleKey {
  readonly ruleId: string;
  readonly version: number;
  readonly agencyId: string;
}

/** What operators have decided about a rule for an agency. */
export interface RuleApprovalView extends RuleKey {
  readonly agency: string;
  readonly state: 'proposed' | 'confirmed' | 'withdrawn';
  readonly basis: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
  /** Proposed by the one who looks; another operator has to confirm. */
  readonly ownProposal: boolean;
}

export interface RetentionView {
  readonly rules: readonly RetentionRuleView[];
  readonly approvals: readonly RuleApprovalView[];
  /** Agencies that a rule may be proposed for. */
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
  readonly jobs: readonly PrivacyJobView[];
}

export interface PrivacyPorts {
  /** Newest first. */
  erasures(person: PersonPrincipal): Promise<readonly PrivacyJobView[]>;
  exports(person: PersonPrincipal): Promise<readonly PrivacyJobView[]>;
  /** Rules in force, what was decided about them, and what was looked for by them, newest first. */
  retention(person: PersonPrincipal): Promise<RetentionView>;
  proposeRule(
    person: PersonPrincipal,
    proposal: RuleKey & { readonly basis: string; readonly validFrom: string },
  ): Promise<void>;
  confirmRule(person: PersonPrincipal, key: RuleKey): Promise<void>;
  withdrawRule(person: PersonPrincipal, key: RuleKey): Promise<void>;
  jobOf(person: PersonPrincipal, jobId: string): Promise<PrivacyJobView>;
  /** `who`: e-mail, employee number or internal id. Gives the id of the job, or `nobody`. */
  requestErasure(
    person: PersonPrincipal,
    request: {
      readonly who: string;
      readonly mode: JobMode;
      readonly reason: string;
      readonly legalBasis: JobBasis;
    },
  ): Promise<{ readonly jobId: string } | 'nobody'>;
  confirm(person: PersonPrincipal, jobId: string): Promise<void>;
  cancel(person: PersonPrincipal, jobId: string): Promise<void>;
  requestExportFor(person: PersonPrincipal, who: string): Promise<{ readonly jobId: string } | 'nobody'>;
  /** Newest first; `whole`: every line shown fits to the one before. */
  audit(
    person: PersonPrincipal,
    before: number | undefined,
  ): Promise<{ readonly lines: readonly AuditView[]; readonly whole: boolean; readonly next?: number }>;

  /** Which providers have got what of the reader. */
  mySharing(person: PersonPrincipal): Promise<readonly OwnSharingView[]>;
  myExports(person: PersonPrincipal): Promise<readonly PrivacyJobView[]>;
  /** Address of the file, good for a few minutes. */
  openExport(person: PersonPrincipal, jobId: string): Promise<string>;
}
