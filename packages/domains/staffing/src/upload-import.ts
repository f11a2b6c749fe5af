import type { Clock, Ids } from '@sinau/kernel';
import { guessHistoryMapping, missingHistoryColumns } from '@sinau/rostering/history';
import { guessPeopleMapping, missingPeopleColumns } from '@sinau/rostering/people';
import type { TableFinding } from '@sinau/rostering/table';
import { type ImportId, type ImportJob, type ListColumn, type ListName, noCounts } from './import-job.ts';
import { agencyOf, type Importer, senderOf } from './own-import.ts';
import type { ImportQueue, ImportStore, TableFile } from './ports.ts';

export type UploadOutcome =
  | { readonly outcome: 'uploaded'; readonly job: ImportJob }
  /** Nothing was kept. */
  | { readonly outcome: 'refused'; readonly finding: TableFinding }
  | { readonly outcome: 'refused'; readonly missing: readonly ListColumn[] };

interface Heads {
  readonly mapping: Readonly<Record<string, number>>;
  readonly missing: readonly ListColumn[];
}

const headsOf: Readonly<Record<ListName, (heads: readonly string[]) => Heads>> = {
  people: (heads) => {
    const mapping = guessPeopleMapping(heads);
    return { mapping, missing: missingPeopleColumns(mapping) };
  },
  history: (heads) => {
    const mapping = guessHistoryMapping(heads);
    return { mapping, missing: missingHistoryColumns(mapping) };
  },
};

/** What a file without a name is called. */
const unnamed: Readonly<Record<ListName, string>> = { people: 'pegawai', history: 'riwayat' };

/** Reads a list and has every row of it tried. Nothing follows before somebody starts the run. */
export async function uploadImport(
  deps: {
    readonly imports: ImportStore;
    readonly files: TableFile;
    readonly queue: ImportQueue;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: { readonly principal: Importer; readonly name: string; readonly bytes: Uint8Array },
): Promise<UploadOutcome> {
  const agencyId = agencyOf(input.principal);
  const reading = await deps.files.read(input.bytes);
  if (reading.outcome === 'refused') return reading;
  const { heads, rows } = reading.table;
  const { list } = deps.imports;
  const { mapping, missing } = headsOf[list](heads);
  if (missing.length > 0) return { outcome: 'refused', missing };
  const at = deps.clock.now().toISOString();
  const job: ImportJob = {
    ...{ importId: deps.ids.uuid() as ImportId, agencyId, name: fileName(input.name) || unnamed[list] },
    ...{ state: 'checking', heads, mapping, rows: rows.length },
    ...{ pass: 'trial', cursor: 0, trial: noCounts, run: noCounts },
    ...{ createdAt: at, createdBy: senderOf(input.principal), touchedAt: at, tries: 0, rev: 1 },
  };
  if ((await deps.imports.create(job, reading.table)) === 'too-large') {
    return { outcome: 'refused', finding: { problem: 'file-large' } };
  }
  await deps.queue.send({ kind: list, importId: job.importId });
  return { outcome: 'uploaded', job };
}

/** Without folders; browsers on some systems send them. */
function fileName(text: string): string {
  const name = text
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, '')
    .trim();
  return (name ?? '').slice(0, 200);
}
