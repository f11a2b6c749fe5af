import { type ExportJob, isOpen } from '../export-job.ts';
import type { ExportJobStore } from '../ports.ts';

/** The port on a map, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryExportJobStore(): ExportJobStore {
  const jobs = new Map<string, ExportJob>();
  const placeOf = (agencyId: string, exportId: string) => `${agencyId} ${exportId}`;
  const ofAgency = (agencyId: string) =>
    [...jobs.values()]
      .filter((job) => job.agencyId === agencyId)
      .sort((one, other) => (one.exportId < other.exportId ? -1 : 1))
      .map((job) => structuredClone(job));
  return {
    create: async (job) => {
      if (jobs.has(placeOf(job.agencyId, job.exportId))) throw new Error('an export id was used twice');
      jobs.set(placeOf(job.agencyId, job.exportId), structuredClone(job));
    },
    find: async (agencyId, exportId) => structuredClone(jobs.get(placeOf(agencyId, exportId))),
    replace: async (job) => {
      const place = placeOf(job.agencyId, job.exportId);
      if (jobs.get(place)?.rev !== job.rev - 1) return 'conflict';
      jobs.set(place, structuredClone(job));
      return 'stored';
    },
    listOpen: async (agencyId) => ofAgency(agencyId).filter(isOpen),
    list: async (agencyId, limit) => ofAgency(agencyId).toReversed().slice(0, limit),
    listStalled: async (before) => {
      const stalled = [...jobs.values()].filter((job) => isOpen(job) && job.updatedAt < before);
      stalled.sort((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1));
      return [...new Set(stalled.map(({ agencyId }) => agencyId))];
    },
  };
}
