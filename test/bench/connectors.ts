import { parseArgs } from 'node:util';
import {
  moodleFigures,
  oneRosterFigures,
  openEdxFigures,
  schemaOrgFigures,
  tableFigures,
} from './connectors/read-speed.ts';
import { syncFigures } from './connectors/sync-speed.ts';
import { figure } from './figure.ts';

const parts = ['moodle', 'oneroster', 'openedx', 'schema-org', 'sync', 'tables'] as const;

/**
 * How fast connections work, and in how much memory. Options: `--courses N` (in the catalogue of a Moodle, or rows of a table,
 * default 10000), `--only moodle|oneroster|openedx|schema-org|sync|tables`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { courses: { type: 'string', default: '10000' }, only: { type: 'string' } },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  const scale = { courses: Number(values.courses) };
  const figures = {
    moodle: moodleFigures,
    oneroster: oneRosterFigures,
    openedx: openEdxFigures,
    'schema-org': schemaOrgFigures,
    sync: syncFigures,
    tables: tableFigures,
  };
  for (const part of wanted) for (const line of await figures[part](scale)) figure(line);
}
