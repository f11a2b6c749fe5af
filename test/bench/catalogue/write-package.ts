import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { constants, crc32, deflateRawSync } from 'node:zlib';

const mebibyte = 1024 * 1024;
const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const structure = Buffer.from(
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="urn:c">${wording}</course>
<au id="urn:a" moveOn="Passed">${wording}<url>index.html</url></au></courseStructure>`,
);

interface Entry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  readonly offset: number;
}

/** A zip that is written to disk piece by piece. */
async function createZip(path: string) {
  const file = await open(path, 'w');
  const entries: Entry[] = [];
  let at = 0;
  const write = async (bytes: Buffer) => {
    await file.write(bytes);
    at += bytes.length;
  };
  return {
    add: async (
      of: Pick<Entry, 'name' | 'method' | 'crc' | 'sizeBytes' | 'compressedBytes'>,
      body: Iterable<Buffer>,
    ) => {
      entries.push({ ...of, offset: at });
      await write(headerOf('PK\x03\x04', of, 0));
      for (const chunk of body) await write(chunk);
    },
    end: async (count = entries.length) => {
      const start = at;
      for (const entry of entries) await write(headerOf('PK\x01\x02', entry, entry.offset));
      await endOf(file, { count, start, bytes: at - start });
      await file.close();
    },
  };
}

function headerOf(mark: string, entry: Omit<Entry, 'offset'>, offset: number): Buffer {
  const central = mark.endsWith('\x01\x02');
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(central ? 46 : 30);
  head.write(mark, 0, 'latin1');
  const base = central ? 6 : 4;
  head.writeUInt16LE(20, base);
  head.writeUInt16LE(0x800, base + 2);
  head.writeUInt16LE(entry.method, base + 4);
  head.writeUInt32LE(entry.crc, base + 10);
  head.writeUInt32LE(entry.compressedBytes, base + 14);
  head.writeUInt32LE(entry.sizeBytes, base + 18);
  head.writeUInt16LE(name.length, base + 22);
  if (central) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

async function endOf(
  file: FileHandle,
  { count, start, bytes }: { readonly count: number; readonly start: number; readonly bytes: number },
): Promise<void> {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(start, 16);
  await file.write(end);
}

type Zip = Awaited<ReturnType<typeof createZip>>;

async function addStored(zip: Zip, name: string, bytes: Buffer): Promise<void> {
  const sizes = { sizeBytes: bytes.length, compressedBytes: bytes.length };
  await zip.add({ name, method: 0, crc: crc32(bytes), ...sizes }, [bytes]);
}

/** A cmi5 course: one film that holds most of it, and pictures and scripts of a megabyte each. */
export async function writePackage(path: string, megabytes: number): Promise<void> {
  const zip = await createZip(path);
  await addStored(zip, 'cmi5.xml', structure);
  await addStored(zip, 'index.html', Buffer.from('<h1>Etika</h1>'));
  const small = Math.floor(megabytes / 5);
  for (let n = 0; n < small; n += 1) {
    // Half noise, half text: shrinks to a little more than half.
    const bytes = Buffer.concat([randomBytes(mebibyte / 2), Buffer.alloc(mebibyte / 2, `teks ${n} `)]);
    const packed = deflateRawSync(bytes, { level: 1 });
    const sizes = { sizeBytes: bytes.length, compressedBytes: packed.length };
    await zip.add({ name: `aset/${n}.bin`, method: 8, crc: crc32(bytes), ...sizes }, [packed]);
  }
  const noise = randomBytes(mebibyte);
  const chunks = Math.ceil((megabytes * 1e6) / mebibyte) - Math.floor(small / 2);
  const film = Array.from({ length: chunks }, () => noise);
  const crc = film.reduce((sum, chunk) => crc32(chunk, sum), 0);
  const sizes = { sizeBytes: chunks * mebibyte, compressedBytes: chunks * mebibyte };
  await zip.add({ name: 'film.mp4', method: 0, crc, ...sizes }, film);
  await zip.end();
}

/**
 * `honest`: 10 MB that say they are 2 GB. `lying`: the same bytes, 10 GB once inflated, that say they are what is just allowed.
 * `many-entries`: 60,000 empty files.
 */
export async function writeBomb(path: string, kind: 'honest' | 'lying' | 'many-entries'): Promise<void> {
  const zip = await createZip(path);
  await addStored(zip, 'cmi5.xml', structure);
  await addStored(zip, 'index.html', Buffer.from('x'));
  if (kind === 'many-entries') {
    for (let n = 0; n < 60_000; n += 1) await addStored(zip, `f${n}`, Buffer.alloc(0));
    return zip.end();
  }
  // A flush ends at a byte and forgets what was before, so that the piece can be repeated.
  const piece = deflateRawSync(Buffer.alloc(16 * mebibyte), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const pieces = 640;
  const compressedBytes = piece.length * pieces;
  const sizeBytes = kind === 'honest' ? 2 ** 31 : 199 * compressedBytes;
  const body = Array.from({ length: pieces }, () => piece);
  await zip.add({ name: 'film.bin', method: 8, crc: 0, sizeBytes, compressedBytes }, body);
  await zip.end();
}
