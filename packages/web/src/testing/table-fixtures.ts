import type { TablePreviewView, TablesPorts } from '../tables/ports.ts';

const preview: TablePreviewView = {
  kind: 'results',
  tableId: 'table-bad',
  name: 'hasil-semester.xlsx',
  heads: ['NIP', 'Kode MK', 'Tgl', ''],
  columns: [
    { column: 'learner', head: 'Peserta', isRequired: true, at: 0 },
    { column: 'externalCourseId', head: 'ID kursus', isRequired: true, at: 1 },
    { column: 'occurredAt', head: 'Tanggal', isRequired: true, at: 2 },
    { column: 'score', head: 'Nilai', isRequired: false },
  ],
  ...{ rows: 10_000, good: 9_963, bad: 37 },
  isCut: true,
  findings: [
    {
      ...{ row: 14, column: 'Peserta' },
      message: { id: 'Nomor ini sudah dibulatkan.', en: 'This number was rounded.' },
      mend: { id: 'Ubah kolomnya menjadi Teks.', en: 'Make the column text.' },
    },
    { message: { id: 'Kolom ini wajib ada.' }, mend: { id: 'Tambahkan kolomnya.' } },
  ],
  sample: [{ row: 2, cells: ['198503122009011004', 'ADM310', '2026-06-30', '<b>85</b>'] }],
  isUsable: true,
};

/** Tables of a provider: one that counts, one that waits, one that cannot be read. */
export const tableFixtures = (refuse: () => Error): TablesPorts => ({
  maxBytes: 4 * 1024 * 1024,
  template: async () => new TextEncoder().encode('ID kursus;Judul\r\n'),
  slotsOf: async () => [
    {
      kind: 'catalogue',
      current: { name: 'katalog.xlsx', rows: 120, at: '2026-11-20T02:00:00.000Z' },
    },
    {
      kind: 'results',
      pending: { tableId: 'table-bad', name: preview.name, rows: 10_000, at: '2026-11-24T02:00:00.000Z' },
    },
    { kind: 'enrolments' },
  ],
  upload: async (_, __, { name }) =>
    name.endsWith('.xls')
      ? { outcome: 'refused', message: { id: 'Berkas Excel lama.' }, mend: { id: 'Simpan sebagai .xlsx.' } }
      : { outcome: 'uploaded', tableId: 'table-good' },
  async preview(_, { kind, tableId }) {
    if (tableId === 'table-bad') return preview;
    if (tableId === 'table-good')
      return { ...preview, kind, tableId, good: 120, bad: 0, rows: 120, findings: [] };
    if (tableId === 'table-none')
      return { ...preview, kind, tableId, good: 0, bad: 3, rows: 3, isUsable: false };
    throw refuse();
  },
  map: async () => undefined,
  confirm: async () => undefined,
  discard: async () => undefined,
});
