import { inflateSync } from 'node:zlib';
import { createPdfActions, noteActions, type PdfActions, settleActions } from './pdf-actions.ts';
import {
  nameOf,
  objectHeaderBefore,
  PdfBroken,
  PdfLexer,
  type PdfValue,
  refOf,
  refuseHidden,
} from './pdf-lexer.ts';

export type PdfReading =
  | { readonly pages: number }
  | { readonly refused: 'broken'; readonly detail: string }
  | { readonly refused: 'encrypted' }
  /** `names`: what was found, as the PDF names it. */
  | { readonly refused: 'active'; readonly names: readonly string[] };

/** What runs, sends, opens or carries something (ISO 32000-2, 12.6.4, 12.7, 7.11.4). Links and plain forms may stay. */
const active = new Set([
  'JavaScript',
  'Rendition',
  'Launch',
  // Another file, which may lie on a host that is told who opens it as soon as the page is shown.
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'XFA',
  'RichMedia',
  'Movie',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  // Scripts of models, and articles of other files.
  'OnInstantiate',
  'Thread',
]);

const maxObjects = 1_000_000;
/** Writers pack some hundreds into one stream. */
const mostPacked = 100_000;
const maxStreamBytes = 32 * 1024 * 1024;
const maxInflatedBytes = 128 * 1024 * 1024;

interface Scan {
  readonly bytes: Buffer;
  readonly found: Set<string>;
  readonly actions: PdfActions;
  /** Number of the root of the page tree, by number of the catalog. */
  readonly catalogs: Map<number, number>;
  readonly pageCounts: Map<number, number>;
  pages: number;
  root: number | undefined;
  encrypted: boolean;
  inflated: number;
}

/**
 * Looks at every object of a PDF, also those in object streams, whatever the tables of the file say. So nothing that a
 * viewer could reach is missed, and what no viewer reaches any more counts as well.
 */
export function scanPdf(bytes: Buffer): PdfReading {
  const found = new Set<string>();
  const scan: Scan = {
    ...{ bytes, found, actions: createPdfActions(found), catalogs: new Map(), pageCounts: new Map() },
    ...{ pages: 0, root: undefined, encrypted: false, inflated: 0 },
  };
  try {
    if (bytes.subarray(0, 1024).indexOf('%PDF-') < 0) throw new PdfBroken('no %PDF- at its beginning');
    scanObjects(scan);
    settleActions(scan.actions);
  } catch (error) {
    if (!(error instanceof PdfBroken)) throw error;
    return { refused: 'broken', detail: error.message };
  }
  if (scan.encrypted) return { refused: 'encrypted' };
  if (scan.found.size > 0) return { refused: 'active', names: [...scan.found].map((name) => `/${name}`) };
  const pages = pageCount(scan);
  return pages > 0 ? { pages } : { refused: 'broken', detail: 'no pages' };
}

function pageCount({ root, catalogs, pageCounts, pages }: Scan): number {
  const tree = root === undefined ? undefined : catalogs.get(root);
  const counted = tree === undefined ? undefined : pageCounts.get(tree);
  return counted !== undefined && counted >= 1 && counted <= 100_000 ? counted : pages;
}

function scanObjects(scan: Scan): void {
  const { bytes } = scan;
  let objects = 0;
  for (let at = 0; ; ) {
    const object = bytes.indexOf('obj', at);
    scanTrailers(scan, at, object < 0 ? bytes.length : object);
    if (object < 0) return;
    at = object + 3;
    const header = objectHeaderBefore(bytes, object);
    if (!header) continue;
    objects += 1;
    if (objects > maxObjects) throw new PdfBroken('too many objects');
    at = scanObject(scan, header.number, at);
  }
}

/** `trailer` dictionaries between two objects. */
function scanTrailers(scan: Scan, from: number, to: number): void {
  const between = scan.bytes.subarray(from, to);
  for (let at = between.indexOf('trailer'); at >= 0; at = between.indexOf('trailer', at + 7)) {
    const read = lexerOf(scan, scan.bytes, from + at + 7).value();
    if ('value' in read) noteTrailer(scan, read.value);
  }
}

function noteTrailer(scan: Scan, value: PdfValue): void {
  noteActions(scan.actions, undefined, value);
  if (!(value instanceof Map)) return;
  scan.root = refOf(value.get('Root')) ?? scan.root;
  if (value.has('Encrypt')) scan.encrypted = true;
}

function lexerOf(scan: Scan, bytes: Buffer, at: number): PdfLexer {
  const seen = (name: string) => {
    if (active.has(name)) scan.found.add(name);
  };
  return new PdfLexer(bytes, { at, seen, texts: true });
}

/** Gives the place behind the object. */
function scanObject(scan: Scan, number: number, at: number): number {
  const lexer = lexerOf(scan, scan.bytes, at);
  const read = lexer.value();
  if ('end' in read) return lexer.at;
  noteObject(scan, number, read.value);
  const next = lexer.value();
  if (!('end' in next) || next.end !== 'stream') return lexer.at;
  return scanStream(scan, read.value, lexer.at);
}

function noteObject(scan: Scan, number: number, value: PdfValue): void {
  noteActions(scan.actions, number, value);
  if (!(value instanceof Map)) return;
  const type = nameOf(value.get('Type'));
  if (type === 'Page') scan.pages += 1;
  else if (type === 'Pages') scan.pageCounts.set(number, numberOf(value.get('Count')));
  else if (type === 'Catalog') {
    const tree = refOf(value.get('Pages'));
    if (tree !== undefined) scan.catalogs.set(number, tree);
  } else if (type === 'XRef') noteTrailer(scan, value);
}

function numberOf(value: PdfValue): number {
  return typeof value === 'number' ? value : 0;
}

function scanStream(scan: Scan, value: PdfValue, at: number): number {
  const { bytes } = scan;
  const end = bytes.indexOf('endstream', at);
  if (end < 0) throw new PdfBroken('a stream does not end');
  if (!(value instanceof Map) || !isObjectStream(value)) {
    refuseHidden(bytes.subarray(at, end));
    return end + 9;
  }
  const start = at + (bytes[at] === 13 ? 2 : 1);
  // The end is told by the word or by the length, whichever comes later: the word may occur by chance.
  const length = numberOf(value.get('Length'));
  const told = bytes.indexOf('endstream', Math.min(bytes.length, start + length));
  const stop = told >= 0 && told - start - length <= 4 ? told : end;
  scanObjectStream(scan, value, bytes.subarray(start, stop));
  return stop + 9;
}

/** Viewers go by the table of the file and do not ask for the type, which may also stand elsewhere. */
const isObjectStream = (dictionary: ReadonlyMap<string, PdfValue>): boolean =>
  nameOf(dictionary.get('Type')) === 'ObjStm' || (dictionary.has('First') && dictionary.has('N'));

/** Bytes that are differences of bytes read as something else. */
function refusePredicted(parameters: PdfValue): void {
  const plain = parameters === undefined || (parameters instanceof Map && !parameters.has('Predictor'));
  if (!plain) throw new PdfBroken('an object stream of unusual packing');
}

function scanObjectStream(scan: Scan, dictionary: ReadonlyMap<string, PdfValue>, packed: Buffer): void {
  refusePredicted(dictionary.get('DecodeParms') ?? dictionary.get('DP'));
  const bytes = inflate(scan, dictionary.get('Filter'), packed);
  const first = numberOf(dictionary.get('First'));
  const numbers = placesIn(bytes, first);
  const lexer = lexerOf(scan, bytes, Math.max(0, first));
  for (;;) {
    const start = behindBlanks(bytes, lexer.at);
    lexer.at = start;
    const read = lexer.value();
    if ('end' in read) {
      if (read.end === '') break;
      throw new PdfBroken('a word in an object stream');
    }
    for (const number of numbers.get(start) ?? []) noteObject(scan, number, read.value);
    numbers.delete(start);
  }
  // Read from its middle, an object may be another one.
  if (numbers.size > 0) throw new PdfBroken('an object stream whose places lead elsewhere');
}

/** Numbers of objects, by where they begin in a stream of them (ISO 32000-2, 7.5.7). */
function placesIn(bytes: Buffer, first: number): Map<number, number[]> {
  const places = new Map<number, number[]>();
  const header = bytes.toString('latin1', 0, Math.max(0, Math.min(first, bytes.length)));
  for (const [, number, offset] of header.matchAll(/(\d{1,10})[\s\0]+(\d{1,10})/g)) {
    const start = behindBlanks(bytes, first + Number(offset));
    if (start < bytes.length) places.set(start, [...(places.get(start) ?? []), Number(number)]);
    if (places.size > mostPacked) throw new PdfBroken('too many objects');
  }
  return places;
}

function behindBlanks(bytes: Buffer, at: number): number {
  let start = at;
  while (/\s|\0/.test(String.fromCharCode(bytes[start] ?? 1))) start += 1;
  return start;
}

function inflate(scan: Scan, filter: PdfValue, packed: Buffer): Buffer {
  const filters = Array.isArray(filter) ? filter : [filter];
  if (filter === undefined) return packed;
  if (filters.length !== 1 || !/^(?:FlateDecode|Fl)$/.test(nameOf(filters[0]) ?? '')) {
    throw new PdfBroken('an object stream of unusual packing');
  }
  if (scan.encrypted) return Buffer.alloc(0);
  try {
    const bytes = inflateSync(packed, { maxOutputLength: maxStreamBytes });
    scan.inflated += bytes.length;
    if (scan.inflated > maxInflatedBytes) throw new PdfBroken('its object streams are too large');
    return bytes;
  } catch (error) {
    if (error instanceof PdfBroken) throw error;
    throw new PdfBroken('an object stream cannot be unpacked');
  }
}
