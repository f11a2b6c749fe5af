import { decodeEntities } from '@sinau/quiz/markup';

/** The document is none that a spreadsheet has written. */
export class XmlBroken extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'XmlBroken';
  }
}

export type XmlPiece =
  | { readonly is: 'open'; readonly name: string; readonly attributes: string }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/**
 * Pieces of a document in order, without a tree: a sheet of ten thousand rows has half a million elements. There are no
 * entities but the predefined ones, since a document type declaration is refused (cases A5, A6). Throws `XmlBroken`.
 */
export function* scanXml(text: string): Generator<XmlPiece> {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const end = start < 0 ? text.length : start;
    if (end > at && open.length > 0) yield { is: 'text', text: decodeEntities(text.slice(at, end)) };
    if (start < 0) break;
    const skipped = skip(text, start);
    if (skipped) {
      if (skipped.words !== undefined && open.length > 0) yield { is: 'text', text: skipped.words };
      at = skipped.end;
      continue;
    }
    tag.lastIndex = start;
    const [whole, closes, name = '', attributes = '', isEmpty] = tag.exec(text) ?? [];
    if (whole === undefined) throw new XmlBroken('a tag is not well-formed');
    at = start + whole.length;
    const local = name.slice(name.indexOf(':') + 1);
    if (closes) {
      if (open.pop() !== name) throw new XmlBroken('an end tag closes nothing');
      yield { is: 'close', name: local };
      continue;
    }
    if (open.length > 200) throw new XmlBroken('elements lie too deep');
    yield { is: 'open', name: local, attributes };
    if (isEmpty) yield { is: 'close', name: local };
    else open.push(name);
  }
  if (open.length > 0) throw new XmlBroken('the document breaks off');
}

/** What is no element: its end, and its words where it has some. */
function skip(text: string, at: number): { readonly end: number; readonly words?: string } | undefined {
  if (text.startsWith('<?', at)) return { end: behind(text, '?>', at) };
  if (text.startsWith('<!--', at)) return { end: behind(text, '-->', at) };
  if (text.startsWith('<![CDATA[', at)) {
    const end = behind(text, ']]>', at);
    return { end, words: text.slice(at + 9, end - 3) };
  }
  if (text.startsWith('<!', at)) throw new XmlBroken('a document type declaration is not allowed');
  return undefined;
}

function behind(text: string, mark: string, at: number): number {
  const end = text.indexOf(mark, at);
  if (end < 0) throw new XmlBroken('the document breaks off');
  return end + mark.length;
}

const patterns = new Map<string, RegExp>();

/** One attribute of a start tag, by its local name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const [whole, double, single] = pattern.exec(attributes) ?? [];
  return whole === undefined ? undefined : decodeEntities(double ?? single ?? '');
}
