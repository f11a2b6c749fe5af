import type { Finding } from '@sinau/findings';
import type { Brand, LanguageMap, PersonId, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import type { CourseId } from './course.ts';
import type { ModuleKind } from './module.ts';

export type JobId = Brand<'JobId'>;

/** What the import queue carries. */
export const importMessageSchema = z.strictObject({
  jobId: z.custom<JobId>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)),
});

/**
 * `awaiting-upload → queued → running → passed | refused`, or `awaiting-upload → cancelled`. A try that breaks goes back to `queued`; when the tries are
 * used up the job is `failed`. What has ended stays so: a message that comes late changes nothing.
 */
export type ImportState =
  | 'awaiting-upload'
  | 'cancelled'
  | 'queued'
  | 'running'
  | 'passed'
  | 'refused'
  | 'failed';

/** A package that arrives in parts, perhaps over several days and connections. */
export interface PartUpload {
  /** Of the object store. */
  readonly uploadId: string;
  /** Of every part but the last. */
  readonly partSizeBytes: number;
  readonly contentType: string;
}

/** One try of a worker; it owns the job until `leaseUntil`, and only its own content origin. */
export interface ImportAttempt {
  readonly versionId: string;
  readonly originHash: string;
  readonly leaseUntil: string;
}

export interface ImportReport {
  readonly errorCount: number;
  readonly warningCount: number;
  /** Errors first; at most `maxReportedFindings`. */
  readonly findings: readonly Finding[];
}

export interface ImportJob {
  readonly jobId: JobId;
  readonly providerId: ProviderId;
  /** Who is told how it ended; absent when a machine uploaded it. */
  readonly startedBy?: PersonId;
  /** The course that gets a new version; absent for a new course. */
  readonly targetCourseId?: CourseId;
  /** The module whose package this replaces, or `new`; absent: the course is this package. */
  readonly targetModule?: string;
  /** What the uploader expects; another kind is refused. Absent: every kind is taken. */
  readonly onlyKind?: ModuleKind;
  readonly uploadKey: string;
  /** As the author named it; for display only. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Absent when the package comes whole. */
  readonly inParts?: PartUpload;
  readonly state: ImportState;
  /** Files of the package stored so far. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly tries: number;
  readonly attempt?: ImportAttempt;
  /** Origins of broken tries whose files may still lie there. */
  readonly abandonedOrigins: readonly string[];
  readonly report?: ImportReport;
  /** What a passed import made. */
  readonly result?: {
    readonly courseId: CourseId;
    readonly version: number;
    readonly title: LanguageMap;
    /** Absent in jobs from before there were other kinds than cmi5. */
    readonly kind?: ModuleKind;
    readonly auCount: number;
  };
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly rev: number;
}

export const maxReportedFindings = 100;

export function reportOf(findings: readonly Finding[]): ImportReport {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return {
    errorCount: errors.length,
    warningCount: warnings.length,
    findings: [...errors, ...warnings].slice(0, maxReportedFindings),
  };
}

/** True when no worker will touch the job again by itself. */
export function isFinished({ state }: ImportJob): boolean {
  return state === 'passed' || state === 'refused' || state === 'failed' || state === 'cancelled';
}
