import type { ForwardReader } from './forward-reader.ts';
import { type MediaReading, MediaRefused, withDuration } from './media-reading.ts';

const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
} as const;

const maxPartBytes = 1024 * 1024;
const maxElements = 10_000;

/** Reads what stands before the first cluster of a WebM file (RFC 8794, RFC 9559). */
export async function probeWebm(reader: ForwardReader): Promise<MediaReading> {
  const header = await nextElement(reader);
  if (header?.id !== ids.header) throw new MediaRefused('media.broken');
  const docType = text(child(await whole(reader, header.sizeBytes), ids.docType));
  if (docType !== 'webm') throw new MediaRefused('media.container', { container: docType || 'Matroska' });
  const segment = await nextElement(reader);
  if (segment?.id !== ids.segment) throw new MediaRefused('media.broken');
  let seconds = 0;
  let types: readonly number[] | undefined;
  for (let count = 0; count < maxElements; count += 1) {
    const element = await nextElement(reader);
    if (!element || element.id === ids.cluster) break;
    if (element.id === ids.info) seconds = durationOf(await whole(reader, element.sizeBytes));
    else if (element.id === ids.tracks) types = trackTypes(await whole(reader, element.sizeBytes));
    else await reader.skip(known(element.sizeBytes));
  }
  if (!types || types.length === 0) throw new MediaRefused('media.broken');
  const kind = types.includes(1) ? 'video' : 'audio';
  return withDuration({ kind, contentType: `${kind}/webm`, extension: 'webm' }, { seconds });
}

interface Element {
  readonly id: number;
  /** Undefined: until its parent ends. */
  readonly sizeBytes: number | undefined;
}

async function nextElement(reader: ForwardReader): Promise<Element | undefined> {
  const first = await reader.read(1);
  if (first.length === 0) return undefined;
  const id = await number(reader, { first, most: 4, keepMark: true });
  const sizeFirst = await reader.read(1);
  if (sizeFirst.length === 0) throw new MediaRefused('media.cut-off');
  const size = await number(reader, { first: sizeFirst, most: 8, keepMark: false });
  return { id: id.value, sizeBytes: size.allOnes ? undefined : size.value };
}

async function number(
  reader: ForwardReader,
  given: { readonly first: Buffer; readonly most: number; readonly keepMark: boolean },
): Promise<{ value: number; allOnes: boolean }> {
  const lead = given.first[0] ?? 0;
  const length = Math.clz32(lead) - 23;
  if (length > given.most) throw new MediaRefused('media.broken');
  const rest = await reader.read(length - 1);
  if (rest.length < length - 1) throw new MediaRefused('media.cut-off');
  return vint(Buffer.concat([given.first, rest]), given.keepMark);
}

function vint(bytes: Buffer, keepMark: boolean): { value: number; allOnes: boolean } {
  const mark = 1 << (8 - bytes.length);
  const lead = keepMark ? (bytes[0] ?? 0) : (bytes[0] ?? 0) & (mark - 1);
  let value = lead;
  for (const byte of bytes.subarray(1)) value = value * 256 + byte;
  const allOnes = lead === mark - 1 && bytes.subarray(1).every((byte) => byte === 255);
  return { value, allOnes: !keepMark && allOnes };
}

function known(sizeBytes: number | undefined): number {
  if (sizeBytes === undefined) throw new MediaRefused('media.broken');
  return sizeBytes;
}

async function whole(reader: ForwardReader, sizeBytes: number | undefined): Promise<Buffer> {
  const length = known(sizeBytes);
  if (length > maxPartBytes) throw new MediaRefused('media.index-too-large', { limit: maxPartBytes });
  const body = await reader.read(length);
  if (body.length < length) throw new MediaRefused('media.cut-off');
  return body;
}

function* elementsIn(body: Buffer): Generator<{ readonly id: number; readonly body: Buffer }> {
  for (let at = 0; at < body.length; ) {
    const idBytes = Math.clz32(body[at] ?? 0) - 23;
    const sizeAt = at + idBytes;
    const sizeBytes = Math.clz32(body[sizeAt] ?? 0) - 23;
    const start = sizeAt + sizeBytes;
    if (idBytes > 4 || sizeBytes > 8 || start > body.length) throw new MediaRefused('media.broken');
    const id = vint(body.subarray(at, sizeAt), true).value;
    const size = vint(body.subarray(sizeAt, start), false).value;
    if (start + size > body.length) throw new MediaRefused('media.broken');
    yield { id, body: body.subarray(start, start + size) };
    at = start + size;
  }
}

function child(parent: Buffer, id: number): Buffer | undefined {
  for (const element of elementsIn(parent)) if (element.id === id) return element.body;
  return undefined;
}

function durationOf(info: Buffer): number {
  const scale = uint(child(info, ids.timestampScale)) || 1_000_000;
  const duration = child(info, ids.duration);
  if (duration?.length === 4) return (duration.readFloatBE(0) * scale) / 1e9;
  return duration?.length === 8 ? (duration.readDoubleBE(0) * scale) / 1e9 : 0;
}

function trackTypes(tracks: Buffer): readonly number[] {
  const types: number[] = [];
  for (const { id, body } of elementsIn(tracks)) {
    if (id === ids.trackEntry && types.length < 64) types.push(uint(child(body, ids.trackType)));
  }
  return types;
}

function uint(bytes: Buffer | undefined): number {
  return bytes && bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

function text(bytes: Buffer | undefined): string {
  return bytes ? bytes.toString('latin1').replace(/\0+$/, '') : '';
}
