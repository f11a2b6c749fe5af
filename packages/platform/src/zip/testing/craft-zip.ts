import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a hand-made archive; every field a writer could lie about can be set. */
export interface CraftedEntry {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredBytes?: number;
  readonly checksum?: number;
  /** Unix mode in the upper 16 bits of the external attributes. */
  readonly mode?: number;
  /** Offset of another entry's data instead of its own. */
  readonly offset?: number;
  /** Compressed bytes, when not made from `data`. */
  readonly raw?: Buffer;
}

/** Bytes of an archive, well-formed unless told otherwise; `zip64` uses 64-bit fields throughout. */
export function craftZip(
  entries: readonly CraftedEntry[],
  options: { readonly zip64?: boolean; readonly entryCount?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const written = writeEntry(entry, { offset, zip64: options.zip64 ?? false });
    locals.push(written.local);
    directory.push(written.central);
    offset += written.local.length;
  }
  const central = Buffer.concat(directory);
  const count = options.entryCount ?? entries.length;
  return Buffer.concat([
    ...locals,
    central,
    endOf({ count, bytes: central.length, offset, zip64: options.zip64 }),
  ]);
}

function writeEntry(entry: CraftedEntry, at: { offset: number; zip64: boolean }) {
  const name = Buffer.from(entry.name);
  const data = entry.data ?? Buffer.alloc(0);
  const method = entry.method ?? (entry.stored ? 0 : 8);
  const body = entry.raw ?? (method === 0 ? data : deflateRawSync(data));
  const size = entry.declaredBytes ?? data.length;
  const flags = entry.flags ?? 0x800;
  const checksum = entry.checksum ?? crc32(data);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(at.zip64 ? 45 : 20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(at.zip64 ? 0xffffffff : body.length, 14);
  fields.writeUInt32LE(at.zip64 ? 0xffffffff : size, 18);
  fields.writeUInt16LE(name.length, 22);
  const offset = entry.offset ?? at.offset;
  const extra = at.zip64 ? zip64Extra([size, body.length, offset]) : Buffer.alloc(0);
  const localExtra = at.zip64 ? zip64Extra([size, body.length]) : Buffer.alloc(0);
  const localFields = Buffer.from(fields);
  localFields.writeUInt16LE(localExtra.length, 24);
  fields.writeUInt16LE(extra.length, 24);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
  tail.writeUInt32LE(at.zip64 ? 0xffffffff : offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), localFields, name, localExtra, body]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([63, 3]), fields, tail, name, extra]),
  };
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  });
  return extra;
}

function endOf(end: { count: number; bytes: number; offset: number; zip64: boolean | undefined }): Buffer {
  const short = Buffer.alloc(22);
  short.write('PK\u0005\u0006', 0, 'latin1');
  short.writeUInt16LE(end.zip64 ? 0xffff : Math.min(end.count, 0xffff), 8);
  short.writeUInt16LE(end.zip64 ? 0xffff : Math.min(end.count, 0xffff), 10);
  short.writeUInt32LE(end.zip64 ? 0xffffffff : end.bytes, 12);
  short.writeUInt32LE(end.zip64 ? 0xffffffff : end.offset, 16);
  if (!end.zip64) return short;
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(end.count), 24);
  record.writeBigUInt64LE(BigInt(end.count), 32);
  record.writeBigUInt64LE(BigInt(end.bytes), 40);
  record.writeBigUInt64LE(BigInt(end.offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(end.offset + end.bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, short]);
}
