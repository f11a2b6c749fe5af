import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { inTransaction, openDatabase } from '../open-database.ts';
import { type PartEntry, UploadFiles, uploadSchema } from './upload-files.ts';

export interface ObjectEntry {
  readonly bucket: string;
  readonly key: string;
  /** Name of the file with the bytes, unique per write: a losing or dying writer never touches another's bytes. */
  readonly blob: string;
  readonly sizeBytes: number;
  /** With its quotes. */
  readonly etag: string;
  readonly modifiedMs: number;
  /** Content headers and `x-amz-meta-*`, given back on GET. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a writer expects at the key: nothing, or the object with this entity tag. */
export interface WriteCondition {
  readonly absent?: boolean;
  readonly etag?: string;
}

export function holds({ absent, etag }: WriteCondition, found: ObjectEntry | undefined): boolean {
  return !(absent && found) && (etag === undefined || etag === found?.etag);
}

const rowSchema = z
  .object({
    bucket: z.string(),
    key: z.string(),
    blob: z.string(),
    size: z.number(),
    etag: z.string(),
    modified: z.number(),
    headers: z.string(),
  })
  .transform(
    ({ size, modified, headers, ...rest }): ObjectEntry => ({
      ...rest,
      sizeBytes: size,
      modifiedMs: modified,
      headers: z.record(z.string(), z.string()).parse(JSON.parse(headers)),
    }),
  );

const schema = `
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, headers TEXT NOT NULL, PRIMARY KEY (bucket, key)
  ) WITHOUT ROWID`;

/**
 * Bytes in files, keys in a SQLite index. A write makes a new file and then commits one row that points to it, so that
 * an object is whole or not there, whenever the process dies. Files without a row are swept at the next start.
 */
export class ObjectFiles {
  readonly uploads: UploadFiles;
  readonly #blobs: string;
  readonly #index: ReturnType<typeof openDatabase>;

  constructor(dir: string) {
    this.#blobs = join(dir, 'blobs');
    mkdirSync(this.#blobs, { recursive: true });
    this.#index = openDatabase(join(dir, 'index.sqlite'), `${schema};${uploadSchema}`);
    this.uploads = new UploadFiles(this.#index);
    this.#sweep();
  }

  /** Writes the stream into a new file and gives its name; nothing is left behind when the stream fails. */
  async write(source: Readable, ...steps: readonly Transform[]): Promise<string> {
    const blob = randomBytes(16).toString('hex');
    try {
      await pipeline([source, ...steps, createWriteStream(this.#path(blob), { flags: 'wx' })]);
      return blob;
    } catch (error) {
      await this.discard(blob);
      throw error;
    }
  }

  /** A new file of the bytes of others, one after the other. */
  join(blobs: readonly string[]): Promise<string> {
    const path = (blob: string) => this.#path(blob);
    async function* bytes() {
      for (const blob of blobs) yield* createReadStream(path(blob), { highWaterMark: 1024 * 1024 });
    }
    return this.write(Readable.from(bytes(), { objectMode: false }));
  }

  async copy(blob: string): Promise<string> {
    const twin = randomBytes(16).toString('hex');
    await copyFile(this.#path(blob), this.#path(twin));
    return twin;
  }

  async discard(blob: string): Promise<void> {
    await rm(this.#path(blob), { force: true });
  }

  /** Makes the file the object of its key. False, and nothing changed, when the condition does not hold. */
  async commit(entry: ObjectEntry, condition: WriteCondition): Promise<boolean> {
    const before = inTransaction(this.#index, () => this.#place(entry, condition));
    if (before === 'refused') return false;
    if (before) await this.discard(before.blob);
    return true;
  }

  /** As `commit`, and the pending upload ends with it; `absent` when it ended before. */
  async commitUpload(
    entry: ObjectEntry,
    condition: WriteCondition,
    uploadId: string,
  ): Promise<'stored' | 'refused' | 'absent'> {
    const done = inTransaction(this.#index, () => {
      if (!this.uploads.find(uploadId)) return 'absent';
      const before = this.#place(entry, condition);
      if (before === 'refused') return before;
      return [...this.uploads.forget(uploadId), ...(before ? [before.blob] : [])];
    });
    if (typeof done === 'string') return done;
    for (const blob of done) await this.discard(blob);
    return 'stored';
  }

  /** False, and the file is gone, when the upload has ended meanwhile. */
  async commitPart(uploadId: string, part: PartEntry): Promise<boolean> {
    const replaced = inTransaction(this.#index, () =>
      this.uploads.find(uploadId) ? { blob: this.uploads.putPart(uploadId, part) } : undefined,
    );
    const old = replaced ? replaced.blob : part.blob;
    if (old !== undefined) await this.discard(old);
    return replaced !== undefined;
  }

  async forgetUpload(uploadId: string): Promise<void> {
    const blobs = inTransaction(this.#index, () => this.uploads.forget(uploadId));
    for (const blob of blobs) await this.discard(blob);
  }

  #place(entry: ObjectEntry, condition: WriteCondition): ObjectEntry | undefined | 'refused' {
    const { bucket, key, blob, sizeBytes, etag, modifiedMs, headers } = entry;
    const found = this.find(bucket, key);
    if (!holds(condition, found)) return 'refused';
    this.#index
      .prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(bucket, key, blob, sizeBytes, etag, modifiedMs, JSON.stringify(headers));
    return found;
  }

  find(bucket: string, key: string): ObjectEntry | undefined {
    const row = this.#index.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  /** The object and its open file; a reader keeps the bytes it opened, whatever is written meanwhile. */
  async openObject(
    bucket: string,
    key: string,
  ): Promise<{ entry: ObjectEntry; file: FileHandle } | undefined> {
    for (;;) {
      const entry = this.find(bucket, key);
      if (!entry) return undefined;
      try {
        return { entry, file: await open(this.#path(entry.blob)) };
      } catch (error) {
        // Replaced between the look-up and the opening: look again. A row that stays has lost its file.
        if (this.find(bucket, key)?.blob === entry.blob) throw error;
      }
    }
  }

  async remove(bucket: string, key: string): Promise<void> {
    const row = this.#index
      .prepare('DELETE FROM objects WHERE bucket = ? AND key = ? RETURNING blob')
      .get(bucket, key);
    if (row !== undefined) await this.discard(String(row.blob));
  }

  /** Entries of the prefix in byte order of their keys, after the key `after`. */
  *entries(bucket: string, prefix: string, after: string): Generator<ObjectEntry> {
    const rows = this.#index
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key >= ? AND key > ? ORDER BY key')
      .iterate(bucket, prefix, after);
    for (const row of rows) {
      const entry = rowSchema.parse(row);
      if (!entry.key.startsWith(prefix)) return;
      yield entry;
    }
  }

  close(): void {
    this.#index.close();
  }

  #path(blob: string): string {
    return join(this.#blobs, blob);
  }

  #sweep(): void {
    const used = new Set(
      this.#index
        .prepare('SELECT blob FROM objects UNION ALL SELECT blob FROM parts')
        .all()
        .map((row) => row.blob),
    );
    for (const name of readdirSync(this.#blobs)) {
      if (!used.has(name)) rmSync(join(this.#blobs, name));
    }
  }
}
