import type { ExportsPorts, ExportView } from '../exports/ports.ts';

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const done: ExportView = {
  exportId: 'export-done',
  state: 'done',
  format: 'csv',
  from: '2026-10-01',
  to: '2026-10-31',
  unit: 'Biro <i>Umum</i>',
  course: 'kelola-data-terbuka',
  requestedBy: 'Yohanis',
  rows: 1_204_511,
  read: 1_300_000,
  total: 1_300_000,
  percent: 100,
  createdAt: '2026-11-23T22:10:00.000Z',
  finishedAt: '2026-11-23T22:14:00.000Z',
  availableUntil: '2026-11-30T22:14:00.000Z',
  files: [
    { name: 'sinau-records-1-0001.csv.gz', rows: 1_000_000, bytes: 81_200_000, sha256 },
    { name: 'sinau-records-1-0002.csv.gz', rows: 204_511, bytes: 16_700_000, sha256 },
  ],
};

const { from: _from, to: _to, unit: _unit, course: _course, availableUntil: _until, ...whole } = done;
const open = { ...whole, files: [], rows: 0, read: 0, percent: 0 };

const exports: readonly ExportView[] = [
  { ...open, exportId: 'export-waiting', state: 'waiting', format: 'parquet', to: '2026-10-31' },
  {
    ...open,
    ...{ exportId: 'export-running', state: 'running', format: 'ndjson', from: '2026-10-31' },
    ...{ rows: 20_000, read: 450_000, percent: 34 },
  },
  done,
  { ...open, exportId: 'export-empty', state: 'done', percent: 100, from: '2026-10-31', to: '2026-10-31' },
  { ...open, exportId: 'export-failed', state: 'failed', failure: 'machine' },
  { ...open, exportId: 'export-cancelled', state: 'cancelled' },
  { ...done, exportId: 'export-expired', state: 'expired' },
];

/** Exports in every state; ids that are none of these are refused. */
export function createExportFixtures(absent: () => Error): ExportsPorts {
  const find = (exportId: string) => {
    const found = exports.find((one) => one.exportId === exportId);
    if (!found) throw absent();
    return found;
  };
  return {
    exportsOf: async () => exports,
    daysOf: async (_person, before) => ({
      days: [
        {
          date: '2026-11-23',
          rows: 48_210,
          files: [1, 2].flatMap((number) => [
            ['ndjson', { number, bytes: 2_400_000, sha256 }] as const,
            ['parquet', { number, bytes: 3_100_000, sha256 }] as const,
          ]),
        },
      ],
      ...(before === undefined && { next: '2026-11-23' }),
    }),
    exportOf: async (_person, exportId) => find(exportId),
    unitsOf: async () => [{ unitId: 'unit-1', name: 'Biro Umum' }],
    request: async () => 'export-waiting',
    cancel: async (_person, exportId) => void find(exportId),
    linkTo: async (_person, exportId, part) => `https://files.example/${find(exportId).exportId}/${part}`,
    linkToDaily: async (_person, { date, number, format }) =>
      `https://files.example/${date}/${number}.${format}`,
  };
}
