import { createFinding, readCourseStructure } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import { type Clock, type Digest, type Ids, Unavailable } from '@sinau/kernel';
import { type CommitDeps, commitVersion } from './commit-version.ts';
import { CourseNotFound, NotPublishable } from './errors.ts';
import {
  type ImportAttempt,
  type ImportJob,
  type ImportReport,
  isFinished,
  type JobId,
  reportOf,
} from './import-job.ts';
import type { PackageContent } from './module.ts';
import type { ContentRoom, ImportJobStore, OpenPackage, PackageOpener, UploadRoom } from './ports.ts';

export interface RunImportDeps extends CommitDeps {
  readonly jobs: ImportJobStore;
  readonly packages: PackageOpener;
  readonly content: ContentRoom;
  readonly uploads: Pick<UploadRoom, 'delete'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  /** Where AUs may live outside their package (case A8). */
  readonly allowedOrigins: readonly string[];
}

/** `busy`: another worker holds the job; the message must come again. `gone`: there is no such job. */
export type ImportOutcome = 'passed' | 'refused' | 'busy' | 'finished' | 'gone';

/** How long a try may be silent before another worker takes the job. Progress renews it. */
const leaseMs = 5 * 60_000;
/** As many as the queue delivers a message before its dead-letter queue; the sweep counts the same. */
export const maxTries = 3;

/**
 * Works off one job of the queue: fetch, check, unpack, commit. Safe to run any number of times, also at once: a lease
 * lets one worker in, each try writes under an origin of its own, and the commit is one transaction that only the
 * holder of the lease can make. Whatever ends without a version leaves no file. Rejects when the machine failed; then
 * the job waits for the message to come again.
 */
export async function runImport(
  deps: RunImportDeps,
  input: { readonly jobId: JobId },
): Promise<ImportOutcome> {
  const found = await deps.jobs.find(input.jobId);
  if (!found) return 'gone';
  // Its sender was told how it ended, whatever message of it is still on the way.
  if (isFinished(found)) return 'finished';
  if (found.state === 'awaiting-upload' || holdsLease(found, deps.clock)) return 'busy';
  const claimed = await claim(deps, found);
  if (!claimed) return 'busy';
  const lease = createLease(deps, claimed);
  try {
    for (const originHash of claimed.abandonedOrigins) await deps.content.discard(originHash);
    return await importPackage(deps, lease);
  } catch (error) {
    // The first failure is the one to report; what fails while tidying is left to the next try or the sweep.
    await giveUp(deps, { jobId: found.jobId, ...lease }).catch(() => undefined);
    throw error;
  }
}

function holdsLease({ state, attempt }: ImportJob, clock: Clock): boolean {
  return state === 'running' && attempt !== undefined && attempt.leaseUntil > clock.now().toISOString();
}

async function claim(
  deps: RunImportDeps,
  job: ImportJob,
): Promise<(ImportJob & { readonly attempt: ImportAttempt }) | undefined> {
  const versionId = deps.ids.uuid();
  const now = deps.clock.now().getTime();
  const { attempt, ...rest } = job;
  const claimed = {
    ...rest,
    state: 'running' as const,
    progress: { done: 0, total: 0 },
    tries: job.tries + 1,
    attempt: {
      versionId,
      originHash: deps.digest.sha256(`origin:${versionId}`).slice(0, 32),
      leaseUntil: new Date(now + leaseMs).toISOString(),
    },
    abandonedOrigins: attempt ? [...job.abandonedOrigins, attempt.originHash] : job.abandonedOrigins,
    updatedAt: new Date(now).toISOString(),
    rev: job.rev + 1,
  };
  return (await deps.jobs.replace(claimed)) === 'stored' ? claimed : undefined;
}

class TakenOver extends Unavailable {
  constructor() {
    super('Another worker has taken over this import.');
  }
}

/** The worker's hold on its job: every write is refused once another worker has taken over. */
interface Lease {
  readonly originHash: string;
  readonly versionId: string;
  job(): ImportJob;
  /** Tells progress and renews the lease; rejects when it was lost. */
  renew(progress: ImportJob['progress']): Promise<void>;
  /** Ends the job without a version; rejects when the lease was lost. */
  refuse(report: ImportReport): Promise<void>;
}

function createLease(deps: RunImportDeps, claimed: ImportJob & { attempt: ImportAttempt }): Lease {
  let job: ImportJob = claimed;
  const { versionId, originHash } = claimed.attempt;
  const write = async (next: ImportJob) => {
    if ((await deps.jobs.replace(next)) === 'conflict') throw new TakenOver();
    job = next;
  };
  return {
    originHash,
    versionId,
    job: () => job,
    renew: (progress) => {
      const now = deps.clock.now().getTime();
      const leaseUntil = new Date(now + leaseMs).toISOString();
      const attempt = { versionId, originHash, leaseUntil };
      return write({
        ...job,
        attempt,
        progress,
        updatedAt: new Date(now).toISOString(),
        rev: job.rev + 1,
      });
    },
    refuse: (report) => {
      const { attempt: _ended, ...rest } = job;
      const updatedAt = deps.clock.now().toISOString();
      return write({ ...rest, state: 'refused', report, abandonedOrigins: [], updatedAt, rev: job.rev + 1 });
    },
  };
}

async function importPackage(deps: RunImportDeps, lease: Lease): Promise<ImportOutcome> {
  const opening = await deps.packages.open(lease.job());
  if (opening.outcome === 'refused') return refuse(deps, lease, opening.findings);
  try {
    return await importOpened(deps, lease, opening.package);
  } finally {
    await opening.package.close();
  }
}

async function importOpened(deps: RunImportDeps, lease: Lease, opened: OpenPackage): Promise<ImportOutcome> {
  const { content, findings } = interpret(deps, opened);
  if (!content) return refuse(deps, lease, findings);
  const { onlyKind } = lease.job();
  if (onlyKind && content.kind !== onlyKind) {
    const words = { kind: content.kind, expected: onlyKind };
    return refuse(deps, lease, [...findings, createFinding('package.other-kind', words)]);
  }
  const total = opened.files.size;
  await lease.renew({ done: 0, total });
  const unpacked = await opened.unpack({
    originHash: lease.originHash,
    onProgress: (done) => lease.renew({ done, total }),
  });
  const all = [...findings, ...unpacked.findings];
  if (unpacked.outcome === 'refused') return refuse(deps, lease, all);
  await deps.content.writePackage(lease.originHash, content);
  return commit(deps, lease, { content, findings: all, unpacked });
}

/** What the package holds, unless an error stands in the way. */
function interpret(
  { allowedOrigins }: Pick<RunImportDeps, 'allowedOrigins'>,
  { reading, files }: OpenPackage,
): { readonly content?: PackageContent; readonly findings: readonly Finding[] } {
  if (reading.kind === 'cmi5') {
    const rules = { packaged: reading.packaged, files, allowedOrigins };
    const { structure, findings } = readCourseStructure(reading.structure, rules);
    return { findings, ...(structure && { content: { kind: 'cmi5', structure } }) };
  }
  const { findings } = reading;
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  if (reading.kind === 'quiz') return { findings, content: { kind: 'quiz', quiz: reading.quiz } };
  if (reading.kind !== 'scorm') return { findings, content: { kind: reading.kind, media: reading.media } };
  const { course } = reading;
  if (!course) return { findings };
  return { findings, content: { kind: course.version === '1.2' ? 'scorm12' : 'scorm2004', course } };
}

async function commit(
  deps: RunImportDeps,
  lease: Lease,
  made: {
    readonly content: PackageContent;
    readonly findings: readonly Finding[];
    readonly unpacked: { readonly fileCount: number; readonly totalBytes: number };
  },
): Promise<ImportOutcome> {
  const { fileCount, totalBytes } = made.unpacked;
  try {
    const outcome = await commitVersion(deps, {
      job: lease.job(),
      report: reportOf(made.findings),
      content: made.content,
      files: { fileCount, totalBytes },
      origin: { originHash: lease.originHash, versionId: lease.versionId },
    });
    if (outcome === 'job-conflict') throw new TakenOver();
    return 'passed';
  } catch (error) {
    const finding = findingOf(error);
    if (!finding) throw error;
    return refuse(deps, lease, [...made.findings, finding]);
  }
}

/** What stands in the way of the package at its course; undefined for a failure of the machine. */
function findingOf(error: unknown): Finding | undefined {
  if (error instanceof CourseNotFound) return createFinding('package.course-gone');
  if (!(error instanceof NotPublishable)) return undefined;
  return createFinding('package.au-in-course', { detail: error.message });
}

/** The package broke a rule: its files and the upload go, the report stays. */
async function refuse(
  deps: RunImportDeps,
  lease: Lease,
  findings: readonly Finding[],
): Promise<ImportOutcome> {
  await deps.content.discard(lease.originHash);
  await lease.refuse(reportOf(findings));
  await deps.uploads.delete(lease.job().uploadKey);
  return 'refused';
}

/**
 * The machine failed, perhaps in the middle of a write whose answer was lost. So the row is read again and fenced before
 * a file is touched: once its `rev` has moved, no commit of this try can land, and a commit that did land is seen.
 */
async function giveUp(
  deps: RunImportDeps,
  held: { readonly jobId: JobId; readonly originHash: string; readonly versionId: string },
): Promise<void> {
  const job = await deps.jobs.find(held.jobId);
  if (job?.attempt?.versionId === held.versionId) {
    const next = afterBrokenTry(job, deps.clock);
    if ((await deps.jobs.replace(next)) === 'conflict') return;
    // No try comes any more that would do it.
    if (isFinished(next)) for (const left of job.abandonedOrigins) await deps.content.discard(left);
  } else if (job && (await isOriginOf(deps, job, held.originHash))) return;
  await deps.content.discard(held.originHash);
}

function afterBrokenTry(job: ImportJob, clock: Clock): ImportJob {
  const { attempt, ...rest } = job;
  const last = job.tries >= maxTries;
  return {
    ...rest,
    state: last ? 'failed' : 'queued',
    ...(last && { report: reportOf([createFinding('package.import-failed')]) }),
    // Kept until an import ends: the next try deletes them again, should this one fail to.
    abandonedOrigins: attempt ? [...job.abandonedOrigins, attempt.originHash] : job.abandonedOrigins,
    updatedAt: clock.now().toISOString(),
    rev: job.rev + 1,
  };
}

async function isOriginOf(
  deps: Pick<RunImportDeps, 'courses'>,
  { jobId, result }: ImportJob,
  originHash: string,
): Promise<boolean> {
  const packages = result ? await deps.courses.listPackages(result.courseId) : [];
  return packages.some((one) => one.packageId === jobId && one.originHash === originHash);
}
