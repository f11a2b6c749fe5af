import type { RichText } from '../../rich-text.ts';
import type { MarkupSink } from './markup-sink.ts';
import { writeSmall } from './small-signs.ts';
import { type BlockWriter, createBlockWriter, type RunForm } from './write-blocks.ts';

/** What could not be kept, or only otherwise. */
export type Loss =
  | { readonly kind: 'element'; readonly element: string }
  | { readonly kind: 'image'; readonly image: string }
  /** Kept, but nothing says what it shows. */
  | { readonly kind: 'no-alt'; readonly image: string }
  | { readonly kind: 'table' };

export interface RichTextOptions {
  /** The file of the quiz that an image's address means; undefined when there is none. */
  readonly imageOf: (src: string) => string | undefined;
  readonly lost: (loss: Loss) => void;
}

/** Gone with everything inside, and the author is told. */
const dropped = new Set([
  ...['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'video', 'audio', 'canvas'],
  ...['svg', 'math', 'form', 'input', 'select', 'textarea', 'button', 'portal', 'template'],
]);
/** Gone silently: nobody has seen them. */
const unseen = new Set(['rp', 'style', 'head', 'title', 'meta', 'link', 'noscript', 'source', 'track']);
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Elements that stand in lines of their own. */
const lines = new Set([
  ...['p', 'div', 'section', 'article', 'blockquote', 'header', 'footer', 'main', 'aside', 'address', 'li'],
  ...['figure', 'figcaption', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'caption', 'dl', 'dt', 'dd', 'hr'],
  ...headings,
]);
const forms = {
  strong: new Set(['b', 'strong', 'th', 'dt', ...headings]),
  emphasis: new Set(['i', 'em', 'cite', 'dfn', 'var']),
  code: new Set(['code', 'kbd', 'samp', 'tt']),
};

interface Collecting {
  readonly options: RichTextOptions;
  readonly writer: BlockWriter;
  /** How many elements of a form are open. */
  readonly open: { strong: number; emphasis: number; code: number };
  /** Inside of what falls away. */
  skipped: { readonly name: string; depth: number } | undefined;
  small: { readonly place: 'sup' | 'sub'; text: string } | undefined;
  verbatim: string | undefined;
}

/**
 * Makes a text of markup: paragraphs, lists, code and images as data. Nothing of the markup itself is left. It puts up with
 * tags that are not closed, closed twice or in another order.
 */
export function collectRichText(options: RichTextOptions): MarkupSink & { finish(): RichText } {
  const open = { strong: 0, emphasis: 0, code: 0 };
  const writer = createBlockWriter();
  const state: Collecting = {
    ...{ options, writer, open },
    ...{ skipped: undefined, small: undefined, verbatim: undefined },
  };
  return {
    open: (name, attributes) => openElement(state, name, attributes),
    close: (name) => closeElement(state, name),
    text: (text) => addText(state, text),
    finish() {
      endSmall(state);
      endVerbatim(state);
      return writer.finish();
    },
  };
}

function openElement(state: Collecting, name: string, attributes: ReadonlyMap<string, string>): void {
  if (state.skipped) {
    if (state.skipped.name === name) state.skipped.depth += 1;
    return;
  }
  const isImage = name === 'img' || (name === 'object' && /^image\//.test(attributes.get('type') ?? ''));
  if (isImage) addImage(state, attributes);
  else if (dropped.has(name)) state.options.lost({ kind: 'element', element: name });
  if (dropped.has(name) || unseen.has(name)) {
    state.skipped = { name, depth: 1 };
    return;
  }
  if (name === 'table') state.options.lost({ kind: 'table' });
  startLine(state, name);
  changeForm(state, name, 1);
}

function startLine(state: Collecting, name: string): void {
  const { writer } = state;
  if (lines.has(name)) writer.endLine();
  else if (name === 'ul' || name === 'ol') writer.openList(name === 'ol');
  else if (name === 'pre') state.verbatim ??= '';
  else if (name === 'sup' || name === 'sub') state.small ??= { place: name, text: '' };
  else if (name === 'rt') writer.write(' (');
  else if (name === 'br') breakLine(state);
  else if ((name === 'td' || name === 'th') && !writer.isLineStart()) writer.write(' | ');
}

/** Items of lists have one line. */
function breakLine(state: Collecting): void {
  if (state.verbatim !== undefined) state.verbatim += '\n';
  else if (state.writer.isInList()) state.writer.write(' ');
  else state.writer.endLine();
}

function closeElement(state: Collecting, name: string): void {
  if (state.skipped) {
    if (state.skipped.name === name) state.skipped.depth -= 1;
    if (state.skipped.depth === 0) state.skipped = undefined;
    return;
  }
  if (lines.has(name)) state.writer.endLine();
  else if (name === 'ul' || name === 'ol') state.writer.closeList();
  else if (name === 'pre') endVerbatim(state);
  else if (name === 'rt') state.writer.write(')');
  else if (name === 'sup' || name === 'sub') endSmall(state);
  changeForm(state, name, -1);
}

function changeForm({ open }: Collecting, name: string, by: 1 | -1): void {
  for (const form of ['strong', 'emphasis', 'code'] as const) {
    if (forms[form].has(name)) open[form] = Math.max(0, open[form] + by);
  }
}

function addText(state: Collecting, text: string): void {
  if (state.skipped) return;
  const shown = visible(text);
  if (state.verbatim !== undefined) state.verbatim += shown.replace(/\r\n?/g, '\n');
  else if (state.small) state.small.text += shown;
  else state.writer.write(shown, formOf(state));
}

const formOf = ({ open }: Collecting): RunForm => ({
  ...(open.strong > 0 && { strong: true }),
  ...(open.emphasis > 0 && { emphasis: true }),
  ...(open.code > 0 && { code: true }),
});

function addImage(state: Collecting, attributes: ReadonlyMap<string, string>): void {
  const { options, writer } = state;
  const image = attributes.get('src') ?? attributes.get('data') ?? '';
  const alt = visible(attributes.get('alt') ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const src = options.imageOf(image);
  if (src !== undefined) {
    if (alt === '') options.lost({ kind: 'no-alt', image: shortName(image) });
    writer.add({ type: 'image', src, alt });
    return;
  }
  options.lost({ kind: 'image', image: shortName(image) });
  if (alt !== '') writer.write(` [${alt}] `);
}

/** An image may be written out in its address. */
const shortName = (image: string): string => (image.startsWith('data:') ? 'data:' : image);

function endVerbatim(state: Collecting): void {
  const text = (state.verbatim ?? '').replace(/^\n/, '').trimEnd();
  if (text !== '') state.writer.add({ type: 'code', text });
  state.verbatim = undefined;
}

function endSmall(state: Collecting): void {
  if (!state.small) return;
  const { place, text } = state.small;
  state.small = undefined;
  state.writer.write(writeSmall(place, text), formOf(state));
}

/** Without what cannot be seen, and no half signs. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}
