import { importMessageSchema, type RunImportDeps, runImport } from '@sinau/catalogue';
import { Unavailable } from '@sinau/kernel';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

/** Consumer of the import queue. A job that another worker holds comes again later. */
export function createImportWorker(deps: RunImportDeps & { readonly log: Log }) {
  const { log } = deps;
  return queueHandler({
    name: 'importer',
    log,
    schema: importMessageSchema,
    handle: async ({ jobId }) => {
      const outcome = await runImport(deps, { jobId });
      log.info('import', { jobId, outcome });
      if (outcome === 'busy') throw new Unavailable('The import is in other hands.');
    },
  });
}
