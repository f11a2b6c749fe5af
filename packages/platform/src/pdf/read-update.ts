import { objectHeaderBefore, PdfBroken, PdfLexer, type PdfValue, refOf } from './pdf-lexer.ts';

/** An object of a file, and where it stands. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly start: number;
  readonly end: number;
}

/** One part of a file that ends with a table of objects (ISO 32000-2, 7.5.6). */
export interface PdfSection {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly root: number;
  /** Where its table begins. */
  readonly tableAt: number;
}

const silent = () => undefined;

/** Objects from `from` on, each of which stands there once. Throws `PdfBroken`, also for objects that are packed into streams. */
export function readObjects(bytes: Buffer, from: number): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (let at = bytes.indexOf('obj', from); at >= 0; ) {
    const header = objectHeaderBefore(bytes, at);
    if (!header || header.start < from) {
      at = bytes.indexOf('obj', at + 3);
      continue;
    }
    const lexer = new PdfLexer(bytes, { at: at + 3, seen: silent });
    const read = lexer.value();
    const value = 'value' in read ? read.value : undefined;
    let end = lexer.at;
    const next = 'value' in read ? lexer.value() : read;
    if ('end' in next && next.end === 'stream') {
      end = bytes.indexOf('endstream', lexer.at);
      if (end < 0) throw new PdfBroken('a stream does not end');
      if (value instanceof Map && (value.has('First') || value.has('W')))
        throw new PdfBroken('packed objects');
    }
    if (objects.has(header.number)) throw new PdfBroken('an object that is there twice');
    objects.set(header.number, { value, start: header.start, end });
    at = bytes.indexOf('obj', bytes.indexOf('endobj', end) < 0 ? end : bytes.indexOf('endobj', end) + 6);
  }
  return objects;
}

/** The table that the last line of a file leads to, within the first `length` bytes. */
export function lastTable(bytes: Buffer, length = bytes.length): number {
  const tail = bytes.toString('latin1', Math.max(0, length - 64), length);
  const match = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail);
  if (!match) throw new PdfBroken('no end of a file');
  return Number(match[1]);
}

/**
 * What was added behind the first `length` bytes: one part, whose table leads to its own objects and to nothing else, and on to the table of
 * before. So a viewer sees what is read here.
 */
export function readUpdate(bytes: Buffer, length: number): PdfSection {
  const objects = readObjects(bytes, length);
  const tableAt = lastTable(bytes);
  if (tableAt < length) throw new PdfBroken('an end that leads back');
  const { entries, trailer } = readTable(bytes, tableAt);
  if (trailer.get('Prev') !== lastTable(bytes, length))
    throw new PdfBroken('not one update of what was sent');
  const named = new Set(entries.map(({ number }) => number));
  for (const { number, at } of entries) {
    const object = objects.get(number);
    if (!object || object.start !== at) throw new PdfBroken('a table that leads elsewhere');
  }
  if (named.size !== objects.size) throw new PdfBroken('objects that no table names');
  return { objects, tableAt, root: rootOf(trailer) };
}

/** A whole file of one part. */
export function readPlain(bytes: Buffer): PdfSection {
  const tableAt = lastTable(bytes);
  const { trailer } = readTable(bytes, tableAt);
  if (trailer.has('Prev')) throw new PdfBroken('a file of several parts');
  return { objects: readObjects(bytes, 0), tableAt, root: rootOf(trailer) };
}

function rootOf(trailer: ReadonlyMap<string, PdfValue>): number {
  const root = refOf(trailer.get('Root'));
  if (root === undefined || trailer.has('Encrypt') || trailer.has('XRefStm'))
    throw new PdfBroken('an odd trailer');
  return root;
}

/** A table of lines (ISO 32000-2, 7.5.4); objects that are in use, and the trailer behind it. */
function readTable(bytes: Buffer, tableAt: number) {
  const end = bytes.indexOf('trailer', tableAt);
  if (end < 0 || end - tableAt > 1024 * 1024) throw new PdfBroken('no table of lines');
  const [word, ...lines] = bytes
    .toString('latin1', tableAt, end)
    .trim()
    .split(/\s*[\r\n]+\s*/);
  if (word !== 'xref') throw new PdfBroken('no table of lines');
  const entries: { readonly number: number; readonly at: number }[] = [];
  let next = 0;
  for (const line of lines) {
    const head = /^(\d{1,10}) (\d{1,10})$/.exec(line);
    const entry = /^(\d{10}) \d{5} ([nf])$/.exec(line);
    if (head && !entry) next = Number(head[1]);
    else if (entry) {
      // Nothing may be taken away: an object that is free is one that was never there, but for the first.
      if (entry[2] === 'n') entries.push({ number: next, at: Number(entry[1]) });
      else if (next !== 0) throw new PdfBroken('an object is taken away');
      next += 1;
    } else throw new PdfBroken('no table of lines');
  }
  const read = new PdfLexer(bytes, { at: end + 7, seen: silent }).value();
  if (!('value' in read) || !(read.value instanceof Map)) throw new PdfBroken('no trailer');
  return { entries, trailer: read.value as ReadonlyMap<string, PdfValue> };
}
