import type { RichText, TextBlock, TextRun } from '@sinau/quiz';
import { element } from '../element.ts';

/** A text as elements; whatever it says, it becomes words and never markup. Images are files of this origin, loaded when they come near. */
export function richText(text: RichText): readonly HTMLElement[] {
  return text.map(blockOf);
}

function blockOf(block: TextBlock): HTMLElement {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, ...runs(block.runs));
    case 'code':
      return element('pre', { tabIndex: 0 }, element('code', {}, block.text));
    case 'list': {
      const items = block.items.map((item) => element('li', {}, ...runs(item)));
      return element(block.ordered ? 'ol' : 'ul', {}, ...items);
    }
    case 'image':
      return element('p', {}, image(block.src, block.alt));
  }
}

/** The same for places where blocks cannot stand, such as labels. */
export function inlineText(text: RichText): readonly Node[] {
  return text.flatMap((block, index) => [
    ...(index === 0 ? [] : [document.createTextNode(' ')]),
    ...inlineBlock(block),
  ]);
}

function inlineBlock(block: TextBlock): readonly Node[] {
  switch (block.type) {
    case 'paragraph':
      return runs(block.runs);
    case 'code':
      return [element('code', {}, block.text)];
    case 'list':
      return block.items.flatMap((item) => [...runs(item), document.createTextNode('; ')]);
    case 'image':
      return [image(block.src, block.alt)];
  }
}

function runs(all: readonly TextRun[]): readonly Node[] {
  return all.map(({ text, strong, emphasis, code }) => {
    let node: Node = code ? element('code', {}, text) : document.createTextNode(text);
    if (emphasis) node = element('em', {}, node);
    if (strong) node = element('strong', {}, node);
    return node;
  });
}

function image(src: string, alt: string): Node {
  const url = fileUrl(src, location.origin);
  if (url === undefined) return document.createTextNode(alt);
  return element('img', { src: url, alt, loading: 'lazy', decoding: 'async' });
}

/** Address of a file of this package; undefined for one that would lead elsewhere. */
export function fileUrl(name: string, origin: string): string | undefined {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const url = URL.canParse(`/${path}`, origin) ? new URL(`/${path}`, origin) : undefined;
  return url?.origin === origin ? url.href : undefined;
}
