import type { ReportStore } from '../reports/ports.ts';
import { isOpenReport, type ReportJob } from '../reports/report-job.ts';

/** Reports without a table. */
export function memoryReportStore(): ReportStore {
  const jobs = new Map<string, ReportJob>();
  const key = ({ agencyId, reportId }: Pick<ReportJob, 'agencyId' | 'reportId'>) =>
    JSON.stringify([agencyId, reportId]);
  return {
    create: async (job) => {
      if (jobs.has(key(job))) throw new Error('the id of a report was used twice');
      jobs.set(key(job), job);
    },
    find: async (agencyId, reportId) => jobs.get(key({ agencyId, reportId })),
    async replace(job) {
      if (jobs.get(key(job))?.rev !== job.rev - 1) return 'conflict';
      jobs.set(key(job), job);
      return 'stored';
    },
    list: async (agencyId, limit) =>
      [...jobs.values()]
        .filter((job) => job.agencyId === agencyId)
        .toSorted((a, b) => (a.reportId < b.reportId ? 1 : -1))
        .slice(0, limit),
    listStalled: async (before) =>
      [...jobs.values()].filter((job) => isOpenReport(job) && job.updatedAt < before),
  };
}
