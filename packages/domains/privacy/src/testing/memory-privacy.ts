import type { Digest } from '@sinau/kernel';
import { type AuditEntry, type AuditLine, hashOf } from '../audit-line.ts';
import type { DataRequest } from '../data-request.ts';
import type { Incident, IncidentStore } from '../incident.ts';
import type { HoldStore, LegalHold } from '../legal-hold.ts';
import type {
  AuditLog,
  DataRequestStore,
  ExportFiles,
  PrivacyJobStore,
  RuleApprovalStore,
} from '../ports.ts';
import type { PrivacyJob } from '../privacy-job.ts';
import { approvalName, type RuleApproval } from '../rule-approval.ts';

/** The ports on maps, with one log for all. Pass the same contract suite as the DynamoDB adapters. */
export function memoryPrivacyStores(digest: Digest): {
  readonly jobs: PrivacyJobStore;
  readonly approvals: RuleApprovalStore;
  readonly audit: AuditLog;
  readonly requests: DataRequestStore;
  readonly holds: HoldStore;
  readonly incidents: IncidentStore;
} {
  const audit = memoryAuditLog(digest);
  const note = async (entry: AuditEntry | undefined) => void (entry && (await audit.append(entry)));
  return {
    ...{ audit, jobs: memoryPrivacyJobStore(note), approvals: memoryRuleApprovals(note) },
    ...{ requests: memoryRequests(note), holds: memoryHolds(note), incidents: memoryIncidents(note) },
  };
}

type Note = (entry: AuditEntry | undefined) => Promise<void>;

function memoryPrivacyJobStore(note: Note): PrivacyJobStore {
  const jobs = new Map<string, PrivacyJob>();
  const all = () => [...jobs.values()];
  const newest = (one: PrivacyJob, other: PrivacyJob) => (one.requestedAt < other.requestedAt ? 1 : -1);
  return {
    async add(job, entry) {
      if (jobs.has(job.jobId)) return 'exists';
      jobs.set(job.jobId, job);
      await note(entry);
      return 'added';
    },
    async replace(job, entry) {
      if (jobs.get(job.jobId)?.rev !== job.rev) return { outcome: 'stale' };
      const next = { ...job, rev: job.rev + 1 };
      jobs.set(job.jobId, next);
      await note(entry);
      return { outcome: 'stored', job: next };
    },
    find: async (jobId) => jobs.get(jobId),
    list: async ({ kind, limit }) =>
      all()
        .filter((job) => job.kind === kind)
        .sort(newest)
        .slice(0, limit),
    listOf: async (personId, limit) =>
      all()
        .filter((job) => job.kind === 'export' && job.personId === personId)
        .sort(newest)
        .slice(0, limit),
    listDue: async (at, limit) =>
      all()
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= at)
        .sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1))
        .slice(0, limit),
  };
}

function memoryRuleApprovals(note: Note): RuleApprovalStore {
  const approvals = new Map<string, RuleApproval>();
  return {
    find: async (key) => approvals.get(approvalName(key)),
    list: async () =>
      [...approvals].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value),
    async save(approval, entry) {
      const name = approvalName(approval);
      if ((approvals.get(name)?.rev ?? 0) !== approval.rev) return 'stale';
      approvals.set(name, { ...approval, rev: approval.rev + 1 });
      await note(entry);
      return 'saved';
    },
  };
}

/** Rows by name, each changed only as it was read. */
function revised<Row extends { readonly rev: number }>(note: Note, nameOf: (row: Row) => string) {
  const rows = new Map<string, Row>();
  return {
    rows: () => [...rows.values()],
    find: (name: string) => rows.get(name),
    async save(row: Row, entry?: AuditEntry): Promise<'saved' | 'stale'> {
      if ((rows.get(nameOf(row))?.rev ?? 0) !== row.rev) return 'stale';
      rows.set(nameOf(row), { ...row, rev: row.rev + 1 });
      await note(entry);
      return 'saved';
    },
  };
}

/** By a time, earliest first. */
function by<Row>(rows: readonly Row[], timeOf: (row: Row) => string | undefined): Row[] {
  return [...rows].sort((one, other) => ((timeOf(one) ?? '') < (timeOf(other) ?? '') ? -1 : 1));
}

function memoryRequests(note: Note): DataRequestStore {
  const kept = revised<DataRequest>(note, ({ requestId }) => requestId);
  const of = (agencyId: string | undefined) =>
    kept.rows().filter((one) => agencyId === undefined || one.agencyId === agencyId);
  return {
    save: kept.save,
    find: async (requestId) => kept.find(requestId),
    listOf: async (personId, limit) =>
      by(
        kept.rows().filter((one) => one.personId === personId),
        ({ openedAt }) => openedAt,
      )
        .reverse()
        .slice(0, limit),
    listOpen: async (agencyId, limit) =>
      by(
        of(agencyId).filter(({ state }) => state === 'open'),
        ({ dueAt }) => dueAt,
      ).slice(0, limit),
    listEnded: async (agencyId, limit) =>
      by(
        of(agencyId).filter(({ state }) => state !== 'open'),
        ({ endedAt }) => endedAt,
      )
        .reverse()
        .slice(0, limit),
  };
}

function memoryHolds(note: Note): HoldStore {
  const kept = revised<LegalHold>(note, ({ holdId }) => holdId);
  return {
    save: kept.save,
    find: async ({ holdId }) => kept.find(holdId),
    listOf: async (personId) => kept.rows().filter((one) => one.personId === personId),
    list: async (limit) =>
      by(kept.rows(), ({ placedAt }) => placedAt)
        .reverse()
        .slice(0, limit),
  };
}

function memoryIncidents(note: Note): IncidentStore {
  const kept = revised<Incident>(note, ({ incidentId }) => incidentId);
  return {
    save: kept.save,
    find: async (incidentId) => kept.find(incidentId),
    list: async (limit) =>
      by(kept.rows(), ({ detectedAt }) => detectedAt)
        .reverse()
        .slice(0, limit),
  };
}

function memoryAuditLog(digest: Digest): AuditLog {
  const lines: AuditLine[] = [];
  return {
    async append(entry) {
      const last = lines.at(-1);
      const line = { ...entry, number: lines.length + 1, previous: last ? hashOf(digest, last) : '' };
      lines.push(line);
      return line;
    },
    list: async ({ limit, before = Number.POSITIVE_INFINITY }) =>
      lines
        .filter(({ number }) => number < before)
        .reverse()
        .slice(0, limit),
  };
}

export function memoryExportFiles(): ExportFiles & { readonly files: ReadonlyMap<string, string> } {
  const parts = new Map<string, string>();
  const files = new Map<string, string>();
  return {
    files,
    async writePart(jobId, number, text) {
      parts.set(`${jobId}/${number}`, text);
      return { bytes: new TextEncoder().encode(text).length };
    },
    async join(jobId, all) {
      files.set(jobId, all.map((_, n) => parts.get(`${jobId}/${n}`) ?? '').join(''));
    },
    link: async (jobId, expiresInSeconds) => `memory:///${jobId}?for=${expiresInSeconds}`,
    discard: async (jobId) => void files.delete(jobId),
  };
}
