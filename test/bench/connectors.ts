import { parseArgs } from 'node:util';
import { syncFigures } from './connectors/sync-speed.ts';
import { figure } from './figure.ts';

const parts = ['sync'] as const;

/**
 * How fast connections work, and in how much memory. Options: `--courses N` (in the catalogue of a Moodle, default 10000),
 * `--only sync`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { courses: { type: 'string', default: '10000' }, only: { type: 'string' } },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  for (const line of await syncFigures({ courses: Number(values.courses) })) figure(line);
}
