import { Readable } from 'node:stream';
import { createFinding, type Finding } from '@sinau/cmi5';
import { Unavailable } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import type { ZipArchive, ZipEntry } from '@sinau/platform/zip';
import { originFolder } from './content-room.ts';
import { contentTypeOf, headBytes } from './content-type.ts';

/** Files at once, and how large a file is read whole: together the most memory that unpacking takes. */
const parallel = 6;
const wholeBytes = 4 * 1024 * 1024;
const streamTries = 3;
const progressEvery = 25;

interface Source {
  readonly archive: ZipArchive;
  readonly entries: readonly ZipEntry[];
  readonly content: ObjectStore;
}

interface Target {
  readonly originHash: string;
  readonly onProgress: (filesDone: number) => Promise<void>;
}

/** Pass 2: inflates and stores every file. Settles only when no write is under way any more. */
export async function unpackFiles(source: Source, target: Target) {
  const findings: Finding[] = [];
  const waiting = source.entries.values();
  let done = 0;
  let failed = false;
  let told = Promise.resolve();
  const work = async () => {
    for (const entry of waiting) {
      if (failed) return;
      const differs = await storeFile(source, entry, target.originHash);
      if (differs)
        findings.push(createFinding('package.type-differs', { entry: entry.name }, { file: entry.name }));
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
  const totalBytes = source.entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { outcome: 'unpacked', fileCount: source.entries.length, totalBytes, findings } as const;
}

async function storeFile(
  { archive, content }: Source,
  entry: ZipEntry,
  originHash: string,
): Promise<boolean> {
  const key = `${originFolder(originHash)}${entry.name}`;
  const cacheControl = 'private, max-age=31536000, immutable';
  if (entry.sizeBytes <= wholeBytes) {
    const body = await archive.readAll(entry, wholeBytes);
    const { contentType, differs } = contentTypeOf(entry.name, body.subarray(0, headBytes));
    await content.put({ key, body, contentType, cacheControl });
    return differs;
  }
  for (let tries = 1; ; tries += 1) {
    const { head, body } = await withHead(await archive.read(entry));
    const { contentType, differs } = contentTypeOf(entry.name, head);
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
