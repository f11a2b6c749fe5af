import { parseArgs } from 'node:util';
import { acceptFigures } from './connectors/accept-speed.ts';
import {
  moodleFigures,
  oneRosterFigures,
  openEdxFigures,
  schemaOrgFigures,
  tableFigures,
} from './connectors/read-speed.ts';
import { syncFigures } from './connectors/sync-speed.ts';
import { figure } from './figure.ts';

const parts = ['accept', 'moodle', 'oneroster', 'openedx', 'schema-org', 'sync', 'tables'] as const;

/**
 * How fast connections work, and in how much memory. Options: `--courses N` (in the catalogue of a Moodle, or rows of a table,
 * default 10000), `--only accept|moodle|oneroster|openedx|schema-org|sync|tables`; of `accept` also `--kind NAME`, more than once.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      courses: { type: 'string', default: '10000' },
      only: { type: 'string' },
      kind: { type: 'string', multiple: true, default: [] },
    },
  });
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (wanted.length === 0) throw new Error(`--only takes one of ${parts.join(', ')}`);
  const scale = { courses: Number(values.courses), kinds: values.kind };
  const figures = {
    accept: acceptFigures,
    moodle: moodleFigures,
    oneroster: oneRosterFigures,
    openedx: openEdxFigures,
    'schema-org': schemaOrgFigures,
    sync: syncFigures,
    tables: tableFigures,
  };
  for (const part of wanted) for (const line of await figures[part](scale)) figure(line);
}
