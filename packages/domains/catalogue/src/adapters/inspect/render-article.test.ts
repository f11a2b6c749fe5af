import { describe, expect, it } from 'vitest';
import { renderArticle } from './render-article.ts';

const htmlOf = async (text: string) => {
  const bytes = await renderArticle(text);
  return bytes && new TextDecoder().decode(bytes);
};

describe('renderArticle', () => {
  it('reads Markdown with tables', async () => {
    expect(await htmlOf('# Etika *ASN*\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe(
      '<h1>Etika <em>ASN</em></h1>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody></table>\n',
    );
  });

  it('A6: leaves a table of thousands of millions of cells to nobody', async () => {
    const columns = 50_000;
    const bomb = `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(100_000)}`;
    expect(await htmlOf(bomb)).toBeUndefined();
  });

  it('A6: gives up a text that takes for ever', async () => {
    const endless = '['.repeat(1_000_000);
    expect(await renderArticle(endless, 50)).toBeUndefined();
  });
});
