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

/** Comments that begin a line, whose tests nobody runs. */
const withoutComments = (source: string): string =>
  source.replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** A title stands for a test that runs: behind `it(`, `describe(` or a table of cases, and neither it nor what is around it is left out. */
function isRun(source: string, title: string): boolean {
  const code = withoutComments(source);
  if (/\b(?:describe|it|test)(?:\.\w+)*\.(?:skip|todo|fails)\b/.test(code)) return false;
  return ["'", '"', '`'].some((quote) => {
    const inCode = title.replaceAll(quote, `\\${quote}`);
    for (let at = code.indexOf(inCode); at >= 0; at = code.indexOf(inCode, at + 1)) {
      const start = code.lastIndexOf('\n', at) + 1;
      const [line, above] = [code.slice(start, at), code.slice(0, start).trimEnd()];
      const opening = /^\s*['"`][^'"`]*$/.test(line) ? `${above}${line.trim()}` : line;
      // A case of a table whose tests are called by it.
      if (/^\s*\[['"`]$/.test(line) && /\]\)\(\s*'%s'/.test(code)) return true;
      if (/(?:\b(?:describe|it|test)|\)|`)\(['"`](?:[^'"`\\]|\\.)*$/.test(opening)) return true;
    }
    return false;
  });
}

/** First cells of tables that have three. */
const rulesOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^\| (.*?) \| `.*?\.ts` \| .* \|$/gm)].map(([, rule = '']) => rule);

describe('docs/conformance.md', () => {
  it('names tests that there are', async () => {
    const rows = rowsOf(await readFile(join(root, 'docs/conformance.md'), 'utf8'));
    expect(rows.length).toBeGreaterThan(90);
    for (const { file, title } of rows) {
      const source = await readFile(join(root, file), 'utf8');
      // Benchmarks are called by name.
      const stands = file.startsWith('test/bench/') ? source.includes(title) : isRun(source, title);
      expect(stands, `${file}: ${title}`).toBe(true);
    }
  });

  it.each([
    ["it('holds', () => {", true],
    ["it(\n  'holds',\n  async () => {", true],
    ["it.each([\n  ['a'],\n])('holds', (one) => {", true],
    ["it.each([\n  ['holds', 1],\n])('%s', () => {", true],
    ["const cases = [\n  ['holds', 1],\n];", false],
    ["it.skip('holds', () => {", false],
    ["it.todo('holds');", false],
    ["it.each([1]).skip('holds', () => {", false],
    ["describe.skip('all', () => {\n  it('holds', () => {", false],
    ["// it('holds', () => {", false],
    ["/*\nit('holds', () => {\n*/", false],
    ["const text = 'holds';", false],
  ])('takes %j for a test that runs: %s', (source, runs) => {
    expect(isRun(source, 'holds')).toBe(runs);
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
