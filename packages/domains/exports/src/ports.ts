import type { AgencyId } from '@sinau/kernel';
import type { DailyCursor, DailyFile } from './daily-file.ts';
import type { ExportFilter, ExportId, ExportJob, ExportMessage } from './export-job.ts';
import type { FileFormat } from './file-layout.ts';

/** Lines of one chunk of the feed. */
export interface LineChunk {
  /** Counts from 1 in its lane, without gaps. */
  readonly number: number;
  /** JSON texts without line breaks. */
  readonly lines: readonly string[];
}

export interface LaneEnd {
  readonly lane: number;
  /** Number of its last chunk. */
  readonly chunk: number;
  /** Lines in all of its chunks; absent where they were never counted. */
  readonly lines?: number;
  /** When the lane began, epoch milliseconds: another one means that it was taken away and made anew. */
  readonly bornMs?: number;
}

/** The feeds of agencies, which grow and never change. Rejects with `Unavailable` when the store does not answer. */
export interface RecordFeed {
  /** How far every lane goes now; lanes in ascending order. */
  ends(agencyId: AgencyId): Promise<readonly LaneEnd[]>;
  /** A chunk of the lane so that nothing in it or before it was stored at `since` or later; 0 when there is none. */
  chunkBefore(agencyId: AgencyId, end: LaneEnd, since: Date): Promise<number>;
  /** Chunks after `after`, in order and without gap, at most `limit`; may lag behind `ends` by a moment. */
  read(input: {
    readonly agencyId: AgencyId;
    readonly lane: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly LineChunk[]>;
}

/** A file that is whole in the bucket. */
export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  /** Of the file as it lies there, 64 lowercase hex digits. */
  readonly sha256: string;
}

/** A file that is being written, on the disk of the worker. */
export interface OpenFile {
  /** Lines of the feed, in order. */
  add(lines: readonly string[]): Promise<void>;
  /** Bytes written so far; lines may still wait in memory. */
  bytes(): number;
  /** Ends the file and puts it into the bucket, over one of the same key. */
  store(): Promise<StoredFile>;
  /** Throws the file away; no effect once it is stored. */
  discard(): Promise<void>;
}

export interface RecordFiles {
  /** The same lines added to the same format make the same bytes; CSV also shows what is known of people now. */
  open(input: {
    readonly agencyId: AgencyId;
    readonly key: string;
    readonly format: FileFormat;
  }): Promise<OpenFile>;
  writeText(input: {
    readonly key: string;
    readonly text: string;
    readonly contentType: string;
  }): Promise<void>;
}

/** How far the daily files go, and what they are. */
export interface DailyFileStore {
  /** Read strongly. */
  findCursor(agencyId: AgencyId): Promise<DailyCursor | undefined>;
  /** `rev` is one more than that of the cursor read; 1 for the first. */
  replaceCursor(cursor: DailyCursor): Promise<'stored' | 'conflict'>;
  /** Rows of the same place are overwritten, so repeating is harmless. */
  putFiles(files: readonly DailyFile[]): Promise<void>;
  /** All files of one day, read strongly, by lane and place. */
  filesOf(agencyId: AgencyId, date: string): Promise<readonly DailyFile[]>;
  /** Files of days before `before` (all when absent), the newest day first; of whole days, until `limit` is reached. */
  listFiles(input: {
    readonly agencyId: AgencyId;
    readonly before?: string;
    readonly limit: number;
  }): Promise<readonly DailyFile[]>;
}

/** Jobs of all agencies. Reads are strong, but for `listStalled`. */
export interface ExportJobStore {
  create(job: ExportJob): Promise<void>;
  find(agencyId: AgencyId, exportId: ExportId): Promise<ExportJob | undefined>;
  /** `rev` is one more than that of the job read. */
  replace(job: ExportJob): Promise<'stored' | 'conflict'>;
  /** Jobs of an agency that wait or run, the oldest first. */
  listOpen(agencyId: AgencyId): Promise<readonly ExportJob[]>;
  /** The newest first. */
  list(agencyId: AgencyId, limit: number): Promise<readonly ExportJob[]>;
  /** Agencies with an open job that was silent since before `before`, ISO 8601; may lag by a moment. */
  listStalled(before: string): Promise<readonly AgencyId[]>;
}

/** Which records an export asks for; the records domain decides as it does for a pull. */
export interface RecordSelection {
  /** Rejects with `InvalidInput` for a unit that the agency does not have. */
  open(agencyId: AgencyId, filter: ExportFilter): Promise<OpenSelection>;
}

export interface OpenSelection {
  /** The lines that are asked for, in order. */
  select(lines: readonly string[]): Promise<readonly string[]>;
}

export interface ExportQueue {
  send(message: ExportMessage, options?: { readonly delaySeconds?: number }): Promise<void>;
}

/** Addresses of files in the bucket, good for a while for whoever holds them. */
export interface FileLinks {
  linkTo(input: {
    readonly key: string;
    /** What the file is called where it is saved. */
    readonly fileName: string;
    readonly expiresInSeconds: number;
  }): Promise<string>;
}
