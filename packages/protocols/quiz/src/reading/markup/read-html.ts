import { decodeEntities } from './entities.ts';
import type { MarkupSink } from './markup-sink.ts';

/** Elements whose content is no markup. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/** Elements without end tags. */
const empty = new Set([
  'br',
  'hr',
  'img',
  'input',
  'source',
  'track',
  'wbr',
  'col',
  'embed',
  'area',
  'link',
  'meta',
]);

/**
 * Gives the pieces of HTML to a sink, in one pass from front to back. No browser ever sees the text, so it only has to be
 * understood, however it is written: what is no tag is text, and the sink puts up with tags that are left open.
 */
export function readHtml(html: string, sink: MarkupSink): void {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    const end = start < 0 ? html.length : start;
    if (end > at) sink.text(decodeEntities(html.slice(at, end)));
    if (start < 0) return;
    at = readTag(html, start, sink);
  }
}

/** Reads what begins with `<`; answers where it ends. */
function readTag(html: string, start: number, sink: MarkupSink): number {
  if (html.startsWith('<!--', start)) return behind(html, '-->', start + 4);
  if (/^<[!?]/.test(html.slice(start, start + 2))) return behind(html, '>', start);
  const tag = /<(\/?)([a-z][a-z\d:-]{0,40})/iy;
  tag.lastIndex = start;
  const [written, slash, name] = tag.exec(html) ?? [];
  if (written === undefined || name === undefined) {
    sink.text('<');
    return start + 1;
  }
  const lower = (name.split(':').at(-1) ?? name).toLowerCase();
  const { attributes, end, closed } = readAttributes(html, start + written.length);
  if (slash) {
    sink.close(lower);
    return end;
  }
  sink.open(lower, attributes);
  if (empty.has(lower) || closed) sink.close(lower);
  if (!rawText.has(lower) || closed) return end;
  const close = indexOfClosing(html, lower, end);
  sink.text(html.slice(end, close));
  return close;
}

interface Attributes {
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
  /** Written as `<x/>`. */
  readonly closed: boolean;
}

function readAttributes(html: string, start: number): Attributes {
  const attributes = new Map<string, string>();
  const attribute = /[\s/]*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;
  let at = start;
  for (;;) {
    attribute.lastIndex = at;
    const [written, name, double, single, bare] = attribute.exec(html) ?? [];
    if (!written || name === undefined) break;
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
    at += written.length;
  }
  const end = behind(html, '>', at);
  return { attributes, end, closed: html[end - 2] === '/' };
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function indexOfClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}
