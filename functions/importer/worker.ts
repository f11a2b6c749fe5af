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
  type ListImportMessage,
  type ImportQueue as ListQueue,
  listImportMessageSchema,
  type RunHistoryDeps,
  type RunPeopleDeps,
  runHistoryImport,
  runPeopleImport,
} from '@sinau/staffing';
import * as z from 'zod';

/** Packages, lists of agencies, and obligations that are spread: all take minutes. */
const messageSchema = z.union([listImportMessageSchema, spreadMessageSchema, importMessageSchema]);

/** One message works so long on a list, or on everybody of an agency, well within the time of the function; what is left is another's. */
const listMs = 8 * 60_000;

export interface ImporterDeps {
  readonly packages: RunImportDeps;
  readonly people: RunPeopleDeps & { readonly queue: ListQueue };
  /** Loaded with the first list of what people have learned elsewhere. */
  readonly history: () => Promise<RunHistoryDeps & { readonly queue: ListQueue }>;
  readonly obligations: Omit<RunSpreadDeps, 'onFailure'> & { readonly queue: SpreadQueue };
  readonly clock: Clock;
  readonly log: Log;
}

/** Consumer of the import queue. A job that another worker holds comes again later. */
export function createImportWorker(deps: ImporterDeps) {
  const { log, packages } = deps;
  return queueHandler({
    name: 'importer',
    log,
    schema: messageSchema,
    handle: async (message) => {
      if ('importId' in message) {
        await takeList(deps, message);
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

async function takeList(deps: ImporterDeps, message: ListImportMessage): Promise<void> {
  const { kind, importId } = message;
  const input = { importId, deadlineMs: deps.clock.now().getTime() + listMs };
  const desk = kind === 'people' ? deps.people : await deps.history();
  const outcome = await ('people' in desk ? runPeopleImport(desk, input) : runHistoryImport(desk, input));
  deps.log.info('import of a list', { kind, importId, outcome });
  if (outcome === 'more') await desk.queue.send(message);
}

async function spread({ log, clock, obligations }: ImporterDeps, message: SpreadMessage): Promise<void> {
  const { agencyId, obligationId } = message;
  const onFailure = (error: unknown) => log.error('a duty was not given', error, { obligationId });
  const deadlineMs = clock.now().getTime() + listMs;
  const outcome = await runSpread({ ...obligations, onFailure }, { agencyId, obligationId, deadlineMs });
  log.info('obligation is spread', { obligationId, outcome });
  if (outcome === 'more') await obligations.queue.send(message);
}
