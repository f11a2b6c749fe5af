import type { AgencyId } from '@sinau/kernel';

/** Statements that became visible together, as the record store tells them. */
export interface RecordedCommit {
  /** Of the commit; unique. */
  readonly position: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly stored: string;
  readonly statements: readonly {
    readonly id: string;
    /** Of the statement itself; unique. */
    readonly position: string;
    /** JSON text without line breaks. */
    readonly json: string;
    readonly agencies: readonly AgencyId[];
  }[];
  readonly voids: readonly {
    readonly targetId: string;
    readonly voidedBy: string;
    readonly agencies: readonly AgencyId[];
    /** When the later of the two was stored. @default when the commit was stored */
    readonly stored?: string;
  }[];
}

/** What a chunk holds of one line. */
export type FeedLine =
  /** The line as it is given out: JSON text that begins with `{`. */
  | { readonly kind: 'text'; readonly text: string }
  /** A statement too large for a chunk; its body stays in the record store. */
  | { readonly kind: 'reference'; readonly id: string; readonly position: string; readonly stored: string };

/** Lines that are appended together, and once. */
export interface FeedUnit {
  /** Same for every delivery of the same lines. */
  readonly key: string;
  /** At least one; together at most `unitBytes`. */
  readonly lines: readonly FeedLine[];
}

export interface FeedChunk {
  /** Counts from 1 in its lane, without gaps. */
  readonly number: number;
  readonly lines: readonly FeedLine[];
  /** Lines of the lane before this chunk; absent in chunks that were written before lines were counted. */
  readonly linesBefore?: number;
  /** Epoch milliseconds, never falling along a lane; absent in older chunks. */
  readonly appendedMs?: number;
}

/**
 * Bytes of text in one unit.
 * NOTE: where a commit is cut decides the keys of its units. Another size or another line would append a commit again
 * that the stream repeats during the change; so change them only while the stream is drained.
 */
export const unitBytes = 256 * 1024;
/** A longer line goes by reference. */
export const lineBytes = 64 * 1024;

export function statementLine(
  place: { readonly id: string; readonly position: string; readonly stored: string },
  json: string,
): string {
  const { id, position, stored } = place;
  // The body is put in as it lies in the store, so that a consumer gets its very characters.
  return `${JSON.stringify({ kind: 'statement', id, position, stored }).slice(0, -1)},"statement":${json}}`;
}

export function voidLine(given: {
  readonly id: string;
  readonly voidedBy: string;
  readonly stored: string;
}): string {
  const { id, voidedBy, stored } = given;
  return JSON.stringify({ kind: 'void', id, voidedBy, stored });
}

/** A statement that a consumer may have got and must not keep as it was. */
export interface EraseNotice {
  readonly id: string;
  readonly position: string;
  readonly stored: string;
  /** `pseudonymised`: it can be read again, as that of nobody known. */
  readonly mode: 'erased' | 'pseudonymised';
}

export function eraseLine({ id, position, stored, mode }: EraseNotice): string {
  return JSON.stringify({ kind: 'erase', id, position, stored, mode });
}

const encoder = new TextEncoder();

export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** Size of a line in its chunk, before compression. */
export function sizeOf(line: FeedLine): number {
  return line.kind === 'text' ? bytesOf(line.text) : bytesOf(JSON.stringify(line));
}
