import type { Dispatch, DispatchLearner } from '../dispatch.ts';
import { maxDispatches } from '../dispatch.ts';
import type { DispatchStore } from '../ports.ts';

export function memoryDispatchStore(): DispatchStore {
  const rows = new Map<string, Dispatch>();
  const learners = new Map<string, DispatchLearner>();
  const keyOf = (dispatchId: string, mark: string) => `${dispatchId} ${mark}`;
  const ofCourse = (courseId: string) => [...rows.values()].filter((one) => one.courseId === courseId);
  return {
    add: async (dispatch) => {
      if (ofCourse(dispatch.courseId).length >= maxDispatches) return 'full';
      rows.set(dispatch.dispatchId, dispatch);
      return 'added';
    },
    find: async (dispatchId) => rows.get(dispatchId),
    list: async (courseId) => ofCourse(courseId).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
    change: async (next) => {
      const row = rows.get(next.dispatchId);
      if (row?.rev !== next.rev) return 'conflict';
      const { started, finished } = row;
      rows.set(next.dispatchId, { ...next, started, finished, rev: next.rev + 1 });
      return 'changed';
    },
    findLearner: async (dispatchId, mark) => learners.get(keyOf(dispatchId, mark)),
    admit: async ({ dispatchId, keyVersion }, learner) => {
      const row = rows.get(dispatchId);
      const open = row?.enabled && row.keyVersion === keyVersion;
      if (!open || learners.has(keyOf(dispatchId, learner.mark))) return 'refused';
      if (row.capacity !== undefined && row.started >= row.capacity) return 'refused';
      if (row.expiresAt !== undefined && row.expiresAt <= learner.startedAt) return 'refused';
      learners.set(keyOf(dispatchId, learner.mark), learner);
      rows.set(dispatchId, { ...row, started: row.started + 1 });
      return 'admitted';
    },
    finish: async ({ dispatchId, mark, finishedAt }) => {
      const key = keyOf(dispatchId, mark);
      const learner = learners.get(key);
      const row = rows.get(dispatchId);
      if (!learner || !row || learner.finishedAt !== undefined) return 'known';
      learners.set(key, { ...learner, finishedAt });
      rows.set(dispatchId, { ...row, finished: row.finished + 1 });
      return 'finished';
    },
  };
}
