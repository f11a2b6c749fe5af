import { importMessageSchema, type RunImportDeps, runImport } from '@sinau/catalogue';
import { type Clock, Unavailable } from '@sinau/kernel';
import {
  type RunSpreadDeps,
  runSpread,
  type SpreadMessage,
  type SpreadQueue,
  spreadMessageSchema,
} from '@sinau/obligations';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';
import {
  type ImportQueue as PeopleQueue,
  peopleImportMessageSchema,
  type RunImportDeps as RunPeopleDeps,
  runImport as runPeopleImport,
} from '@sinau/staffing';
import * as z from 'zod';

/** Packages, lists of people, and obligations that are spread: all take minutes. */
const messageSchema = z.union([peopleImportMessageSchema, spreadMessageSchema, importMessageSchema]);

/** One message works so long on a list of people, or on everybody of an agency, well within the time of the function; what is left is another's. */
const peopleMs = 8 * 60_000;

export interface ImporterDeps {
  readonly packages: RunImportDeps;
  readonly people: RunPeopleDeps & { readonly queue: PeopleQueue };
  readonly obligations: Omit<RunSpreadDeps, 'onFailure'> & { readonly queue: SpreadQueue };
  readonly clock: Clock;
  readonly log: Log;
}

/** Consumer of the import queue. A job that another worker holds comes again later. */
export function createImportWorker(deps: ImporterDeps) {
  const { log, clock, packages, people } = deps;
  return queueHandler({
    name: 'importer',
    log,
    schema: messageSchema,
    handle: async (message) => {
      if ('importId' in message) {
        const { importId } = message;
        const deadlineMs = clock.now().getTime() + peopleMs;
        const outcome = await runPeopleImport(people, { importId, deadlineMs });
        log.info('import of people', { importId, outcome });
        if (outcome === 'more') await people.queue.send(message);
        return;
      }
      if ('obligationId' in message) {
        await spread(deps, message);
        return;
      }
      const { jobId } = message;
      const outcome = await runImport(packages, { jobId });
      log.info('import', { jobId, outcome });
      if (outcome === 'busy') throw new Unavailable('The import is in other hands.');
    },
  });
}

async function spread({ log, clock, obligations }: ImporterDeps, message: SpreadMessage): Promise<void> {
  const { agencyId, obligationId } = message;
  const onFailure = (error: unknown) => log.error('a duty was not given', error, { obligationId });
  const deadlineMs = clock.now().getTime() + peopleMs;
  const outcome = await runSpread({ ...obligations, onFailure }, { agencyId, obligationId, deadlineMs });
  log.info('obligation is spread', { obligationId, outcome });
  if (outcome === 'more') await obligations.queue.send(message);
}
