import type { ReportsPorts, ReportView } from '../reports/ports.ts';

const base: ReportView = {
  ...{ reportId: 'r-done', kind: 'jp', format: 'xlsx', year: 2026, state: 'done', rows: 1_250, percent: 100 },
  ...{ requestedBy: 'Agus Contoh', createdAt: '2026-11-28T06:00:00.000Z', asOf: '2026-11-28T06:00:05.000Z' },
  ...{ availableUntil: '2026-12-05T06:00:09.000Z', files: [{ name: 'sinau-jp-2026.xlsx', bytes: 182_000 }] },
};

const reports: readonly ReportView[] = [
  base,
  { ...base, reportId: 'r-running', kind: 'duties', state: 'running', rows: 500, percent: 40, files: [] },
  { ...base, reportId: 'r-failed', kind: 'cost', format: 'csv', state: 'failed', files: [] },
  { ...base, reportId: 'r-cancelled', state: 'cancelled', files: [] },
  { ...base, reportId: 'r-expired', unit: 'Balai Diklat', state: 'expired' },
];

/** Reports in every state. */
export function createReportFixtures(refusal: (code: 'compliance.not-found') => Error): ReportsPorts {
  return {
    choicesFor: async () => ({ units: [{ unitId: 'u1', name: 'Balai Diklat' }], year: 2026 }),
    reportsOf: async () => reports,
    reportOf: async (_person, reportId) => {
      const found = reports.find((one) => one.reportId === reportId);
      if (!found) throw refusal('compliance.not-found');
      return found;
    },
    order: async () => 'r-running',
    cancel: async () => {},
    linkTo: async () => 'https://unduh.example/laporan',
  };
}
