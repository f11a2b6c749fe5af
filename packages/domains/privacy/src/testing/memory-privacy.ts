import type { Digest } from '@sinau/kernel';
import { type AuditLine, hashOf } from '../audit-line.ts';
import type { AuditLog, ExportFiles, PrivacyJobStore } from '../ports.ts';
import type { PrivacyJob } from '../privacy-job.ts';

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPrivacyJobStore(): PrivacyJobStore {
  const jobs = new Map<string, PrivacyJob>();
  const all = () => [...jobs.values()];
  const newest = (one: PrivacyJob, other: PrivacyJob) => (one.requestedAt < other.requestedAt ? 1 : -1);
  return {
    add: async (job) => void jobs.set(job.jobId, job),
    async replace(job) {
      if (jobs.get(job.jobId)?.rev !== job.rev) return { outcome: 'stale' };
      const next = { ...job, rev: job.rev + 1 };
      jobs.set(job.jobId, next);
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

export function memoryAuditLog(digest: Digest): AuditLog {
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
