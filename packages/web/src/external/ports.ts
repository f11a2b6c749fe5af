import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { CreditReason, GroundView } from '../credit/ports.ts';
import type { SiasnStanding } from '../siasn/ports.ts';
import type { ExternalDesk } from './paths.ts';

export const externalStates = [
  ...['draft', 'submitted', 'supervisor_ok', 'hr_ok', 'assigned', 'in_progress'],
  ...['reported', 'verified', 'recognised', 'returned', 'rejected', 'cancelled'],
] as const;
export type ExternalState = (typeof externalStates)[number];

export const evidenceKinds = ['certificate', 'letter', 'report'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export type EvidenceProblem = 'too-large' | 'not-pdf' | 'encrypted' | 'active' | 'too-many' | 'missing';

/** What those who verify ask for, in codes of words. */
export type ProofView =
  | ('certificate' | 'letter' | 'letter-or-invitation' | 'signed-form' | 'journal' | 'summary' | 'minutes')
  | ('activity-report' | 'study-decree' | 'study-results');

export type FormUnit = 'semester' | 'day' | 'session' | 'occurrence' | 'programme_jp';

export interface FormView {
  readonly code: string;
  readonly id: string;
  readonly en: string;
  /** Absent where no rule says. */
  readonly unit?: FormUnit;
  /** What is asked for as evidence; absent where nobody says. */
  readonly asked?: readonly ProofView[];
}

/** What somebody says about it. */
export interface ExternalDetails {
  readonly form: string;
  readonly title: string;
  readonly organiser: string;
  readonly abroad: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly count?: number;
  readonly stated?: Jp;
  readonly certificate?: { readonly number: string; readonly issuer: string; readonly date?: string };
  readonly letter?: { readonly number: string; readonly date: string };
  readonly notes?: string;
}

export interface ExternalRow {
  readonly personId: string;
  readonly learningId: string;
  readonly title: string;
  readonly organiser: string;
  readonly form: FormView;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: ExternalState;
  readonly waitingSince?: string;
  /** The supervisor has not answered for long, so the agency decides as well. */
  readonly handedOver?: true;
  /** At the desks of reviewers. */
  readonly learner?: string;
}

export interface ExternalLineView {
  readonly n: number;
  readonly state: ExternalState;
  readonly at: string;
  /** Name of whoever took the step; absent: the platform did. */
  readonly by?: string;
  readonly as: 'learner' | 'supervisor' | 'agency' | 'system';
  readonly reason?: string;
}

export type OwnAction = 'send' | 'begin' | 'cancel' | 'restore';
export type ReviewAction = 'approve' | 'assign' | 'verify' | 'return' | 'reject' | 'reopen';

/** A line of the ledger of JP, with what it was found by. */
export interface AlikeView {
  readonly title: LanguageMap;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly year: number;
  readonly by: 'certificate' | 'number' | 'title';
}

export interface ExternalView extends ExternalRow {
  readonly rev: number;
  readonly way: 'planned' | 'attended' | 'entered';
  readonly details: ExternalDetails;
  readonly evidence: readonly {
    readonly evidenceId: string;
    readonly kind: EvidenceKind;
    readonly name: string;
    readonly sizeBytes: number;
    readonly pages: number;
  }[];
  readonly lines: readonly ExternalLineView[];
  readonly editable: 'all' | 'report' | 'nothing';
  readonly needsLetter: boolean;
  /** The reader writes number and date of the assignment letter. */
  readonly writesLetter: boolean;
  /** What those who verify ask for; absent where nobody says. */
  readonly asked?: {
    readonly proofs: readonly { readonly proof: ProofView; readonly isThere: boolean }[];
    readonly ground: GroundView;
  };
  /** Why it came back or was refused. */
  readonly reason?: string;
  /** What would count of it, or counts, beside everything else; absent where no rule says. */
  readonly worth?: {
    readonly computed: Jp;
    readonly recognised: Jp;
    readonly reasons: readonly CreditReason[];
    readonly ground?: GroundView;
  };
  /** Courses that were completed here and are, or may be, the same learning. */
  readonly alike: readonly AlikeView[];
  /** Given where the agency brings JP to SIASN. */
  readonly siasn?: SiasnStanding;
  /** For which item of the agency's plan it was learned, and which there are; given to its administrators. */
  readonly plan?: {
    readonly items: readonly PlanItemChoice[];
    readonly chosen?: PlanItemChoice;
  };
  /** What the reader may do now, the first as the main thing. */
  readonly own: readonly OwnAction[];
  readonly review: readonly ReviewAction[];
}

/** An item of an annual plan. */
export interface PlanItemChoice {
  readonly year: number;
  readonly itemId: string;
  readonly title: string;
}

export interface SentFile {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `duplicate`: it is written down already, there. `counted`: a course here, in that year, has brought these JP by itself. `evidence`: the file is refused, and nothing was saved. */
export type ExternalSaved =
  | { readonly outcome: 'saved'; readonly learningId: string }
  | { readonly outcome: 'duplicate'; readonly learningId: string }
  | { readonly outcome: 'counted'; readonly year: number }
  | { readonly outcome: 'evidence'; readonly problem: EvidenceProblem };

export interface ExternalPolicyView {
  readonly letterForms: readonly string[];
  readonly verifiers: 'agency' | 'either';
  readonly rev: number;
}

export interface ReviewDecision {
  readonly action: ReviewAction;
  readonly reason?: string;
  readonly letter?: { readonly number: string; readonly date: string };
  readonly rev: number;
}

type Reader = PersonPrincipal;
interface Place {
  readonly personId: string;
  readonly learningId: string;
}

/** Learning outside the platform: everybody's own, and what waits for reviewers. */
export interface ExternalPorts {
  /** Of one file. */
  readonly maxBytes: number;
  /** Those there are, with what each is counted in where the reader is. */
  formsOf(reader: Reader): Promise<readonly FormView[]>;
  ownOf(reader: Reader): Promise<readonly ExternalRow[]>;
  viewOf(reader: Reader, place: Place): Promise<ExternalView>;
  add(
    reader: Reader,
    given: {
      readonly way: 'planned' | 'attended';
      readonly details: ExternalDetails;
      readonly file?: SentFile;
    },
  ): Promise<ExternalSaved>;
  change(
    reader: Reader,
    given: { readonly learningId: string; readonly details: ExternalDetails; readonly rev: number },
  ): Promise<ExternalSaved>;
  move(
    reader: Reader,
    given: { readonly learningId: string; readonly action: OwnAction; readonly rev: number },
  ): Promise<ExternalSaved>;
  addEvidence(reader: Reader, learningId: string, file: SentFile): Promise<ExternalSaved>;
  removeEvidence(reader: Reader, learningId: string, evidenceId: string): Promise<void>;
  evidenceOf(
    reader: Reader,
    place: Place & { readonly evidenceId: string },
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  waitingOf(
    reader: Reader,
    desk: ExternalDesk,
    token: string | undefined,
  ): Promise<{ readonly rows: readonly ExternalRow[]; readonly nextPageToken?: string }>;
  decide(reader: Reader, place: Place, decision: ReviewDecision): Promise<void>;
  /** Without an item it was learned for none. */
  namePlanItem(
    reader: Reader,
    place: Place,
    given: { readonly item?: Omit<PlanItemChoice, 'title'>; readonly rev: number },
  ): Promise<void>;
  policyOf(reader: Reader): Promise<ExternalPolicyView>;
  setPolicy(reader: Reader, policy: ExternalPolicyView): Promise<void>;
}
