import type { ForwardReader } from './forward-reader.ts';
import type { MediaReading } from './media-reading.ts';
import { probeMp4 } from './probe-mp4.ts';
import { probeMp3, probeOgg } from './probe-sound.ts';
import { probeWebm } from './probe-webm.ts';

export type MediaProbe = (reader: ForwardReader) => Promise<MediaReading>;

/** The reader for a file that begins so; undefined for what is neither film nor sound. Twelve bytes are enough. */
export function mediaProbeOf(head: Buffer): MediaProbe | undefined {
  const text = head.toString('latin1', 0, 12);
  if (text.slice(4, 8) === 'ftyp') return probeMp4;
  if (text.startsWith('\x1a\x45\xdf\xa3')) return probeWebm;
  if (text.startsWith('OggS')) return probeOgg;
  // Layer III of any MPEG version, or a tag before it.
  return /^(?:ID3|\xff[\xfb\xfa\xf3\xf2\xe3\xe2])/.test(text) ? probeMp3 : undefined;
}
