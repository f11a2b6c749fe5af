import { readHtml } from '@sinau/quiz/markup';

/**
 * Texts of `<script type="application/ld+json">` in the order of the page. Nothing is run: every other script is passed over.
 * `isWhole`: the page has its end tag, so that it did not break off on the way.
 */
export function findDocuments(html: string): {
  readonly texts: readonly string[];
  readonly isWhole: boolean;
} {
  const texts: string[] = [];
  let isData = false;
  readHtml(html, {
    open(name, attributes) {
      const [type = ''] = (attributes.get('type') ?? '').split(';');
      isData = name === 'script' && type.trim().toLowerCase() === 'application/ld+json';
    },
    close() {
      isData = false;
    },
    text(words) {
      if (isData) texts.push(withoutWrapping(words));
      isData = false;
    },
  });
  return {
    texts,
    isWhole: /<\/(html|body)\s*>\s*(<!--[^>]*-->\s*)*(<\/html\s*>\s*)?$/i.test(html.slice(-2_000)),
  };
}

/** What old pages put around scripts, so that browsers of their time did not show them. */
function withoutWrapping(text: string): string {
  return text
    .trim()
    .replace(/^(\/\/\s*)?(<!--|<!\[CDATA\[)/, '')
    .replace(/(\/\/\s*)?(-->|\]\]>)$/, '')
    .trim();
}
