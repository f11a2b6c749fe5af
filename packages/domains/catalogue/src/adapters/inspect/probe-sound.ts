import type { ForwardReader } from './forward-reader.ts';
import { type MediaReading, MediaRefused, withDuration } from './media-reading.ts';

/** kbit/s of layer III by index; MPEG 1 and MPEG 2/2.5 (ISO/IEC 11172-3, 13818-3). */
const bitrates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const sampleRates = [44_100, 48_000, 32_000] as const;

interface Frame {
  readonly kbits: number;
  readonly sampleRate: number;
  readonly samples: number;
  readonly bytes: number;
  /** Bytes between the header and an encoder's own index. */
  readonly sideBytes: number;
}

/** Reads header and first frames of an MP3; one of variable rate tells its length in its first frame (`Xing`, `VBRI`). */
export async function probeMp3(reader: ForwardReader): Promise<MediaReading> {
  let head = await reader.read(10);
  if (head.length < 10) throw new MediaRefused('media.broken');
  let start = 0;
  if (head.toString('latin1', 0, 3) === 'ID3') {
    const tagBytes = ((head[6] ?? 0) << 21) | ((head[7] ?? 0) << 14) | ((head[8] ?? 0) << 7) | (head[9] ?? 0);
    await reader.skip(tagBytes);
    start = 10 + tagBytes;
    head = Buffer.alloc(0);
  }
  const window = Buffer.concat([head, await reader.read(16_384)]);
  const at = firstFrame(window);
  if (at === undefined) throw new MediaRefused('media.broken');
  const frame = readFrame(window, at);
  if (!frame) throw new MediaRefused('media.broken');
  const frames = countedFrames(window.subarray(at), frame);
  const seconds =
    frames === undefined
      ? ((reader.sizeBytes - start - at) * 8) / (frame.kbits * 1000)
      : (frames * frame.samples) / frame.sampleRate;
  return withDuration({ kind: 'audio', contentType: 'audio/mpeg', extension: 'mp3' }, { seconds });
}

/** A frame that is followed by another, so that chance bytes are not taken for sound. */
function firstFrame(window: Buffer): number | undefined {
  for (let at = 0; at + 4 <= window.length; at += 1) {
    const frame = readFrame(window, at);
    if (!frame) continue;
    const next = at + frame.bytes;
    if (next + 4 > window.length || readFrame(window, next)) return at;
  }
  return undefined;
}

function readFrame(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff || ((header >>> 17) & 3) !== 1) return undefined;
  const version = (header >>> 19) & 3;
  const first = version === 3;
  const kbits = bitrates[first ? 0 : 1][(header >>> 12) & 15];
  const base = sampleRates[(header >>> 10) & 3];
  if (version === 1 || !kbits || base === undefined) return undefined;
  const sampleRate = first ? base : base / (version === 2 ? 2 : 4);
  const samples = first ? 1152 : 576;
  const padding = (header >>> 9) & 1;
  const mono = ((header >>> 6) & 3) === 3;
  const sideBytes = first ? (mono ? 17 : 32) : mono ? 9 : 17;
  return {
    ...{ kbits, sampleRate, samples, sideBytes },
    bytes: Math.floor((samples * kbits * 125) / sampleRate) + padding,
  };
}

function countedFrames(frame: Buffer, { sideBytes }: Frame): number | undefined {
  const at = 4 + sideBytes;
  if (frame.length >= at + 12 && /^(?:Xing|Info)$/.test(frame.toString('latin1', at, at + 4))) {
    return (frame.readUInt32BE(at + 4) & 1) === 1 ? frame.readUInt32BE(at + 8) : undefined;
  }
  const vbri = frame.length >= 54 && frame.toString('latin1', 36, 40) === 'VBRI';
  return vbri ? frame.readUInt32BE(50) : undefined;
}

/** Longer than the largest page (RFC 3533). */
const tailBytes = 66_000;

/** Reads the first page of an Ogg file for its codec and the last one for its length. */
export async function probeOgg(reader: ForwardReader): Promise<MediaReading> {
  const head = await reader.read(512);
  const packet = head.subarray(27 + (head[26] ?? 0));
  const opus = packet.toString('latin1', 0, 8) === 'OpusHead' && packet.length >= 12;
  const vorbis = packet.toString('latin1', 0, 7) === '\x01vorbis' && packet.length >= 16;
  if (!opus && !vorbis) throw new MediaRefused('media.container', { container: 'Ogg' });
  const rate = opus ? 48_000 : packet.readUInt32LE(12);
  const skipped = opus ? packet.readUInt16LE(10) : 0;
  await reader.skip(Math.max(0, reader.sizeBytes - reader.position() - tailBytes));
  const tail = Buffer.concat([head, await reader.read(tailBytes)]);
  const seconds = rate > 0 ? (lastPosition(tail) - skipped) / rate : 0;
  return withDuration({ kind: 'audio', contentType: 'audio/ogg', extension: 'ogg' }, { seconds });
}

function lastPosition(tail: Buffer): number {
  for (let at = tail.lastIndexOf('OggS'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('OggS', at - 1)) {
    if (at + 14 > tail.length) continue;
    const position = tail.readBigInt64LE(at + 6);
    if (position >= 0n) return Number(position);
  }
  return 0;
}
