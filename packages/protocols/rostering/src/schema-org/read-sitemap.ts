import { scanXml, XmlBroken } from '../scan-xml.ts';

/** Addresses of pages, or of further sitemaps. */
export interface Sitemap {
  readonly kind: 'pages' | 'sitemaps';
  readonly addresses: readonly string[];
}

/** A sitemap (sitemaps.org). Undefined: it is something else, such as a page. `broken`: one that breaks off. */
export function readSitemap(text: string): Sitemap | 'broken' | undefined {
  const [, root] =
    /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*|<\?[^>]*>\s*)*<(?:\w+:)?(urlset|sitemapindex)\b/.exec(
      text,
    ) ?? [];
  if (root === undefined) return undefined;
  const addresses = new Set<string>();
  const open: string[] = [];
  let words = '';
  try {
    for (const piece of scanXml(text)) {
      if (piece.is === 'open') open.push(piece.name);
      else if (piece.is === 'text') words += isLoc(open) ? piece.text : '';
      else {
        if (isLoc(open) && words.trim() !== '') addresses.add(words.trim());
        words = '';
        open.pop();
      }
    }
  } catch (error) {
    if (error instanceof XmlBroken) return 'broken';
    throw error;
  }
  return { kind: root === 'urlset' ? 'pages' : 'sitemaps', addresses: [...addresses] };
}

/** Pictures of a page have addresses of their own, which are called the same. */
const isLoc = (open: readonly string[]): boolean =>
  open.length === 3 && open[2] === 'loc' && /^(url|sitemap)$/.test(open[1] ?? '');
