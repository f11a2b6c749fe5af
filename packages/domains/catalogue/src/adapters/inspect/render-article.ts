import { runInNewContext } from 'node:vm';

/** Under what name, and as what for the viewer, the HTML of an article is stored. Browsers are told that it is plain text. */
export const renderedArticle = { src: 'article.html.txt', type: 'text/html; charset=utf-8' } as const;

/** What a text may take: more is left to the reader's browser, which does it bit by bit for one learner. */
const usualPatienceMs = 2000;
const mostCells = 500_000;
const maxRenderedBytes = 4 * 1024 * 1024;

/**
 * Markdown as HTML, so that the viewer needs no reader of Markdown. It is as hostile as the text was: whoever shows it
 * cleans it first. Undefined for a text that takes too long or grows too large; it is shown as before.
 */
export async function renderArticle(
  text: string,
  patienceMs = usualPatienceMs,
): Promise<Uint8Array | undefined> {
  if (mayExplode(text)) return undefined;
  const { marked } = await import('marked');
  const render = () => marked.parse(text, { async: false, gfm: true });
  try {
    // Readers of Markdown have patterns that take for ever: this ends them from outside.
    const html: unknown = runInNewContext('render()', { render }, { timeout: patienceMs });
    const bytes = new TextEncoder().encode(String(html));
    return bytes.length <= maxRenderedBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** A table fills every row up to the width of its head, so a megabyte of text can ask for thousands of millions of cells. */
function mayExplode(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const widest = lines.reduce((most, line) => Math.max(most, line.split('|').length), 0);
  return widest > 2 && widest * lines.length > mostCells;
}
