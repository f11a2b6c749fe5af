import { parseArgs } from 'node:util';
import { importFigures } from './catalogue/import-speed.ts';
import { searchFigures } from './catalogue/search-speed.ts';
import { figure } from './figure.ts';

const parts = ['search', 'import'] as const;

/**
 * How fast the catalogue is. Options: `--courses N` (synthetic ones to search in, default 20000), `--requests N` (searches
 * that are measured, default 1500), `--megabytes N` (of the package that is imported, default 500), `--only search|import`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      courses: { type: 'string', default: '20000' },
      requests: { type: 'string', default: '1500' },
      megabytes: { type: 'string', default: '500' },
      only: { type: 'string' },
    },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  if (wanted.includes('search')) {
    const scale = { courses: Number(values.courses), requests: Number(values.requests) };
    for (const line of await searchFigures(scale)) figure(line);
  }
  if (wanted.includes('import')) {
    for (const line of await importFigures({ megabytes: Number(values.megabytes) })) figure(line);
  }
}
