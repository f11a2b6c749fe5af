import { deflateSync } from 'node:zlib';

// The smallest files of their kinds that a reader has to take, made byte by byte so that each test can break one thing.

const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const words = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};

const latin = (text: string) => Buffer.from(text, 'latin1');

export interface Mp4Options {
  readonly seconds?: number;
  /** Handler and sample format of each track. */
  readonly tracks?: readonly (readonly [string, string])[];
  readonly dataFirst?: boolean;
  readonly dataBytes?: number;
  /** Length told by the fragments, not by the film header. */
  readonly fragmented?: boolean;
}

export function craftMp4(options: Mp4Options = {}): Buffer {
  const { seconds = 93.4, tracks = [['vide', 'avc1']], dataBytes = 64, fragmented = false } = options;
  const ticks = Math.round(seconds * 1000);
  const header = box('mvhd', words(0, 0, 0, 1000, fragmented ? 0 : ticks), Buffer.alloc(80));
  const trak = ([handler, format]: readonly [string, string]) => {
    const samples = box('stsd', words(0, 1), box(format, Buffer.alloc(28)));
    const mdia = box(
      'mdia',
      box('hdlr', words(0, 0), latin(handler), Buffer.alloc(13)),
      box('minf', box('stbl', samples)),
    );
    return box('trak', mdia);
  };
  const extends_ = fragmented ? [box('mvex', box('mehd', words(0, ticks)))] : [];
  const moov = box('moov', header, ...tracks.map(trak), ...extends_);
  const data = box('mdat', Buffer.alloc(dataBytes, 7));
  const start = box('ftyp', latin('isom'), words(512), latin('isomavc1'));
  return Buffer.concat(options.dataFirst ? [start, data, moov] : [start, moov, data]);
}

const element = (id: readonly number[], ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(0x01000000, 0);
  size.writeUInt32BE(body.length, 4);
  return Buffer.concat([Buffer.from(id), size, body]);
};

export function craftWebm(
  options: { readonly seconds?: number; readonly types?: readonly number[]; readonly docType?: string } = {},
): Buffer {
  const { seconds, types = [1, 2], docType = 'webm' } = options;
  const length = Buffer.alloc(8);
  length.writeDoubleBE((seconds ?? 0) * 1000, 0);
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    element([0x2a, 0xd7, 0xb1], Buffer.from([0x0f, 0x42, 0x40])),
    ...(seconds === undefined ? [] : [element([0x44, 0x89], length)]),
  );
  const tracks = element(
    [0x16, 0x54, 0xae, 0x6b],
    ...types.map((type) => element([0xae], element([0x83], Buffer.from([type])))),
  );
  // Of unknown size, as recorders write it.
  const segment = Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const cluster = element([0x1f, 0x43, 0xb6, 0x75], Buffer.alloc(32));
  const header = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], latin(docType)));
  return Buffer.concat([header, segment, info, tracks, cluster]);
}

/** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame. `counted`: an index of variable rate tells so many frames. */
export function craftMp3(
  options: { readonly frames?: number; readonly counted?: number; readonly tagBytes?: number } = {},
): Buffer {
  const { frames = 100, counted, tagBytes } = options;
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const all = Buffer.concat(Array.from({ length: frames }, () => frame));
  if (counted !== undefined) {
    all.write('Xing', 36, 'latin1');
    all.writeUInt32BE(1, 40);
    all.writeUInt32BE(counted, 44);
  }
  if (tagBytes === undefined) return all;
  const size = [21, 14, 7, 0].map((shift) => (tagBytes >> shift) & 127);
  return Buffer.concat([latin('ID3'), Buffer.from([4, 0, 0, ...size]), Buffer.alloc(tagBytes), all]);
}

export function craftOgg(options: { readonly seconds?: number; readonly codec?: string } = {}): Buffer {
  const { seconds = 12, codec = 'OpusHead' } = options;
  const page = (position: number, packet: Buffer) => {
    const head = Buffer.alloc(28);
    head.write('OggS', 0, 'latin1');
    head.writeBigInt64LE(BigInt(position), 6);
    head[26] = 1;
    head[27] = packet.length;
    return Buffer.concat([head, packet]);
  };
  const packet = Buffer.alloc(19);
  packet.write(codec, 0, 'latin1');
  packet.writeUInt16LE(312, 10);
  return Buffer.concat([page(0, packet), page(seconds * 48_000 + 312, Buffer.alloc(200, 1))]);
}

/** A PDF of the given objects; one page unless told otherwise. */
export function craftPdf(
  options: {
    readonly pages?: number;
    readonly more?: readonly string[];
    readonly trailer?: string;
    /** Objects that lie packed in an object stream. */
    readonly packed?: readonly string[];
  } = {},
): Buffer {
  const { pages = 1, more = [], packed = [], trailer = '' } = options;
  const kids = Array.from({ length: pages }, (_, page) => `${page + 3} 0 R`).join(' ');
  const parts = [
    latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
    latin('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    latin(`2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`),
    ...Array.from({ length: pages }, (_, page) =>
      latin(`${page + 3} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n`),
    ),
    ...more.map((text, index) => latin(`${900 + index} 0 obj\n${text}\nendobj\n`)),
    ...(packed.length > 0 ? [objectStream(packed)] : []),
    latin(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ];
  return Buffer.concat(parts);
}

function objectStream(objects: readonly string[]): Buffer {
  let offset = 0;
  const header: string[] = [];
  for (const [index, text] of objects.entries()) {
    header.push(`${950 + index} ${offset}`);
    offset += text.length + 1;
  }
  const first = `${header.join(' ')} `;
  const body = deflateSync(latin(`${first}${objects.join('\n')}\n`));
  return Buffer.concat([
    latin(
      `800 0 obj\n<< /Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode /Length ${body.length} >>\nstream\n`,
    ),
    body,
    latin('\nendstream\nendobj\n'),
  ]);
}
