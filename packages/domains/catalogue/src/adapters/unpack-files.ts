import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createFinding } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import { Unavailable } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import type { ZipArchive, ZipEntry } from '@sinau/platform/zip';
import type { OpenPackage } from '../ports.ts';
import { originFolder } from './content-room.ts';
import { contentTypeOf, headBytes, type TypeReading } from './content-type.ts';
import type { LocalPackage } from './fetch-upload.ts';
import type { StoredFile } from './inspect/inspection.ts';

/** Files at once, and how large a file is read whole: together the most memory that unpacking takes. */
const parallel = 6;
const wholeBytes = 1024 * 1024;
const streamTries = 3;
const progressEvery = 25;
const cacheControl = 'private, max-age=31536000, immutable';

interface Source {
  readonly archive: ZipArchive;
  readonly files: readonly ArchiveFile[];
  readonly content: ObjectStore;
}

type ArchiveFile = StoredFile & ({ readonly entry: ZipEntry } | { readonly bytes: Uint8Array });

/** True for files whose bytes are in the archive, or were taken out of one of its documents. */
export function isArchiveFile(file: StoredFile): file is ArchiveFile {
  return file.entry !== undefined || file.bytes !== undefined;
}

const sizeOf = (file: ArchiveFile): number => file.bytes?.length ?? file.entry?.sizeBytes ?? 0;

type Target = Parameters<OpenPackage['unpack']>[0];
type Unpacked = Awaited<ReturnType<OpenPackage['unpack']>>;

/** Pass 2: inflates and stores every file. Settles only when no write is under way any more. */
export async function unpackFiles(source: Source, target: Target): Promise<Unpacked> {
  const findings: Finding[] = [];
  const waiting = source.files.values();
  let done = 0;
  let failed = false;
  let told = Promise.resolve();
  const work = async () => {
    for (const file of waiting) {
      if (failed) return;
      const differs = await storeFile(source, file, target.originHash);
      if (differs)
        findings.push(createFinding('package.type-differs', { entry: file.name }, { file: file.name }));
      done += 1;
      // One after the other: each builds on the job as the one before has left it.
      if (done % progressEvery === 0) {
        const filesDone = done;
        told = told.then(() => target.onProgress(filesDone));
        await told;
      }
    }
  };
  const workers = Array.from({ length: parallel }, () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const settled = await Promise.allSettled(workers);
  const broken = settled.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
  const totalBytes = source.files.reduce((sum, file) => sum + sizeOf(file), 0);
  return { outcome: 'unpacked', fileCount: source.files.length, totalBytes, findings };
}

async function storeFile(
  { archive, content }: Source,
  file: ArchiveFile,
  originHash: string,
): Promise<boolean> {
  const { entry } = file;
  const key = `${originFolder(originHash)}${file.name}`;
  if (!entry) return storeBytes(content, { key, file });
  if (entry.sizeBytes <= wholeBytes) {
    const body = await archive.readAll(entry, wholeBytes);
    const { contentType, differs } = typeOf(file, body.subarray(0, headBytes));
    await content.put({ key, body, contentType, cacheControl });
    return differs;
  }
  for (let tries = 1; ; tries += 1) {
    const { head, body } = await withHead(await archive.read(entry));
    const { contentType, differs } = typeOf(file, head);
    try {
      await content.put({ key, body, sizeBytes: entry.sizeBytes, contentType, cacheControl });
      return differs;
    } catch (error) {
      body.destroy();
      // The stream's own refusal comes out of the SDK as the cause of its failure, or as it is.
      const refusal = body.errored ?? error;
      if (!(refusal instanceof Unavailable) || tries === streamTries) throw refusal;
    }
  }
}

async function storeBytes(
  content: ObjectStore,
  { key, file }: { readonly key: string; readonly file: StoredFile },
): Promise<boolean> {
  const { bytes: body = new Uint8Array() } = file;
  const { contentType, differs } = typeOf(file, body.subarray(0, headBytes));
  await content.put({ key, body, contentType, cacheControl });
  return differs;
}

function typeOf({ name, contentType }: StoredFile, head: Uint8Array): TypeReading {
  return contentType === undefined ? contentTypeOf(name, head) : { contentType, differs: false };
}

/** Stores an upload that is no archive, or what it has held inside; a bare structure has no file. */
export async function storeBareFile(
  source: {
    readonly local: LocalPackage;
    readonly files: readonly StoredFile[];
    readonly content: ObjectStore;
  },
  target: Target,
): Promise<Unpacked> {
  const { local, files, content } = source;
  for (const file of files) {
    const { name, contentType = 'application/octet-stream' } = file;
    const key = `${originFolder(target.originHash)}${name}`;
    if (file.bytes) {
      await storeBytes(content, { key, file });
      continue;
    }
    const stored = { key, sizeBytes: local.sizeBytes, contentType, cacheControl };
    for (let tries = 1; ; tries += 1) {
      try {
        await content.put({ ...stored, body: createReadStream(local.path) });
        break;
      } catch (error) {
        if (!(error instanceof Unavailable) || tries === streamTries) throw error;
      }
    }
  }
  const totalBytes = files.reduce((sum, { bytes }) => sum + (bytes?.length ?? local.sizeBytes), 0);
  return { outcome: 'unpacked', fileCount: files.length, totalBytes, findings: [] };
}

/** The first chunk of a stream, and the whole stream again. */
async function withHead(stream: Readable): Promise<{ head: Uint8Array; body: Readable }> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head: Uint8Array = first.done ? new Uint8Array() : first.value;
  const body = Readable.from(
    (async function* () {
      if (!first.done) yield head;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })(),
    { objectMode: false },
  );
  return { head: head.subarray(0, headBytes), body };
}
