import type { MediaFindingCode } from './finding-texts.ts';

/** What a sound or film file says of itself. */
export interface MediaReading {
  readonly kind: 'video' | 'audio';
  readonly contentType: string;
  /** Ending of the name under which it is stored. */
  readonly extension: string;
  readonly durationSeconds?: number;
  /** Things worth telling that keep nobody out. */
  readonly warnings: readonly MediaFault[];
}

export interface MediaFault {
  readonly code: MediaFindingCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The file breaks a rule of its format, or is of a kind that browsers do not play. */
export class MediaRefused extends Error {
  readonly fault: MediaFault;

  constructor(code: MediaFindingCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'MediaRefused';
    this.fault = { code, params };
  }
}

const longestSeconds = 24 * 3600;

/** Seconds to the millisecond; undefined for nonsense. */
export function sensibleDuration(seconds: number): number | undefined {
  const rounded = Math.round(seconds * 1000) / 1000;
  return Number.isFinite(rounded) && rounded > 0 && rounded <= longestSeconds ? rounded : undefined;
}

export function withDuration(
  reading: Omit<MediaReading, 'durationSeconds' | 'warnings'>,
  measured: { readonly seconds: number; readonly warnings?: readonly MediaFault[] },
): MediaReading {
  const durationSeconds = sensibleDuration(measured.seconds);
  const warnings = measured.warnings ?? [];
  return durationSeconds === undefined
    ? { ...reading, warnings: [...warnings, { code: 'media.no-duration' }] }
    : { ...reading, durationSeconds, warnings };
}
