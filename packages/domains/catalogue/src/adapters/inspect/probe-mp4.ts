import type { ForwardReader } from './forward-reader.ts';
import { type MediaFault, type MediaReading, MediaRefused, withDuration } from './media-reading.ts';

/** The index of a film of four hours has a few megabytes. */
const maxIndexBytes = 32 * 1024 * 1024;
const maxBoxes = 10_000;

/** Sample formats that current browsers play without a plug-in. */
const playable = new Set([
  'avc1',
  'avc3',
  'av01',
  'vp09',
  'mp4a',
  'Opus',
  'fLaC',
  '.mp3',
  'mp3 ',
  'ac-3',
  'ec-3',
]);

interface Index {
  seconds: number;
  timescale: number;
  readonly tracks: { handler: string; format: string }[];
}

interface Box {
  readonly type: string;
  readonly headerBytes: number;
  /** Of the whole box. */
  readonly sizeBytes: number;
}

/** Reads the index (`moov`) of an ISO base media file: MP4 and M4A (ISO/IEC 14496-12). */
export async function probeMp4(reader: ForwardReader): Promise<MediaReading> {
  let index: Index | undefined;
  let dataFirst = false;
  let dataSeen = false;
  for (let boxes = 0; boxes < maxBoxes && !(index && dataSeen); boxes += 1) {
    const box = await nextBox(reader);
    if (!box) break;
    const left = box.sizeBytes - box.headerBytes;
    if (box.type === 'moov') index = readIndex(await wholeBox(reader, left));
    else if (box.type === 'sidx' && index && index.seconds <= 0) {
      index.seconds = segmentSeconds(await wholeBox(reader, left));
    } else {
      if (box.type === 'mdat') {
        dataSeen = true;
        dataFirst ||= !index;
      }
      if (!(index && dataSeen)) await reader.skip(left);
    }
  }
  if (!index || index.tracks.length === 0) throw new MediaRefused('media.broken');
  if (!dataSeen) throw new MediaRefused('media.cut-off');
  return describe(index, dataFirst);
}

function describe(index: Index, dataFirst: boolean): MediaReading {
  const kind = index.tracks.some(({ handler }) => handler === 'vide') ? 'video' : 'audio';
  if (kind === 'audio' && !index.tracks.some(({ handler }) => handler === 'soun')) {
    throw new MediaRefused('media.broken');
  }
  const strange = index.tracks.find(
    ({ handler, format }) => /^(?:vide|soun)$/.test(handler) && !playable.has(format),
  );
  const warnings: MediaFault[] = [];
  if (strange) warnings.push({ code: 'media.codec', params: { codec: strange.format } });
  if (dataFirst) warnings.push({ code: 'media.index-last' });
  const base =
    kind === 'video'
      ? ({ kind, contentType: 'video/mp4', extension: 'mp4' } as const)
      : ({ kind, contentType: 'audio/mp4', extension: 'm4a' } as const);
  return withDuration(base, { seconds: index.seconds, warnings });
}

async function nextBox(reader: ForwardReader): Promise<Box | undefined> {
  const start = reader.position();
  const head = await reader.read(8);
  if (head.length === 0) return undefined;
  if (head.length < 8) throw new MediaRefused('media.cut-off');
  const type = head.toString('latin1', 4, 8);
  let sizeBytes = head.readUInt32BE(0);
  let headerBytes = 8;
  if (sizeBytes === 1) {
    const wide = await reader.read(8);
    if (wide.length < 8) throw new MediaRefused('media.cut-off');
    sizeBytes = Number(wide.readBigUInt64BE(0));
    headerBytes = 16;
  } else if (sizeBytes === 0) sizeBytes = reader.sizeBytes - start;
  if (sizeBytes < headerBytes) throw new MediaRefused('media.broken');
  if (start + sizeBytes > reader.sizeBytes) throw new MediaRefused('media.cut-off');
  return { type, headerBytes, sizeBytes };
}

async function wholeBox(reader: ForwardReader, length: number): Promise<Buffer> {
  if (length > maxIndexBytes) throw new MediaRefused('media.index-too-large', { limit: maxIndexBytes });
  const body = await reader.read(length);
  if (body.length < length) throw new MediaRefused('media.cut-off');
  return body;
}

/** Boxes inside a box that lies in memory. */
function* boxesIn(body: Buffer): Generator<{ readonly type: string; readonly body: Buffer }> {
  for (let at = 0; at + 8 <= body.length; ) {
    const size = body.readUInt32BE(at) || body.length - at;
    if (size < 8 || at + size > body.length) throw new MediaRefused('media.broken');
    yield { type: body.toString('latin1', at + 4, at + 8), body: body.subarray(at + 8, at + size) };
    at += size;
  }
}

function inside(body: Buffer, ...path: readonly string[]): Buffer | undefined {
  let current: Buffer | undefined = body;
  for (const step of path) {
    const parent: Buffer | undefined = current;
    current = undefined;
    if (!parent) return undefined;
    for (const box of boxesIn(parent)) {
      if (box.type !== step) continue;
      current = box.body;
      break;
    }
  }
  return current;
}

function readIndex(moov: Buffer): Index {
  const header = inside(moov, 'mvhd');
  if (!header || header.length < 32) throw new MediaRefused('media.broken');
  const wide = header[0] === 1;
  const timescale = header.readUInt32BE(wide ? 20 : 12);
  const plain = wide ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  const unknown = plain === 0 || plain >= (wide ? 2 ** 63 : 0xffffffff);
  const duration = unknown ? fragmentDuration(moov) : plain;
  const tracks: Index['tracks'] = [];
  for (const { type, body } of boxesIn(moov)) {
    if (type === 'trak' && tracks.length < 64) tracks.push(readTrack(body));
  }
  return { seconds: timescale > 0 ? duration / timescale : 0, timescale, tracks };
}

function fragmentDuration(moov: Buffer): number {
  const header = inside(moov, 'mvex', 'mehd');
  if (!header || header.length < 8) return 0;
  if (header[0] !== 1) return header.readUInt32BE(4);
  return header.length < 12 ? 0 : Number(header.readBigUInt64BE(4));
}

function readTrack(track: Buffer): { handler: string; format: string } {
  const handler = inside(track, 'mdia', 'hdlr');
  const samples = inside(track, 'mdia', 'minf', 'stbl', 'stsd');
  return {
    handler: handler && handler.length >= 12 ? handler.toString('latin1', 8, 12) : '',
    format: samples && samples.length >= 16 ? samples.toString('latin1', 12, 16) : '',
  };
}

/** Of a fragmented file that does not say its length: its segment index (14496-12, 8.16.3). */
function segmentSeconds(body: Buffer): number {
  const start = body[0] === 0 ? 20 : 28;
  if (body.length < start + 4) return 0;
  const timescale = body.readUInt32BE(8);
  const count = body.readUInt16BE(start + 2);
  let sum = 0;
  for (let at = start + 4, n = 0; n < count && at + 12 <= body.length; n += 1, at += 12) {
    sum += body.readUInt32BE(at + 4);
  }
  return timescale > 0 ? sum / timescale : 0;
}
