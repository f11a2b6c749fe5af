import * as z from 'zod';
import type { openDatabase } from '../open-database.ts';

/** A multipart upload that is neither completed nor aborted. */
export interface PendingUpload {
  readonly uploadId: string;
  readonly bucket: string;
  readonly key: string;
  readonly startedMs: number;
  /** Content headers of the object to come. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface PartEntry {
  readonly number: number;
  /** Name of the file with the bytes. */
  readonly blob: string;
  readonly sizeBytes: number;
  /** With its quotes. */
  readonly etag: string;
  readonly modifiedMs: number;
}

export const uploadSchema = `
  CREATE TABLE IF NOT EXISTS uploads (
    uploadId TEXT NOT NULL PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, started INTEGER NOT NULL,
    headers TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS parts (
    uploadId TEXT NOT NULL, number INTEGER NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, PRIMARY KEY (uploadId, number)
  ) WITHOUT ROWID`;

const uploadRow = z
  .object({
    uploadId: z.string(),
    bucket: z.string(),
    key: z.string(),
    started: z.number(),
    headers: z.string(),
  })
  .transform(
    ({ started, headers, ...rest }): PendingUpload => ({
      ...rest,
      startedMs: started,
      headers: z.record(z.string(), z.string()).parse(JSON.parse(headers)),
    }),
  );

const partRow = z
  .object({
    number: z.number(),
    blob: z.string(),
    size: z.number(),
    etag: z.string(),
    modified: z.number(),
  })
  .transform(
    ({ size, modified, ...rest }): PartEntry => ({ ...rest, sizeBytes: size, modifiedMs: modified }),
  );

/** Index of pending uploads and their parts; the bytes lie in files like those of objects. */
export class UploadFiles {
  readonly #index: ReturnType<typeof openDatabase>;

  constructor(index: ReturnType<typeof openDatabase>) {
    this.#index = index;
  }

  start({ uploadId, bucket, key, startedMs, headers }: PendingUpload): void {
    this.#index
      .prepare('INSERT INTO uploads VALUES (?, ?, ?, ?, ?)')
      .run(uploadId, bucket, key, startedMs, JSON.stringify(headers));
  }

  find(uploadId: string): PendingUpload | undefined {
    const row = this.#index.prepare('SELECT * FROM uploads WHERE uploadId = ?').get(uploadId);
    return row === undefined ? undefined : uploadRow.parse(row);
  }

  /** Makes the file the part of its number; gives the file it replaces. The upload must be pending. */
  putPart(uploadId: string, part: PartEntry): string | undefined {
    const before = this.#index
      .prepare('SELECT blob FROM parts WHERE uploadId = ? AND number = ?')
      .get(uploadId, part.number);
    this.#index
      .prepare('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?)')
      .run(uploadId, part.number, part.blob, part.sizeBytes, part.etag, part.modifiedMs);
    return before && String(before.blob);
  }

  /** In the order of their numbers, after the number `after`. */
  parts(uploadId: string, after = 0): readonly PartEntry[] {
    return this.#index
      .prepare(
        'SELECT number, blob, size, etag, modified FROM parts WHERE uploadId = ? AND number > ? ORDER BY number',
      )
      .all(uploadId, after)
      .map((row) => partRow.parse(row));
  }

  /** Forgets an upload and gives the files of its parts. */
  forget(uploadId: string): readonly string[] {
    this.#index.prepare('DELETE FROM uploads WHERE uploadId = ?').run(uploadId);
    return this.#index
      .prepare('DELETE FROM parts WHERE uploadId = ? RETURNING blob')
      .all(uploadId)
      .map((row) => String(row.blob));
  }

  /** Ids of uploads that began before. */
  stale(beforeMs: number): readonly string[] {
    return this.#index
      .prepare('SELECT uploadId FROM uploads WHERE started < ?')
      .all(beforeMs)
      .map((row) => String(row.uploadId));
  }
}
