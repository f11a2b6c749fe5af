import { type Clock, type Ids, Unavailable } from '@sinau/kernel';
import type { Connection, ConnectionId } from '../connection.ts';
import { AdapterFailure, type AdapterPort } from '../ports.ts';
import { beginBatch } from './begin-batch.ts';
import type { SyncStore } from './ports.ts';
import { CatalogueTooLong, readCatalogue } from './read-catalogue.ts';
import type { StageDeps } from './stage-courses.ts';
import { newRun } from './start-sync.ts';
import { noCounts, type SyncHead, type SyncRun } from './sync-run.ts';
import { withdrawMissing } from './withdraw-missing.ts';

export interface RunDeps extends StageDeps {
  readonly connections: { find(connectionId: ConnectionId): Promise<Connection | undefined> };
  readonly adapters: AdapterPort;
  readonly sync: SyncStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Wakes the worker for a batch. */
  readonly queueBatch: (batch: {
    readonly connectionId: ConnectionId;
    readonly batchId: string;
  }) => Promise<void>;
}

/** Longer than the slowest piece of a catalogue takes. */
const leaseMs = 5 * 60_000;
/** Changes alone do not show what is gone. */
const wholeEveryMs = 7 * 86_400_000;

/**
 * One run: reads the catalogue piece by piece and stages what is other than before. Repeated after a crash it begins
 * again and finds staged what is staged. A run that breaks off, or is not sure to have met everything, withdraws nothing.
 * Undefined: there is nothing to do, or another worker is at it. Rejects with `AdapterFailure` when the provider fails.
 */
export async function runSync(
  deps: RunDeps,
  input: { readonly connectionId: ConnectionId; readonly runId?: string },
): Promise<SyncRun | undefined> {
  const connection = await deps.connections.find(input.connectionId);
  if (!connection) return endOfRemoved(deps, input);
  const { connectionId } = connection;
  const taken = await takeRun(deps, connection, input.runId);
  if (!taken) return undefined;
  const { token, head } = taken;
  const keep = async (run: SyncRun) => {
    const { now, until } = leaseFrom(deps.clock);
    const outcome = await deps.sync.keep({ ...run, updatedAt: now }, { token, until });
    // Another worker took over; what this one has staged is staged.
    if (outcome === 'lost') throw new Unavailable('The run was taken over.');
  };
  const end = async (run: SyncRun, cursor?: string) => {
    const at = deps.clock.now().toISOString();
    const ended = { ...run, updatedAt: at, endedAt: at };
    const isWhole = run.state === 'done' && run.scope === 'all';
    const wholeAt = isWhole ? at : head.wholeAt;
    const next = cursor ?? head.cursor;
    await deps.sync.end(ended, token, { ...(next && { cursor: next }), ...(wholeAt && { wholeAt }) });
    return ended;
  };
  const run = started(deps, taken);
  await keep(run);
  try {
    const adapter = await deps.adapters.adapterOf(connection);
    const cursor = run.scope === 'changes' ? head.cursor : undefined;
    const read = await readCatalogue(deps, { run, courses: adapter.readCourses(cursor), keep });
    const swept = await withdrawMissing(deps, read);
    if (connection.acceptance === 'all') await beginBatch(deps, swept);
    const done = await end({ ...swept, state: 'done' }, adapter.cursorAfter?.());
    if (connection.acceptance === 'all') await deps.queueBatch({ connectionId, batchId: run.runId });
    return done;
  } catch (error) {
    if (!(error instanceof AdapterFailure || error instanceof CatalogueTooLong)) throw error;
    const failedBecause = error instanceof AdapterFailure ? error.reason : 'too-many';
    const broken = (await deps.sync.findRun(connectionId, run.runId)) ?? run;
    const ended = await end({ ...broken, state: 'broken', failedBecause });
    if (error instanceof AdapterFailure) throw error;
    return ended;
  }
}

/** A run of a connection that was removed since ends, or somebody would look after it for ever. */
async function endOfRemoved(
  { sync, clock, ids }: RunDeps,
  { connectionId, runId }: { readonly connectionId: ConnectionId; readonly runId?: string },
): Promise<undefined> {
  if (runId === undefined) return;
  const token = ids.token(12);
  const run = await sync.take({ connectionId, runId }, { token, ...leaseFrom(clock) });
  if (typeof run === 'string') return;
  const endedAt = clock.now().toISOString();
  await sync.end({ ...run, state: 'broken', updatedAt: endedAt, endedAt }, token, {});
}

interface Taken {
  readonly run: SyncRun;
  readonly token: string;
  readonly head: SyncHead;
}

async function takeRun(
  deps: RunDeps,
  connection: Connection,
  wanted: string | undefined,
): Promise<Taken | undefined> {
  const { connectionId } = connection;
  let head = await deps.sync.findHead(connectionId);
  if (wanted === undefined && !head.running) {
    await deps.sync.begin(newRun(deps, connection, {}));
    head = await deps.sync.findHead(connectionId);
  }
  const runId = wanted ?? head.running?.runId;
  if (runId === undefined) return undefined;
  const token = deps.ids.token(12);
  const run = await deps.sync.take({ connectionId, runId }, { token, ...leaseFrom(deps.clock) });
  return typeof run === 'string' ? undefined : { run, token, head };
}

/** Counts begin anew with each try, since each reads from the start. */
function started({ clock }: RunDeps, { run, head }: Taken): SyncRun {
  const now = clock.now();
  const isFresh = head.wholeAt !== undefined && now.getTime() - Date.parse(head.wholeAt) < wholeEveryMs;
  const onlyChanges = head.cursor !== undefined && isFresh && run.startedBy === undefined;
  const at = now.toISOString();
  return {
    ...run,
    state: 'running',
    scope: onlyChanges ? 'changes' : 'all',
    counts: noCounts,
    findings: [],
    startedAt: run.startedAt ?? at,
    updatedAt: at,
    tries: run.tries + 1,
  };
}

const leaseFrom = (clock: Clock) => {
  const now = clock.now();
  return { now: now.toISOString(), until: new Date(now.getTime() + leaseMs).toISOString() };
};
