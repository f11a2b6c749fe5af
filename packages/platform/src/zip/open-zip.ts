import { open as openFile } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromFdPromise, type ZipFile } from 'yauzl';
import { type DirectoryEntry, exceedsRatio, readDirectory, type ZipEntry } from './directory.ts';
import { defaultZipLimits, type ZipLimits } from './zip-limits.ts';
import { type ZipFinding, ZipRefused, type ZipRule } from './zip-refused.ts';

export interface ZipArchive {
  /** Files in the order of the archive's directory. Archives inside the archive are files like any other. */
  readonly entries: readonly ZipEntry[];
  /**
   * Inflates one file. The stream fails with `ZipRefused` as soon as measured bytes pass a limit, and at its end when
   * size or checksum are not the declared ones. Reading a file again does not count twice.
   */
  read(entry: ZipEntry): Promise<Readable>;
  /** The whole file; refuses above `maxBytes`. */
  readAll(entry: ZipEntry, maxBytes: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens an untrusted archive (zip32 or zip64) that lies in a file. Pass 1 checks the whole directory and rejects with
 * `ZipRefused` and every finding; pass 2 is `read`. Memory holds the directory and one chunk per open stream.
 */
export async function openZip(path: string, limits: Partial<ZipLimits> = {}): Promise<ZipArchive> {
  const bounds = { ...defaultZipLimits, ...limits };
  const handle = await openFile(path, 'r');
  try {
    const zip = await fromYauzl(() =>
      // Names, sizes and the end of the file are judged here, on raw values.
      fromFdPromise(handle.fd, { autoClose: false, decodeStrings: false, validateEntrySizes: false }),
    );
    if (zip.entryCount > bounds.maxEntries) {
      throw refusal('zip.too-many-entries', { count: zip.entryCount, limit: bounds.maxEntries });
    }
    const { entries, findings } = await fromYauzl(() => readDirectory(zip.eachEntry(), bounds));
    if (findings.length > 0) throw new ZipRefused(findings);
    return archiveOf({ zip, entries, bounds, close: () => handle.close() });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface OpenArchive {
  readonly zip: ZipFile;
  readonly entries: readonly DirectoryEntry[];
  readonly bounds: ZipLimits;
  readonly close: () => Promise<void>;
}

function archiveOf(archive: OpenArchive): ZipArchive {
  const { zip, entries, bounds } = archive;
  const measured = createMeter(bounds);
  const bySource = new Map<ZipEntry, DirectoryEntry>(entries.map((entry) => [entry, entry]));
  const read = async (wanted: ZipEntry): Promise<Readable> => {
    const entry = bySource.get(wanted);
    if (!entry) throw new TypeError('the entry is of another archive');
    const inflated = await fromYauzl(() => zip.openReadStreamPromise(entry.source));
    const gauge = gaugeOf(entry, (out) =>
      measured(entry, { out, compressedBytes: consumedBytes(inflated) ?? out }),
    );
    // Before the pipeline's own listener, so that zlib's word for a broken stream becomes ours.
    inflated.once('error', (error) => gauge.destroy(malformed(error)));
    pipeline(inflated, gauge, () => {});
    return gauge;
  };
  return {
    entries,
    read,
    readAll: (entry, maxBytes) => readAll({ entry, maxBytes }, read),
    close: archive.close,
  };
}

async function readAll(
  wanted: { readonly entry: ZipEntry; readonly maxBytes: number },
  read: ZipArchive['read'],
): Promise<Uint8Array> {
  const { entry, maxBytes } = wanted;
  const params = { bytes: entry.sizeBytes, limit: maxBytes };
  if (entry.sizeBytes > maxBytes) throw refusal('zip.file-too-large', params, entry.name);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await read(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Counts what came out of each file, so that the total stands for the archive however often a file is read. */
function createMeter(bounds: ZipLimits) {
  const most = new Map<ZipEntry, number>();
  let total = 0;
  return (entry: ZipEntry, sizes: { out: number; compressedBytes: number }): ZipRefused | undefined => {
    const { out } = sizes;
    const before = most.get(entry) ?? 0;
    if (out > before) {
      most.set(entry, out);
      total += out - before;
    }
    if (out > bounds.maxFileBytes) {
      return refusal('zip.file-too-large', { bytes: out, limit: bounds.maxFileBytes }, entry.name);
    }
    if (exceedsRatio(sizes, bounds)) {
      return refusal('zip.ratio', { limit: bounds.maxRatio }, entry.name);
    }
    if (total > bounds.maxTotalBytes) {
      return refusal('zip.total-too-large', { bytes: total, limit: bounds.maxTotalBytes });
    }
    if (out > entry.sizeBytes) {
      return refusal('zip.size-mismatch', { declared: entry.sizeBytes }, entry.name);
    }
    return undefined;
  };
}

/** Compressed bytes that zlib has taken in, so that a bomb shows long before its end; absent for a stored file. */
function consumedBytes(stream: Readable): number | undefined {
  return 'bytesWritten' in stream && typeof stream.bytesWritten === 'number'
    ? stream.bytesWritten
    : undefined;
}

function gaugeOf(entry: DirectoryEntry, measure: (out: number) => ZipRefused | undefined): Transform {
  let out = 0;
  let checksum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      out += chunk.length;
      checksum = crc32(chunk, checksum);
      const refused = measure(out);
      if (refused) done(refused);
      else done(null, chunk);
    },
    flush(done) {
      if (out !== entry.sizeBytes) {
        done(refusal('zip.size-mismatch', { declared: entry.sizeBytes }, entry.name));
      } else if (checksum !== entry.source.crc32) done(refusal('zip.checksum', {}, entry.name));
      else done();
    },
  });
}

/** yauzl and zlib speak in plain errors about the archive; errors of the machine carry a system call. */
async function fromYauzl<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw malformed(error);
  }
}

function malformed(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('an archive failed to open', { cause: error });
  if (error instanceof ZipRefused || 'syscall' in error) return error;
  const encrypted = error.message.includes('encryption');
  return refusal(encrypted ? 'zip.encrypted' : 'zip.malformed', encrypted ? {} : { detail: error.message });
}

function refusal(rule: ZipRule, params: ZipFinding['params'], entry?: string): ZipRefused {
  return new ZipRefused([{ rule, params, ...(entry !== undefined && { entry }) }]);
}
