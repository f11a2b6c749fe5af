import type { Clock } from '@sinau/kernel';
import { ImportChanged } from './errors.ts';
import { type ImportJob, noCounts } from './import-job.ts';
import { agencyOf, type Importer, ownImport, senderOf } from './own-import.ts';
import type { ImportQueue, ImportStore } from './ports.ts';

interface Deps {
  readonly imports: ImportStore;
  readonly queue: ImportQueue;
  readonly clock: Clock;
}

interface Input {
  readonly principal: Importer;
  readonly importId: string;
}

/** Takes the list that was tried. One that is under way or through already stays as it is. */
export async function startImport(deps: Deps, input: Input): Promise<ImportJob> {
  const job = await ownImport(deps, input);
  if (job.state === 'running' || job.state === 'done') return job;
  if (job.state !== 'checked') throw new ImportChanged();
  const at = deps.clock.now().toISOString();
  const saved = await deps.imports.save({
    ...job,
    ...{ state: 'running', pass: 'run', cursor: 0, run: noCounts, tries: 0 },
    ...{ startedAt: at, startedBy: senderOf(input.principal), touchedAt: at },
  });
  if (saved.outcome === 'changed') throw new ImportChanged();
  await deps.queue.send({ kind: deps.imports.list, importId: job.importId });
  return saved.job;
}

/** Nothing was done with it, and nothing will be. */
export async function discardImport(deps: Pick<Deps, 'imports' | 'clock'>, input: Input): Promise<void> {
  const job = await ownImport(deps, input);
  if (job.state === 'discarded') return;
  if (job.state !== 'checked' && job.state !== 'checking') throw new ImportChanged();
  const finishedAt = deps.clock.now().toISOString();
  const saved = await deps.imports.save({ ...job, state: 'discarded', finishedAt });
  if (saved.outcome === 'changed') throw new ImportChanged();
  await deps.imports.dropCells(job.importId);
}

const shown = 20;

/** The imports of the caller's agency, newest first. */
export const listImports = (
  { imports }: { readonly imports: ImportStore },
  { principal }: { readonly principal: Importer },
): Promise<readonly ImportJob[]> => imports.listOf(agencyOf(principal), shown);
