import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

/** A file of an archive that is written. */
export interface ZipSource {
  /** Forward slashes; nothing of it leaves the archive. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Gives exactly `sizeBytes`; large files are read twice, first for their check sum. */
  read(): Promise<AsyncIterable<Uint8Array>>;
  /** Of a file whose bytes are given deflated (raw, RFC 1951): what it is when inflated. */
  readonly inflated?: Inflated;
}

interface Inflated {
  readonly sizeBytes: number;
  /** CRC 32. */
  readonly checksum: number;
}

/** Without the extensions of ZIP64: what our own limits for packages allow lies below it. */
const maxEntries = 65_535;
const maxBytes = 0xffff_ffff;
/** Names are UTF-8. */
const flags = 0x0800;
/** 1 January 1980: the same files give the same archive. */
const dosDate = 0x21;
/** Files read ahead, and how large a file is kept whole: together the most memory that this takes. */
const ahead = 8;
const wholeBytes = 1024 * 1024;

/**
 * An archive whose files are stored as they are given, so that its size is known before the first byte is read: stores that want a
 * length take it as a stream. Check sums stand before the bytes, since some readers take nothing else of a stored file.
 * Throws a RangeError when it would need ZIP64.
 */
export function writeZip(sources: readonly ZipSource[]): {
  readonly sizeBytes: number;
  readonly body: Readable;
} {
  const sizeBytes = sources.reduce(
    (sum, { name, sizeBytes: size }) => sum + 30 + 46 + 2 * Buffer.byteLength(name) + size,
    22,
  );
  if (sources.length > maxEntries || sizeBytes > maxBytes) throw new RangeError('too much for this archive');
  return { sizeBytes, body: Readable.from(bytesOf(sources), { objectMode: false }) };
}

interface Prepared {
  readonly source: ZipSource;
  readonly checksum: number;
  readonly bytes?: Uint8Array;
}

async function* bytesOf(sources: readonly ZipSource[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { source, checksum, bytes } of preparedAhead(sources)) {
    const name = Buffer.from(source.name);
    const entry = {
      inflated: inflatedOf(source, checksum),
      size: source.sizeBytes,
      offset,
      method: methodOf(source),
    };
    const header = localHeader(name, entry);
    yield header;
    if (bytes) yield bytes;
    else yield* await source.read();
    directory.push(directoryEntry(name, entry));
    offset += header.length + source.sizeBytes;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield endOfDirectory({ count: sources.length, size: entries.length, offset });
}

async function* preparedAhead(sources: readonly ZipSource[]): AsyncGenerator<Prepared> {
  const waiting = sources.values();
  const begun: Promise<Prepared>[] = [];
  const begin = () => {
    const next = waiting.next();
    if (next.done) return;
    const preparing = prepare(next.value);
    // Told when its turn comes; nobody asks any more once the archive was given up.
    preparing.catch(() => undefined);
    begun.push(preparing);
  };
  for (let n = 0; n < ahead; n += 1) begin();
  for (let next = begun.shift(); next; next = begun.shift()) {
    yield await next;
    begin();
  }
}

async function prepare(source: ZipSource): Promise<Prepared> {
  const chunks: Uint8Array[] = [];
  const keep = source.sizeBytes <= wholeBytes;
  let [checksum, size] = [0, 0];
  for await (const chunk of await source.read()) {
    checksum = crc32(chunk, checksum);
    size += chunk.length;
    if (keep) chunks.push(chunk);
  }
  if (size !== source.sizeBytes) throw new Error(`${source.name} has ${size} bytes, not ${source.sizeBytes}`);
  return { source, checksum, ...(keep && { bytes: Buffer.concat(chunks) }) };
}

const inflatedOf = ({ inflated, sizeBytes }: ZipSource, checksum: number): Inflated =>
  inflated ?? { sizeBytes, checksum };

/** APPNOTE 4.4.5: stored, or deflated. */
const methodOf = ({ inflated }: ZipSource): 0 | 8 => (inflated ? 8 : 0);

interface Entry {
  readonly inflated: Inflated;
  readonly size: number;
  readonly method: 0 | 8;
  /** Of its local header. */
  readonly offset: number;
}

/** APPNOTE 4.3.7 */
function localHeader(name: Buffer, { inflated, size, method }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(inflated.checksum, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(inflated.sizeBytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

/** APPNOTE 4.3.12 */
function directoryEntry(name: Buffer, of: Entry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(of.method, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(of.inflated.checksum, 16);
  entry.writeUInt32LE(of.size, 20);
  entry.writeUInt32LE(of.inflated.sizeBytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(of.offset, 42);
  return Buffer.concat([entry, name]);
}

/** APPNOTE 4.3.16 */
function endOfDirectory(of: {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(of.count, 8);
  end.writeUInt16LE(of.count, 10);
  end.writeUInt32LE(of.size, 12);
  end.writeUInt32LE(of.offset, 16);
  return end;
}
