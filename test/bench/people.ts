import { parseArgs } from 'node:util';
import { figure } from './figure.ts';
import { loadBundled } from './load-bundled.ts';
import { costFigures } from './people/cost.ts';
import type { pageFigures } from './people/pages.ts';

const parts = ['cost', 'pages'] as const;

/**
 * How long pages take, and what a fact costs, with many people. Options: `--people N` (default 40000, half of them in one
 * agency), `--lines N` (of the ledger of JP, default 500000), `--requests N` (that are measured, default 200), `--only cost|pages`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '40000' },
      lines: { type: 'string', default: '500000' },
      requests: { type: 'string', default: '200' },
      only: { type: 'string' },
    },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  const [people, lines, requests] = [Number(values.people), Number(values.lines), Number(values.requests)];
  if (wanted.includes('cost')) {
    // The same share of lines for everybody, so that a ledger is as long in both.
    for (const size of [people / 10, people]) {
      for (const line of await costFigures(size, (lines * size) / people)) figure(line);
    }
  }
  if (wanted.includes('pages')) {
    const built = await loadBundled<{ readonly pageFigures: typeof pageFigures }>('people/pages.ts');
    for (const line of await built.pageFigures({ people, lines, requests })) figure(line);
  }
}
