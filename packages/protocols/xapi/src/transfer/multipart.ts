import type { Refused } from '../parse-statement.ts';
import { parseMediaType } from './media-type.ts';

/** One body part, its bytes untouched. */
export interface Part {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

const maxHeaderBytes = 16 * 1024;
const cr = 13;
const lf = 10;
const dash = 45;

/**
 * Splits a multipart/mixed body (RFC 2046 §5.1) on its bytes: attachments are binary and must never pass through a
 * string. Needs a boundary in the header, at least one part and the closing delimiter.
 */
export function parseMultipart(
  contentType: string,
  body: Uint8Array,
): { readonly ok: true; readonly parts: readonly Part[] } | Refused {
  const boundary = parseMediaType(contentType)?.parameters.get('boundary');
  if (!boundary || boundary.length > 200) return refuse('the Content-Type names no boundary', 'XAPI-00131');
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Part[] = [];
  let start = afterDelimiter(body, findDelimiter(body, delimiter, 0), delimiter);
  if (typeof start !== 'number') return refuse('the body does not start with its boundary', 'XAPI-00130');
  while (start !== -1) {
    const next = findDelimiter(body, delimiter, start);
    if (next === -1) return refuse('the closing boundary is missing', 'XAPI-00130');
    // The line break before a delimiter belongs to the delimiter.
    const part = readPart(body.subarray(start, Math.max(start, next - 2)));
    if (typeof part === 'string') return refuse(part, 'XAPI-00130');
    parts.push(part);
    const following = afterDelimiter(body, next, delimiter);
    if (following === undefined) return refuse('a boundary line is malformed', 'XAPI-00130');
    start = following;
  }
  return { ok: true, parts };
}

/** Index of the next delimiter at the start of a line, or -1. */
function findDelimiter(body: Uint8Array, delimiter: Uint8Array, from: number): number {
  let at = body.indexOf(dash, from);
  while (at !== -1) {
    const opensLine = at === 0 || (at >= 2 && body[at - 2] === cr && body[at - 1] === lf);
    if (opensLine && matches(body, delimiter, at) && endsLine(body, at + delimiter.length)) return at;
    at = body.indexOf(dash, at + 1);
  }
  return -1;
}

function matches(body: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1) if (body[at + index] !== wanted[index]) return false;
  return true;
}

/** A delimiter is followed by `--`, by white space to the end of the line, or by nothing; else it is only alike. */
function endsLine(body: Uint8Array, at: number): boolean {
  let index = body[at] === dash && body[at + 1] === dash ? at + 2 : at;
  while (body[index] === 32 || body[index] === 9) index += 1;
  return index >= body.length || (body[index] === cr && body[index + 1] === lf);
}

/** Where the part after a delimiter begins; -1 after the closing one; undefined when there is no delimiter. */
function afterDelimiter(body: Uint8Array, at: number, delimiter: Uint8Array): number | undefined {
  if (at === -1) return undefined;
  const end = at + delimiter.length;
  if (body[end] === dash && body[end + 1] === dash) return -1;
  const line = body.indexOf(lf, end);
  return line === -1 ? undefined : line + 1;
}

/** The part, or what is wrong with it. */
function readPart(bytes: Uint8Array): Part | string {
  const headers = new Map<string, string>();
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(lf, at);
    if (end === -1 || end > maxHeaderBytes) return 'a part has no empty line after its headers';
    const line = latin1(bytes.subarray(at, bytes[end - 1] === cr ? end - 1 : end));
    at = end + 1;
    if (line === '') return { headers, body: bytes.subarray(at) };
    const colon = line.indexOf(':');
    if (colon < 1) return 'a header line of a part has no colon';
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Data of one attachment. */
export interface AttachmentData {
  /** Hex, lower case. */
  readonly sha2: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A multipart/mixed answer: the statements first, then every distinct attachment once. */
export function writeMultipart(
  statementsJson: string,
  attachments: readonly AttachmentData[],
  boundary: string,
): { readonly contentType: string; readonly body: Uint8Array<ArrayBuffer> } {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [
    encoder.encode(`--${boundary}\r\nContent-Type: application/json\r\n\r\n${statementsJson}`),
  ];
  const written = new Set<string>();
  for (const { sha2, contentType, bytes } of attachments) {
    if (written.has(sha2)) continue;
    written.add(sha2);
    // A media type was validated, but stored bytes are older than code: no line break may reach a header.
    const type = contentType.replace(/[\r\n]/g, ' ');
    chunks.push(
      encoder.encode(
        `\r\n--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: ${sha2}\r\n\r\n`,
      ),
      bytes,
    );
  }
  chunks.push(encoder.encode(`\r\n--${boundary}--\r\n`));
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: join(chunks) };
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

function refuse(message: string, requirement: string): Refused {
  return { ok: false, issues: [{ path: '', message, requirement }] };
}
