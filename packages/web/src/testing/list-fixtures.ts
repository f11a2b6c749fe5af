import type { Jp } from '@sinau/kernel';
import type { ListName } from '../staffing/paths.ts';
import type { ListPorts, OneImportView } from '../staffing/ports.ts';

const view = (importId: string): OneImportView => {
  const state = importId.replace('import-', '') as OneImportView['state'];
  const bad = state === 'done' || state === 'checked';
  return {
    ...{ importId, name: 'pegawai-2026.xlsx', state, rows: 10_000, percent: 42 },
    counts: { created: 9_900, changed: 63, skipped: 0, refused: bad ? 37 : 0 },
    ...{ createdAt: '2026-11-24T02:00:00.000Z', createdBy: 'Agus Contoh', isCut: bad },
    read: [],
    refused: bad
      ? [
          {
            ...{ row: 11, name: 'Sri Contoh', maskedNumber: '••••••••••••••1999', column: 'NIP / NI PPPK' },
            message: { id: 'Angka ke-15 harus 1 atau 2.', en: 'The 15th digit has to be 1 or 2.' },
            mend: { id: 'Periksa angka ke-15.', en: 'Check the 15th digit.' },
          },
        ]
      : [],
  };
};

const fileOf = (text: string) => ({ body: new TextEncoder().encode(text), headers: {} });

const states = ['checking', 'checked', 'running', 'done', 'failed', 'discarded'];

const readRow: OneImportView['read'][number] = {
  ...{ row: 2, name: 'Seminar Arsip Digital', maskedNumber: '••••••••••••••1999', form: 'KL06' },
  ...{ startsOn: '2026-03-04', endsOn: '2026-03-05', counted: 800 as Jp },
};

const { counted: _, ...withoutRule } = { ...readRow, row: 3, form: 'KL12' };

export const createListFixtures = (list: ListName, notFound: () => Error): ListPorts => ({
  maxBytes: 4 * 1024 * 1024,
  template: async () => new TextEncoder().encode('NIP;Nama\r\n'),
  importsOf: async () => states.map((state) => view(`import-${state}`)),
  importOf: async (_person, importId) => {
    if (!importId.startsWith('import-')) throw notFound();
    const { read, ...rest } = view(importId);
    const isRead = list === 'history' && rest.state === 'checked';
    return { ...rest, read: isRead ? [readRow, withoutRule] : read };
  },
  upload: async (_person, { name }) =>
    name === 'rusak.csv'
      ? {
          outcome: 'refused',
          message: { id: 'Berkas ini tidak dapat dibaca.', en: 'This file cannot be read.' },
          mend: { id: 'Simpan lagi.', en: 'Save it again.' },
        }
      : { outcome: 'uploaded', importId: 'import-checking' },
  start: async () => undefined,
  discard: async () => undefined,
  codes: async () => (list === 'people' ? [] : [{ code: 'KL06', means: { id: 'Seminar', en: 'Seminar' } }]),
  refusedRows: async () => fileOf('NIP;Nama;Alasan\r\n'),
  results: async () => fileOf('Baris;Nama\r\n'),
});
