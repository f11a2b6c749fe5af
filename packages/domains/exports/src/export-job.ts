import type { AgencyId, Brand } from '@sinau/kernel';
import * as z from 'zod';
import type { FileFormat } from './file-layout.ts';
import type { StoredFile } from './ports.ts';

/** Sorts by the time of the request. */
export type ExportId = Brand<'ExportId'>;

/** `waiting → running → done | failed`; `cancelled` from the first two. */
export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Which records; all that is given must hold. As a pull has it. */
export interface ExportFilter {
  /** Unit of the agency, with the units below it. */
  readonly unit?: string;
  /** Internal id. */
  readonly person?: string;
  readonly course?: string;
  /** Stored at or after this instant, ISO 8601 UTC with milliseconds. */
  readonly from?: string;
  /** Stored before this instant. */
  readonly to?: string;
}

export interface ExportPart extends StoredFile {
  readonly rows: number;
}

/** How far a lane is read. */
export interface LaneProgress {
  readonly lane: number;
  /** Last chunk that is read. */
  readonly chunk: number;
  /** Last chunk there was when the job began; what came later is not in it. */
  readonly end: number;
}

export interface Counts {
  readonly chunks: number;
  /** Records of the feed that were looked at. */
  readonly read: number;
  /** Records that are in the files. */
  readonly rows: number;
}

export interface ExportJob {
  readonly exportId: ExportId;
  readonly agencyId: AgencyId;
  readonly requestedBy: {
    readonly kind: 'person' | 'client';
    readonly id: string;
    readonly name: string;
  };
  readonly format: FileFormat;
  readonly filter: ExportFilter;
  readonly state: ExportState;
  /** What is in whole files; where a worker goes on after another. Absent until one began. */
  readonly checkpoint?: { readonly lanes: readonly LaneProgress[]; readonly counts: Counts };
  /** For the requester to see; may be ahead of the checkpoint. */
  readonly progress: Counts & { readonly totalChunks: number; readonly totalLines?: number };
  readonly parts: readonly ExportPart[];
  /** Tries since the last whole file. */
  readonly tries: number;
  /** Who works on it now; nobody else may until then. */
  readonly attempt?: { readonly attemptId: string; readonly leaseUntil: string };
  /** Why it failed: the machine did, again and again; or the filter names what the agency does not have any more. */
  readonly failure?: 'machine' | 'filter';
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** From then on the files are gone; only of jobs that are done. */
  readonly availableUntil?: string;
  readonly updatedAt: string;
  readonly rev: number;
}

/** What the queue of the exporter carries. */
export const exportMessageSchema = z.discriminatedUnion('kind', [
  /** Begin the daily files of every agency. */
  z.strictObject({ kind: z.literal('start-daily') }),
  z.strictObject({ kind: z.literal('daily'), agencyId: agencyIdSchema() }),
  /** Go on with the exports of an agency. */
  z.strictObject({ kind: z.literal('exports'), agencyId: agencyIdSchema() }),
  /** Make a report of how an agency stands. */
  z.strictObject({ kind: z.literal('report'), agencyId: agencyIdSchema(), reportId: z.string().max(64) }),
  /** Take up exports and reports that were left lying. */
  z.strictObject({ kind: z.literal('sweep') }),
]);

export type ExportMessage = z.output<typeof exportMessageSchema>;

function agencyIdSchema() {
  return z.custom<AgencyId>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value));
}

/** Files of exports are deleted after so many days. */
export const exportDays = 7;
/** Jobs of one agency that may wait or run. */
export const mostOpenExports = 10;

export function isOpen({ state }: ExportJob): boolean {
  return state === 'waiting' || state === 'running';
}

/** True once the bucket has deleted the files, or may do so at any moment. */
export function isExpired(job: ExportJob, now: Date): boolean {
  return job.availableUntil !== undefined && job.availableUntil <= now.toISOString();
}
