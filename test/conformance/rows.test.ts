import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Row {
  readonly file: string;
  readonly title: string;
}

/** Rows of the tables: with a file of their own, or in the file that the text above the table names. */
function rowsOf(markdown: string): readonly Row[] {
  const rows: Row[] = [];
  let above = '';
  for (const line of markdown.split('\n')) {
    const named = /: `(.*\.ts)`\.$/.exec(line)?.[1];
    if (named !== undefined) above = named;
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : [];
    const file = /^`(.*\.ts)`$/.exec(cells[1] ?? '')?.[1];
    const title = cells.at(-1) ?? '';
    if (cells.length === 3 && file !== undefined) rows.push({ file, title });
    if (cells.length === 2 && above !== '' && title !== 'test' && !/^-+$/.test(title))
      rows.push({ file: above, title });
  }
  return rows;
}

/** First cells of tables that have three. */
const rulesOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^\| (.*?) \| `.*?\.ts` \| .* \|$/gm)].map(([, rule = '']) => rule);

describe('docs/conformance.md', () => {
  it('names tests that there are', async () => {
    const rows = rowsOf(await readFile(join(root, 'docs/conformance.md'), 'utf8'));
    expect(rows.length).toBeGreaterThan(90);
    for (const { file, title } of rows) {
      expect(await readFile(join(root, file), 'utf8'), `${file}: ${title}`).toContain(title);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'has what tools are forgiven (1.8 #%i), and what they are not',
    async (quirk) => {
      const markdown = await readFile(join(root, 'docs/conformance.md'), 'utf8');
      const rules = rulesOf(markdown).filter((rule) => rule.startsWith(`1.8 #${quirk} `));
      const isTwin = (rule: string) => rule.includes(' twin');
      expect(rules.some(isTwin), 'what is refused').toBe(true);
      expect(
        rules.some((rule) => !isTwin(rule)),
        'what is taken',
      ).toBe(true);
    },
  );

  it('names every test of the two suites that stand for it', async () => {
    const listed = new Set(
      rowsOf(await readFile(join(root, 'docs/conformance.md'), 'utf8')).map(({ title }) => title),
    );
    for (const name of ['reads', 'writes']) {
      const source = await readFile(
        join(root, `functions/xapi/testing/conformance-${name}.contract.ts`),
        'utf8',
      );
      const titles = [...source.matchAll(/(?:\bit|\]\))\('((?:[^'\\]|\\.)+)', async/g)].map(
        ([, title]) => title,
      );
      expect(titles.length).toBeGreaterThan(25);
      for (const title of titles) expect(listed, title).toContain(title);
    }
  });
});
