import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyId } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import type { FileFormat } from '../file-layout.ts';
import type { OpenFile, RecordFiles } from '../ports.ts';
import type { FileWriter } from './file-writer.ts';
import { createTextWriter } from './gzip-lines.ts';
import { createHashedFile, type HashedFile } from './hashed-file.ts';
import { createParquetWriter } from './parquet-rows.ts';

export interface RecordFilesOptions {
  /** The bucket of record files. */
  readonly objects: ObjectStore;
  /** Room for the files that are being written. */
  readonly temporaryFolder: string;
  /** CSV with a header and one record a line of the feed, as the agency gets it from a pull. */
  readonly csv: (agencyId: AgencyId, lines: readonly string[]) => Promise<string>;
}

const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'application/gzip',
  ndjson: 'application/gzip',
  parquet: 'application/vnd.apache.parquet',
};

/** Files are written to the disk first: their size and hash are known before the bucket sees a byte. */
export function createRecordFiles(options: RecordFilesOptions): RecordFiles {
  const { objects, temporaryFolder } = options;
  return {
    open: async ({ agencyId, key, format }) => {
      const folder = await mkdtemp(join(temporaryFolder, 'records-'));
      const path = join(folder, 'file');
      const file = await createHashedFile(path);
      const writer = await openWriter(options, { agencyId, format, file });
      return openFile({ key, format, folder, path, file, writer, objects });
    },
    writeText: async ({ key, text, contentType }) => {
      await objects.put({ key, body: text, contentType });
    },
  };
}

/** A spreadsheet reads UTF-8 only behind a byte order mark. */
const byteOrderMark = '\ufeff';

async function openWriter(
  { csv }: RecordFilesOptions,
  to: { readonly agencyId: AgencyId; readonly format: FileFormat; readonly file: HashedFile },
): Promise<FileWriter> {
  const { agencyId, format, file } = to;
  if (format === 'parquet') return createParquetWriter(file);
  if (format === 'ndjson') {
    const textOf = async (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
    return createTextWriter(file, { head: '', textOf });
  }
  const head = await csv(agencyId, []);
  const textOf = async (lines: readonly string[]) => (await csv(agencyId, lines)).slice(head.length);
  return createTextWriter(file, { head: byteOrderMark + head, textOf });
}

function openFile(given: {
  readonly key: string;
  readonly format: FileFormat;
  readonly folder: string;
  readonly path: string;
  readonly file: HashedFile;
  readonly writer: FileWriter;
  readonly objects: ObjectStore;
}): OpenFile {
  const { key, format, folder, path, file, writer, objects } = given;
  return {
    add: (lines) => writer.add(lines),
    bytes: () => file.bytes(),
    store: async () => {
      await writer.finish();
      const sha256 = await file.finish();
      const bytes = file.bytes();
      const body = createReadStream(path);
      await objects.put({ key, body, sizeBytes: bytes, contentType: contentTypes[format] });
      return { key, bytes, sha256 };
    },
    discard: async () => {
      writer.abandon();
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
