import type { Table } from '@sinau/rostering/table';
import { type ImportJob, isOpen, type ListName, type RowResult } from '../import-job.ts';
import type { ImportStore, ResultPlace } from '../ports.ts';

/** The port on maps, for tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryImportStore(list: ListName = 'people'): ImportStore {
  const jobs = new Map<string, ImportJob>();
  const cells = new Map<string, Table>();
  const refused = new Map<string, Table>();
  const rows = new Map<string, readonly RowResult[]>();
  const nameOf = ({ importId, pass, from }: ResultPlace) => `${importId} ${pass} ${from}`;
  return {
    list,
    async create(job, table) {
      jobs.set(job.importId, job);
      cells.set(job.importId, table);
      return 'created';
    },
    find: async (importId) => jobs.get(importId),
    async save(job) {
      if (jobs.get(job.importId)?.rev !== job.rev) return { outcome: 'changed' };
      const next = { ...job, rev: job.rev + 1 };
      jobs.set(job.importId, next);
      return { outcome: 'saved', job: next };
    },
    listOf: async (agencyId, limit) =>
      [...jobs.values()]
        .filter((job) => job.agencyId === agencyId)
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
        .slice(0, limit),
    listSilent: async (before) =>
      [...jobs.values()]
        .filter((job) => isOpen(job) && job.touchedAt <= before)
        .sort((a, b) => (a.touchedAt < b.touchedAt ? -1 : 1)),
    readCells: async (importId) => cells.get(importId),
    async dropCells(importId) {
      cells.delete(importId);
    },
    async keepRefused({ importId }, table) {
      refused.set(importId, table);
    },
    readRefused: async (importId) => refused.get(importId),
    async noteResults(place, results) {
      const noted = rows.get(nameOf(place));
      if (noted) return noted;
      rows.set(nameOf(place), results);
      return results;
    },
    async saveResults(place, results) {
      rows.set(nameOf(place), results);
    },
    async listResults(place, limit) {
      const results: RowResult[] = [];
      let from = place.from;
      while (results.length < limit) {
        const portion = rows.get(nameOf({ ...place, from }));
        if (!portion || portion.length === 0) return { results };
        results.push(...portion);
        from += portion.length;
      }
      return { results, next: from };
    },
  };
}
