import type { Clock, Ids } from '@sinau/kernel';
import type { ReconciliationStore } from './ports.ts';
import { type ReconciliationRun, walkOf } from './run.ts';

/** A run that has written nothing for so long has lost its worker. */
const staleMs = 30 * 60_000;
/** What was seen longer ago says little of today: the walk begins at the front. */
const goesOnMs = 48 * 3_600_000;

/**
 * Begins a comparison, where the one before broke off if it came to no end; `running`: one is under way. `anew`: at the front, since something has
 * come that concerns every course.
 */
export async function startReconciliation(
  deps: {
    readonly reconciliation: Pick<ReconciliationStore, 'begin' | 'listRuns'>;
    readonly clock: Clock;
    readonly ids: Pick<Ids, 'uuid'>;
  },
  input: { readonly connectionId: string; readonly startedBy?: string; readonly anew?: boolean },
): Promise<{ readonly runId: string } | 'running'> {
  const { connectionId, startedBy, anew = false } = input;
  const now = deps.clock.now();
  const [last] = anew ? [] : await deps.reconciliation.listRuns(connectionId, 1);
  const run: ReconciliationRun = {
    ...{ connectionId, runId: deps.ids.uuid(), startedAt: now.toISOString(), state: 'running' },
    ...(startedBy !== undefined && { startedBy }),
    ...{ courses: 0, learners: 0, counts: {}, ...restOf(last, now) },
    ...{ updatedAt: now.toISOString(), rev: 1 },
  };
  const staleBefore = new Date(now.getTime() - staleMs).toISOString();
  return (await deps.reconciliation.begin(run, staleBefore)) === 'begun' ? { runId: run.runId } : 'running';
}

/** How far the walk was that broke off lately. */
function restOf(last: ReconciliationRun | undefined, now: Date): Partial<ReconciliationRun> {
  if (!last || last.state === 'done') return {};
  if (Date.parse(last.updatedAt) < now.getTime() - goesOnMs) return {};
  const { cursor, within, brokenAt, courses, learners, counts } = last;
  const broken = brokenAt && { brokenAt };
  if (cursor === undefined && within === undefined) return { ...broken };
  return {
    ...{ walkId: walkOf(last), courses, learners, counts, ...broken },
    ...(cursor !== undefined && { cursor }),
    ...(within !== undefined && { within }),
  };
}
