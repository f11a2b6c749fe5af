import { element } from '../../element.ts';
import { maxPixels, type PdfLibrary, type PdfPage, scaleOf } from './pdf.ts';

export interface PageView {
  readonly element: HTMLElement;
  /** False where the page has no text, a scan. */
  readonly hasText: boolean;
}

interface Drawing {
  readonly library: PdfLibrary;
  readonly page: PdfPage;
  /** CSS pixels. */
  readonly width: number;
  readonly zoom: number;
  readonly label: string;
  readonly onPage: (destination: unknown) => void;
}

/** One page: its picture, its text over it for selecting and for screen readers, and its links. */
export async function drawPage(drawing: Drawing): Promise<PageView> {
  const { library, page, label } = drawing;
  const natural = page.getViewport({ scale: 1 });
  const memory = (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory;
  const { scale, ratio } = scaleOf(natural, {
    width: drawing.width,
    zoom: drawing.zoom,
    pixelRatio: window.devicePixelRatio,
    maxPixels: maxPixels(memory),
  });
  const viewport = page.getViewport({ scale });
  const canvas = element('canvas', {
    width: Math.floor(viewport.width * ratio),
    height: Math.floor(viewport.height * ratio),
    attributes: { 'aria-hidden': 'true' },
  });
  const text = element('div', { className: 'textLayer' });
  const sheet = element('div', { className: 'sheet', attributes: { role: 'group', 'aria-label': label } });
  sheet.style.width = `${viewport.width}px`;
  sheet.style.height = `${viewport.height}px`;
  // The text layer counts its letters by these.
  sheet.style.setProperty('--total-scale-factor', String(scale));
  sheet.append(canvas, text);
  const content = await page.getTextContent();
  const transform = ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0];
  await Promise.all([
    page.render({ canvas, viewport, ...(transform && { transform }) }).promise,
    new library.TextLayer({ textContentSource: content, container: text, viewport }).render(),
  ]);
  if (content.lang) text.lang = content.lang;
  sheet.append(...(await linksOf(drawing, viewport)));
  return { element: sheet, hasText: content.items.some((item) => 'str' in item && item.str.trim() !== '') };
}

interface Annotation {
  readonly subtype?: string;
  readonly url?: string;
  readonly dest?: unknown;
  readonly rect?: readonly number[];
}

/** Links to the web, https only, and to other pages; nothing else that a document may hold does anything here. */
async function linksOf(
  { page, onPage }: Drawing,
  viewport: ReturnType<PdfPage['getViewport']>,
): Promise<readonly HTMLElement[]> {
  const annotations: readonly Annotation[] = await page.getAnnotations();
  return annotations.flatMap(({ subtype, url, dest, rect }) => {
    if (subtype !== 'Link' || !rect) return [];
    const link = url === undefined ? innerLink(dest, onPage) : webLink(url);
    if (!link) return [];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    const [x1, y1] = viewport.convertToViewportPoint(left, bottom);
    const [x2, y2] = viewport.convertToViewportPoint(right, top);
    link.className = 'pdf-link';
    link.style.left = `${Math.min(x1, x2)}px`;
    link.style.top = `${Math.min(y1, y2)}px`;
    link.style.width = `${Math.abs(x2 - x1)}px`;
    link.style.height = `${Math.abs(y2 - y1)}px`;
    return [link];
  });
}

function webLink(url: string): HTMLElement | undefined {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return undefined;
  return element('a', {
    href: url,
    target: '_blank',
    rel: 'noopener noreferrer',
    attributes: { 'aria-label': new URL(url).host },
  });
}

function innerLink(dest: unknown, onPage: (destination: unknown) => void): HTMLElement | undefined {
  if (dest === null || dest === undefined) return undefined;
  const link = element('button', { type: 'button', attributes: { 'aria-label': '→' } });
  link.addEventListener('click', () => onPage(dest));
  return link;
}
