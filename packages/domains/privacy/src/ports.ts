import type { AgencyId, PersonId } from '@sinau/kernel';
import type { AuditEntry, AuditLine } from './audit-line.ts';
import type { DataRequest, DataRequestId } from './data-request.ts';
import type { Counts, ErasureMode, PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import type { ApprovalKey, RuleApproval } from './rule-approval.ts';

export interface Subject {
  readonly personId: PersonId;
  /** Only what was stored at or before this counts, epoch milliseconds. */
  readonly untilMs: number;
  /** What places before have told, e.g. the agencies that got records of the person. */
  readonly trail: readonly string[];
  /** Given by a retention rule: only statements are meant, and not those of these verbs. */
  readonly keepVerbs?: readonly string[];
}

export interface ErasureOrder extends Subject {
  readonly jobId: PrivacyJobId;
  readonly mode: ErasureMode;
  /** Secret of the job; pseudonyms are made with it. */
  readonly key: string;
}

export interface PlaceStep {
  readonly counts: Counts;
  /** Where places behind should look. */
  readonly trail?: readonly string[];
  /** Where to go on; absent when the place is through. */
  readonly next?: string;
  /** Something stands in the way for now: the same step again after so many milliseconds. */
  readonly waitMs?: number;
}

/**
 * One store that holds data of people. Steps take seconds at most, may be repeated and are called in order; every method
 * rejects with `Unavailable` when its store does not answer.
 */
export interface PersonPlace {
  readonly name: string;
  /** An erasure waits so long before it begins here, so that whoever was at work when `settlesAfter` was reached is through. */
  readonly settleMs: number;
  /**
   * What `settleMs` counts from. The confirmation for places to which no earlier place of the erasure leads: these have settled together. Streams pass
   * on INSERT and MODIFY alone, so what an earlier place deletes starts no follower; what it writes may. Where that may still be on its way here, the
   * end of that place.
   * @default 'place-before'
   */
  readonly settlesAfter?: 'confirmation' | 'place-before';
  /** What is there. After an erasure: what is left and should not be. */
  count(subject: Subject, cursor: string | undefined): Promise<PlaceStep>;
  /** Absent: an erasure leaves this place as it is (kept by law). */
  erase?(order: ErasureOrder, cursor: string | undefined): Promise<PlaceStep>;
  /** Everything, as JSON values, for the person. Absent: there is nothing of interest to them. */
  copy?(
    subject: Subject,
    cursor: string | undefined,
  ): Promise<PlaceStep & { readonly records: readonly object[] }>;
}

/**
 * Jobs, kept for good. Reads see every write that was answered before; lists may lag by about a second. What is to be
 * noted is written with the job or not at all, so that the log neither misses nor repeats a line.
 */
export interface PrivacyJobStore {
  /** Stores a new job (`rev` 0). `exists`: there is one under this id, and nothing was written. */
  add(job: PrivacyJob, entry?: AuditEntry): Promise<'added' | 'exists'>;
  /** Stores `job` with the next `rev` if the stored one still has `job.rev`. */
  replace(
    job: PrivacyJob,
    entry?: AuditEntry,
  ): Promise<{ outcome: 'stored'; job: PrivacyJob } | { outcome: 'stale' }>;
  find(jobId: PrivacyJobId): Promise<PrivacyJob | undefined>;
  /** Newest first. */
  list(page: { readonly kind: PrivacyJob['kind']; readonly limit: number }): Promise<readonly PrivacyJob[]>;
  /** Exports that the person asked for or that were made for them, newest first. */
  listOf(personId: PersonId, limit: number): Promise<readonly PrivacyJob[]>;
  /** Jobs whose `dueAt` is at or before this, longest due first. */
  listDue(at: string, limit: number): Promise<readonly PrivacyJob[]>;
}

/** What operators decided about retention rules, kept for good. Reads see every write that was answered before. */
export interface RuleApprovalStore {
  find(key: ApprovalKey): Promise<RuleApproval | undefined>;
  /** All, by rule, version and agency. */
  list(): Promise<readonly RuleApproval[]>;
  /**
   * Stores `approval` with the next `rev`, and the line with it, if the stored one still has `approval.rev` (0: there is
   * none).
   */
  save(approval: RuleApproval, entry: AuditEntry): Promise<'saved' | 'stale'>;
}

/** Kept for good. Reads see every write that was answered before; lists of many may lag by about a second. */
export interface DataRequestStore {
  /** Stores `request` with the next `rev`, and the line with it, if the stored one still has `request.rev` (0: there is none). */
  save(request: DataRequest, entry?: AuditEntry): Promise<'saved' | 'stale'>;
  find(requestId: DataRequestId): Promise<DataRequest | undefined>;
  /** Newest first. */
  listOf(personId: PersonId, limit: number): Promise<readonly DataRequest[]>;
  /** What waits, soonest due first; of one agency's people, or of everybody. */
  listOpen(agencyId: AgencyId | undefined, limit: number): Promise<readonly DataRequest[]>;
  /** Answered or withdrawn, latest first; of one agency's people, or of everybody. */
  listEnded(agencyId: AgencyId | undefined, limit: number): Promise<readonly DataRequest[]>;
}

/** Append only. */
export interface AuditLog {
  /** Appends a line of its own, for what changes no job. */
  append(entry: AuditEntry): Promise<AuditLine>;
  /** Newest first. */
  list(page: { readonly limit: number; readonly before?: number }): Promise<readonly AuditLine[]>;
}

/** People whose records may have been kept long enough. Every method rejects with `Unavailable`. */
export interface RetentionPeople {
  /** Everybody, or everybody of one agency, page by page. */
  page(input: {
    readonly cursor?: string;
    readonly agencyId?: AgencyId;
  }): Promise<{ readonly people: readonly PersonId[]; readonly next?: string }>;
  /** True when there is a statement that the rule ends. */
  hasOlder(subject: Subject): Promise<boolean>;
}

/** People, as far as jobs need them. */
export interface PeoplePort {
  exists(personId: PersonId): Promise<boolean>;
}

/** Who made whom an operator; the identity domain answers. */
export interface OperatorsPort {
  /** Whoever invited this person or gave them their roles last, and when (ISO 8601); empty: nobody knows. */
  madeBy(personId: PersonId): Promise<readonly { readonly by: PersonId; readonly at: string }[]>;
}

/** Files of exports. */
export interface ExportFiles {
  writePart(jobId: PrivacyJobId, number: number, text: string): Promise<{ readonly bytes: number }>;
  /** One file out of the parts, in order. */
  join(jobId: PrivacyJobId, parts: readonly number[]): Promise<void>;
  /** A link that anyone may use for so many seconds. */
  link(jobId: PrivacyJobId, expiresInSeconds: number): Promise<string>;
  discard(jobId: PrivacyJobId): Promise<void>;
}
