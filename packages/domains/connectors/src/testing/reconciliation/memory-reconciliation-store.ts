import type { Mismatch } from '../../reconciliation/mismatch.ts';
import type { ReconciliationStore } from '../../reconciliation/ports.ts';
import type { ReconciliationRun } from '../../reconciliation/run.ts';
import { isUnseen, seenAgain } from '../../reconciliation/seen-again.ts';

/** The port on maps. Passes the same contract suite as the DynamoDB adapter. */
export function memoryReconciliationStore(): ReconciliationStore {
  const runs: ReconciliationRun[] = [];
  const mismatches = new Map<string, Mismatch>();
  const of = (connectionId: string) =>
    [...mismatches.values()].filter((one) => one.connectionId === connectionId);
  const indexOf = (connectionId: string, runId: string) =>
    runs.findIndex((run) => run.connectionId === connectionId && run.runId === runId);
  return {
    async begin(run, staleBefore) {
      const last = runs.findLast(({ connectionId }) => connectionId === run.connectionId);
      if (last?.state === 'running' && last.updatedAt > staleBefore) return 'running';
      runs.push(structuredClone(run));
      return 'begun';
    },
    findRun: async (connectionId, runId) => structuredClone(runs[indexOf(connectionId, runId)]),
    listRuns: async (connectionId, limit) =>
      runs
        .filter((run) => run.connectionId === connectionId)
        .toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : 1))
        .slice(0, limit),
    async saveRun(run) {
      const index = indexOf(run.connectionId, run.runId);
      if (runs[index]?.rev !== run.rev) return 'lost';
      runs[index] = structuredClone({ ...run, rev: run.rev + 1 });
      return 'saved';
    },
    async see(found) {
      for (const one of found) mismatches.set(one.mismatchId, seenAgain(mismatches.get(one.mismatchId), one));
    },
    find: async (connectionId, mismatchId) => of(connectionId).find((one) => one.mismatchId === mismatchId),
    async handle({ mismatchId }, handled) {
      const known = mismatches.get(mismatchId);
      if (known) mismatches.set(mismatchId, { ...known, handled });
    },
    async reopen({ mismatchId }) {
      const { handled: _, ...known } = mismatches.get(mismatchId) ?? {};
      if (mismatches.has(mismatchId)) mismatches.set(mismatchId, known as Mismatch);
    },
    async list(connectionId, { limit, after }) {
      const all = of(connectionId).toSorted((a, b) => (a.mismatchId < b.mismatchId ? -1 : 1));
      const rest = all.filter(({ mismatchId }) => mismatchId > (after ?? ''));
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      return { mismatches: page, ...(last && rest.length > limit && { next: last.mismatchId }) };
    },
    async dropUnseen(connectionId, walk) {
      const unseen = of(connectionId).filter((one) => isUnseen(one, walk));
      for (const { mismatchId } of unseen) mismatches.delete(mismatchId);
      return unseen.length;
    },
  };
}
