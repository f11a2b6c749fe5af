import type { Clock, Ids } from '@sinau/kernel';
import * as z from 'zod';
import type { Connection, ConnectionId } from '../connection.ts';
import { SyncNotFound } from './errors.ts';
import type { SyncStore } from './ports.ts';
import type { SyncParty } from './sync-item.ts';
import { noCounts, type SyncRun } from './sync-run.ts';

export const startSyncSchema = z.strictObject({
  /** A person has looked: this many courses of the last run's finding are gone indeed. */
  believedMissing: z.int().positive().max(1_000_000).exactOptional(),
});

/** A run that nobody works at yet. */
export function newRun(
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  { connectionId, providerId }: Pick<Connection, 'connectionId' | 'providerId'>,
  given: { readonly startedBy?: SyncParty; readonly believedMissing?: number },
): SyncRun {
  const at = clock.now().toISOString();
  return {
    ...{ connectionId, providerId, runId: `${at.replaceAll(/\D/g, '')}-${ids.uuid().slice(0, 8)}` },
    ...given,
    ...{
      state: 'queued',
      scope: 'all',
      counts: noCounts,
      findings: [],
      queuedAt: at,
      updatedAt: at,
      tries: 0,
    },
  };
}

/** Begins a run on demand. One that is under way already is answered instead of a second. */
export async function startSync(
  deps: {
    readonly sync: Pick<SyncStore, 'begin' | 'findHead' | 'findRun'>;
    readonly queueRun: (run: {
      readonly connectionId: ConnectionId;
      readonly runId: string;
    }) => Promise<void>;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: {
    readonly connection: Connection;
    readonly by: SyncParty;
    readonly believedMissing?: number;
  },
): Promise<SyncRun> {
  const { connection, by, believedMissing } = input;
  const { connectionId } = connection;
  const run = newRun(deps, connection, {
    startedBy: by,
    ...(believedMissing !== undefined && { believedMissing }),
  });
  const outcome = await deps.sync.begin(run);
  const runId = outcome === 'begun' ? run.runId : (await deps.sync.findHead(connectionId)).running?.runId;
  const current = runId === undefined ? undefined : await deps.sync.findRun(connectionId, runId);
  if (!current) throw new SyncNotFound('run');
  // Also for one that waits: its message may have been lost.
  if (current.state === 'queued') await deps.queueRun({ connectionId, runId: current.runId });
  return current;
}
