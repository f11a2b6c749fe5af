import type { XmlPosition } from './xml-tree.ts';

/** Start tag as it stands in the text; names are qualified (`prefix:local`). */
export interface TagLocation extends XmlPosition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlPosition>;
}

const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['</', '>'],
];

/**
 * Start tags in document order. libxml2 keeps only the line where a tag ends, so columns come from this scan of the
 * same text. For text that libxml2 has accepted and that has no DOCTYPE; anything else ends the scan early.
 */
export function locateTags(text: string): readonly TagLocation[] {
  const tags: TagLocation[] = [];
  const place = positionsOf(text);
  let at = 0;
  while (true) {
    at = text.indexOf('<', at);
    if (at < 0) return tags;
    const end = endOfSkipped(text, at);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const tag = readTag({ text, place }, at);
    tags.push(tag.location);
    at = tag.end;
  }
}

/** Where the document type declaration stands, when the prolog has one. */
export function findDoctype(text: string): XmlPosition | undefined {
  let at = 0;
  while (true) {
    at = text.indexOf('<', at);
    if (at < 0) return undefined;
    if (text.startsWith('<!DOCTYPE', at)) return positionsOf(text)(at);
    const end = endOfSkipped(text, at);
    if (end === undefined) return undefined;
    at = end;
  }
}

function endOfSkipped(text: string, at: number): number | undefined {
  const found = skipped.find(([open]) => text.startsWith(open, at));
  if (!found) return undefined;
  const end = text.indexOf(found[1], at + found[0].length);
  return end < 0 ? text.length : end + found[1].length;
}

const namePattern = /[^\s=/>"'<]+/y;
const valuePattern = /\s*=\s*(?:"[^"]*"|'[^']*')/y;
const spacePattern = /\s*/y;

function readTag(
  source: { readonly text: string; readonly place: (at: number) => XmlPosition },
  start: number,
): { location: TagLocation; end: number } {
  const { text, place } = source;
  const read = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  const position = place(start);
  const name = read(namePattern, start + 1);
  const attributes = new Map<string, XmlPosition>();
  let at = start + 1 + name.length;
  while (at < text.length) {
    at += read(spacePattern, at).length;
    const attribute = read(namePattern, at);
    if (!attribute) break;
    attributes.set(attribute, place(at));
    at += attribute.length;
    at += read(valuePattern, at).length;
  }
  const close = text.indexOf('>', at);
  return { location: { ...position, name, attributes }, end: close < 0 ? text.length : close + 1 };
}

/** Offsets must be asked in ascending order: the counter walks forward once. */
function positionsOf(text: string): (at: number) => XmlPosition {
  let line = 1;
  let lineStart = 0;
  // Kept between calls: to look for it anew each time would read a text of one line as often as it has tags.
  let next = text.indexOf('\n');
  return (at) => {
    while (next >= 0 && next < at) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { line, column: at - lineStart + 1 };
  };
}
