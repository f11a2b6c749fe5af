import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import type { Details, LocalDate, Unit } from './details.ts';
import type { EvidenceProblem } from './errors.ts';
import type { Evidence, EvidenceId, ExternalLearning, LearningId, Line, PlanItemRef } from './learning.ts';
import type { Policy } from './policy.ts';

/** Where a person stands now. */
export interface LearnerPlace {
  readonly agencyId?: AgencyId;
  /** Who decides on proposals; absent when there is nobody, or nobody who can sign in as a supervisor. */
  readonly supervisorId?: PersonId;
  /** Which day it is for the person. */
  readonly today: LocalDate;
}

/** Identity, as far as this domain needs it. */
export interface LearnerDirectory {
  /** Undefined for an absent or disabled person. */
  placeOf(personId: PersonId): Promise<LearnerPlace | undefined>;
  /** Whom the person supervises. */
  teamOf(supervisorId: PersonId): Promise<readonly PersonId[]>;
}

interface AskedForm {
  readonly form: string;
  readonly agencyId: AgencyId;
  readonly on: LocalDate;
}

/** The rules of JP, as far as this domain needs them. */
export interface FormDirectory {
  /** What a form is counted in; `unknown`: there is no such form; undefined: no rule says. */
  unitOf(asked: AskedForm): Promise<Unit | 'unknown' | undefined>;
  /** JP of one unit; undefined where a form is not counted in units, or is worth nothing. */
  worthOf(asked: AskedForm & { readonly abroad: boolean }): Promise<Jp | undefined>;
  /** JP of the whole by its rule on its last day, caps aside; undefined where no rule says. */
  countedOf(
    asked: Pick<Details, 'form' | 'abroad' | 'startsOn' | 'endsOn' | 'count' | 'stated'> & {
      readonly agencyId: AgencyId;
    },
  ): Promise<Jp | undefined>;
}

/** Annual plans of agencies, as far as records are learned for them. Rejects with `Unavailable`. */
export interface PlanItems {
  has(agencyId: AgencyId, item: PlanItemRef): Promise<boolean>;
}

/** Certificates of this platform. */
export interface OwnCertificates {
  /** Whether a number has the shape of ours. */
  isOurs(number: string): Promise<boolean>;
  /**
   * The year in which a completed course of the person counts already whose provider has told of this certificate; undefined: there is none.
   * Rejects with `Unavailable`.
   */
  countedIn(
    personId: PersonId,
    certificate: NonNullable<Details['certificate']>,
  ): Promise<number | undefined>;
}

/** One change of one record, with the line that tells of it. */
export interface Step {
  /** As it was read; absent: it is new. */
  readonly before?: ExternalLearning;
  readonly after: ExternalLearning;
  /** Absent where only its words or files change. */
  readonly line?: Line;
}

export type StepOutcome =
  | { readonly outcome: 'done'; readonly learning: ExternalLearning }
  /** It is not as it was read any more. */
  | { readonly outcome: 'changed' }
  /** Another record of the person claims the same (`claimsOf`). */
  | { readonly outcome: 'taken'; readonly learningId: LearningId };

/**
 * Records with their history. Reads of one person see every write that was answered before; lists of agencies may lag by about
 * a second. Rejects with `Unavailable`.
 */
export interface LearningStore {
  /** Stores the record with the next `rev`, its line and what it claims, or nothing of that. */
  take(step: Step): Promise<StepOutcome>;
  find(personId: PersonId, learningId: LearningId): Promise<ExternalLearning | undefined>;
  /** Which record of the person claims what this one would claim (`claimsOf`). */
  holderOf(
    learning: Pick<ExternalLearning, 'personId' | 'state' | 'details'>,
  ): Promise<LearningId | undefined>;
  /** In no particular order. */
  listOf(personId: PersonId): Promise<readonly ExternalLearning[]>;
  /** In order. */
  linesOf(personId: PersonId, learningId: LearningId): Promise<readonly Line[]>;
  /** What waits in an agency, longest first. */
  listWaiting(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly learnings: readonly ExternalLearning[]; readonly next?: string }>;
  /** Takes away the record as it was read, with its history and its claims, or nothing of that. */
  forget(learning: ExternalLearning): Promise<'forgotten' | 'changed'>;
  findPolicy(agencyId: AgencyId): Promise<Policy | undefined>;
  /** Stores it with the next `rev` if the stored one has that `rev`, or there is none and it is 0. */
  savePolicy(policy: Policy): Promise<'saved' | 'changed'>;
}

export interface EvidencePlace {
  readonly personId: PersonId;
  readonly learningId: LearningId;
  readonly evidenceId: EvidenceId;
}

/** Files of evidence. */
export interface EvidenceRoom {
  /** Looks at a file as at one that means harm. */
  inspect(
    bytes: Uint8Array,
  ): Promise<
    | Pick<Evidence, 'pages' | 'sha256'>
    | { readonly problem: Extract<EvidenceProblem, 'not-pdf' | 'encrypted' | 'active'> }
  >;
  put(place: EvidencePlace, bytes: Uint8Array): Promise<void>;
  get(place: EvidencePlace): Promise<Uint8Array | undefined>;
  remove(place: EvidencePlace): Promise<void>;
  /** Every file of a record, also those that it does not name. */
  removeAll(place: Omit<EvidencePlace, 'evidenceId'>): Promise<void>;
}
