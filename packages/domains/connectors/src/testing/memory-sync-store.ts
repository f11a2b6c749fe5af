import type { BatchResult, SyncBatch } from '../sync/batch.ts';
import { overdueAfterMs } from '../sync/overdue.ts';
import type { Overdue, Page, SyncStore } from '../sync/ports.ts';
import { type AuditLine, listOf, type SyncItem } from '../sync/sync-item.ts';
import { isOver, type SyncHead, type SyncRun } from '../sync/sync-run.ts';

/** Runs, items and decisions in memory, with the same answers as the DynamoDB store. */
export function memorySyncStore(): SyncStore {
  const heads = new Map<string, SyncHead>();
  const runs = new Map<string, SyncRun>();
  const items = new Map<string, SyncItem>();
  const lines: AuditLine[] = [];
  const batches = new Map<string, SyncBatch>();
  const results = new Map<string, BatchResult>();
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  const headOf = (connectionId: string) => heads.get(connectionId) ?? {};
  const holds = ({ connectionId, runId }: SyncRun, token: string) => {
    const { running } = headOf(connectionId);
    return running?.runId === runId && running.token === token;
  };
  const itemsOf = (connectionId: string) =>
    [...items.values()].filter((item) => item.connectionId === connectionId);
  return {
    findHead: async (connectionId) => structuredClone(headOf(connectionId)),
    begin: async (run) => {
      const head = headOf(run.connectionId);
      if (head.running) return 'other-running';
      runs.set(keyOf(run.connectionId, run.runId), structuredClone(run));
      const until = later(run.queuedAt);
      heads.set(run.connectionId, { ...head, running: { runId: run.runId, until } });
      return 'begun';
    },
    take: async ({ connectionId, runId }, { token, now, until }) => {
      const head = headOf(connectionId);
      if (head.running?.runId !== runId) return 'over';
      if (head.running.token !== undefined && head.running.until >= now) return 'busy';
      heads.set(connectionId, { ...head, running: { runId, token, until } });
      const run = runs.get(keyOf(connectionId, runId));
      return run ? structuredClone(run) : 'over';
    },
    keep: async (run, { token, until }) => {
      if (!holds(run, token)) return 'lost';
      runs.set(keyOf(run.connectionId, run.runId), structuredClone(run));
      heads.set(run.connectionId, {
        ...headOf(run.connectionId),
        running: { runId: run.runId, token, until },
      });
      return 'kept';
    },
    end: async (run, token, head) => {
      if (!holds(run, token)) return 'lost';
      runs.set(keyOf(run.connectionId, run.runId), structuredClone(run));
      heads.set(run.connectionId, head);
      return 'ended';
    },
    findRun: async (connectionId, runId) => structuredClone(runs.get(keyOf(connectionId, runId))),
    listRuns: async (connectionId, limit) =>
      structuredClone([...runs.values()].filter((run) => run.connectionId === connectionId))
        .sort((a, b) => compare(b.runId, a.runId))
        .slice(0, limit),
    findItem: async (connectionId, externalId) => structuredClone(items.get(keyOf(connectionId, externalId))),
    findItems: async (connectionId, externalIds) =>
      externalIds.flatMap((id) => structuredClone(items.get(keyOf(connectionId, id))) ?? []),
    saveItem: async (item, line) => {
      const key = keyOf(item.connectionId, item.externalId);
      if ((items.get(key)?.rev ?? 0) !== item.rev - 1) return 'changed';
      items.set(key, structuredClone(item));
      if (line) lines.push(structuredClone(line));
      return 'saved';
    },
    walkItems: async (connectionId, page) => {
      const { rows, next } = pageOf(itemsOf(connectionId), page, ({ externalId }) => externalId);
      return { items: rows, ...(next && { next }) };
    },
    listItems: async (connectionId, list, page) => {
      const found = itemsOf(connectionId).filter((item) => listOf(item) === list);
      const { rows, next } = pageOf(found, page, placeOfItem);
      return { items: rows, ...(next && { next }) };
    },
    listAudit: async (connectionId, externalId) =>
      structuredClone(
        lines.filter((line) => line.connectionId === connectionId && line.externalId === externalId),
      )
        .sort((a, b) => b.rev - a.rev)
        .slice(0, 100),
    saveBatch: async (batch, added) => {
      const key = keyOf(batch.connectionId, batch.batchId);
      if ((batches.get(key)?.rev ?? 0) !== batch.rev - 1) return 'changed';
      batches.set(key, structuredClone(batch));
      for (const one of added) results.set(keyOf(key, one.externalId), structuredClone(one));
      return 'saved';
    },
    findBatch: async (connectionId, batchId) => structuredClone(batches.get(keyOf(connectionId, batchId))),
    listBatches: async (connectionId, limit) =>
      structuredClone([...batches.values()].filter((batch) => batch.connectionId === connectionId))
        .sort((a, b) => compare(`${b.createdAt}#${b.batchId}`, `${a.createdAt}#${a.batchId}`))
        .slice(0, limit),
    listResults: async ({ connectionId, batchId }, page) => {
      const prefix = keyOf(connectionId, batchId);
      const own = [...results].flatMap(([key, one]) => (key === keyOf(prefix, one.externalId) ? [one] : []));
      const listed = own.filter(({ outcome }) => page.only === undefined || outcome !== 'accepted');
      const { rows, next } = pageOf(listed, page, placeOfResult);
      return { results: rows, ...(next && { next }) };
    },
    listOverdue: async (now) => {
      const ofRuns = [...runs.values()].flatMap((run): Overdue[] => {
        const { running } = headOf(run.connectionId);
        const isDue = !isOver(run) && running?.runId === run.runId && running.until < now;
        return isDue ? [{ connectionId: run.connectionId, runId: run.runId }] : [];
      });
      const ofBatches = [...batches.values()].flatMap(
        ({ state, updatedAt, connectionId, batchId }): Overdue[] =>
          state === 'running' && later(updatedAt) < now ? [{ connectionId, batchId }] : [],
      );
      const ofItems = [...items.values()].flatMap(({ inHand, connectionId, externalId }): Overdue[] =>
        inHand && later(inHand.at) < now ? [{ connectionId, externalId }] : [],
      );
      return [...ofRuns, ...ofBatches, ...ofItems].slice(0, 100);
    },
  };
}

const later = (at: string) => new Date(Date.parse(at) + overdueAfterMs).toISOString();
const placeOfItem = ({ content, externalId }: SyncItem) =>
  `${content.title.toLowerCase().slice(0, 80)}#${externalId}`;
const placeOfResult = ({ outcome, externalId }: BatchResult) =>
  `${outcome === 'accepted' ? 'RESULT' : 'REFUSED'}#${externalId}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function pageOf<Row>(all: readonly Row[], page: Page, place: (row: Row) => string) {
  const rows = all
    .toSorted((a, b) => compare(place(a), place(b)))
    .filter((row) => page.after === undefined || place(row) > page.after);
  const shown = rows.slice(0, page.limit);
  const end = shown.at(-1);
  return {
    rows: structuredClone(shown),
    ...(rows.length > page.limit && end && { next: place(end) }),
  };
}
