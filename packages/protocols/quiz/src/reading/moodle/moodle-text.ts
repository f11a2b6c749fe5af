import type { XmlElement } from '@sinau/findings';
import { type RichText, textOf } from '../../rich-text.ts';
import { decodeBase64 } from '../base64.ts';
import { type Gathering, lossReporter } from '../gather.ts';
import { type ImageType, imageHeadBytes, imageTypeOf } from '../image-type.ts';
import { collectRichText } from '../markup/collect-rich-text.ts';
import { readHtml } from '../markup/read-html.ts';
import { readXmlMarkup } from '../markup/read-xml-markup.ts';
import { digestOf } from '../stable-id.ts';

/** An image that lay inside the document. */
export interface EmbeddedImage extends ImageType {
  readonly bytes: Uint8Array;
}

export interface MoodleReading extends Gathering {
  /** By the names that texts call them. */
  readonly images: Map<string, EmbeddedImage>;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of a child, or of the `<text>` in it. */
export function plainOf(element: XmlElement | undefined, name: string): string {
  const child = childOf(element, name);
  return (childOf(child, 'text') ?? child)?.text.trim() ?? '';
}

/** An element that holds a `<text>` in the format that it names, and files for it. */
export function richOf(reading: MoodleReading, holder: XmlElement | undefined, question: string): RichText {
  const element = childOf(holder, 'text') ?? holder;
  if (!holder || !element) return [];
  const format = holder.attributes.find(({ name }) => name === 'format')?.value;
  if (format === 'plain_text' || format === 'markdown') return textOf(element.text.replace(/\r/g, ''));
  const files = new Map(childrenOf(holder, 'file').map((file) => [nameOf(file), file.text]));
  const lost = lossReporter(reading, question, element);
  const text = collectRichText({ imageOf: (src) => imageOf(reading, files, src), lost });
  if (element.children.length > 0) readXmlMarkup(element, text);
  // This format keeps the lines that were typed.
  else readHtml(format === 'moodle_auto_format' ? element.text.replace(/\n/g, '<br>') : element.text, text);
  return text.finish();
}

const nameOf = ({ attributes }: XmlElement): string => {
  const of = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value ?? '';
  return `${of('path') || '/'}${of('name')}`.replace(/^\/+/, '');
};

function imageOf(
  { images }: MoodleReading,
  files: ReadonlyMap<string, string>,
  src: string,
): string | undefined {
  const [, data] = /^data:image\/[\w.+-]{1,30};base64,(.*)$/s.exec(src) ?? [];
  const [, path] = /^@@PLUGINFILE@@\/+([^?#]*)/.exec(src) ?? [];
  const encoded = data ?? (path === undefined ? undefined : (files.get(path) ?? files.get(unescaped(path))));
  if (encoded === undefined) return undefined;
  const digest = digestOf(encoded);
  const known = [...images.keys()].find((name) => name.includes(digest));
  if (known !== undefined) return known;
  const bytes = decodeBase64(encoded);
  const type = bytes && imageTypeOf(bytes.subarray(0, imageHeadBytes));
  if (!bytes || !type) return undefined;
  const name = `images/${digest}.${type.extension}`;
  images.set(name, { ...type, bytes });
  return name;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
