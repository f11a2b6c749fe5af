import type { DomainError } from '@sinau/kernel';
import type { ThemeCountView, ThemeListView, ThemePorts } from '../themes/ports.ts';

const long: ThemeCountView = {
  ...{ period: '2026-10', theme: 'Antrean <b>lama</b>', channel: 'lapor', count: 24, handled: 20 },
  medianTenths: 45,
};
const rude: ThemeCountView = {
  ...{ period: '2026-Q3', theme: 'Sikap petugas', channel: 'counter', count: 1_250, handled: 11 },
};

const list: ThemeListView = {
  ...{ listId: 'd1', name: 'pengaduan <i>.csv', state: 'tried', by: 'Rina', ignored: ['No', 'Catatan'] },
  ...{ counts: { created: 1, changed: 1, skipped: 1, refused: 2 }, createdAt: '2026-11-20T01:00:00.000Z' },
  rows: [
    { row: 2, outcome: 'created', service: 'KTP elektronik', says: long },
    { row: 3, outcome: 'changed', service: 'KTP elektronik', says: rude, before: { ...rude, count: 9 } },
    {
      row: 4,
      outcome: 'skipped',
      service: 'KTP elektronik',
      says: { ...rude, period: '2026-S1' },
      before: rude,
    },
    { row: 5, outcome: 'refused', column: 'Tema', problem: { id: 'Ada 16 angka.', en: 'Sixteen digits.' } },
    { row: 6, outcome: 'refused', problem: { id: 'Dua kali.', en: 'Twice.' } },
  ],
};

/** Themes of complaints, for whoever looks at the pages alone. */
export function createThemeFixtures(absent: () => DomainError): ThemePorts {
  const find = (listId: string): ThemeListView => {
    if (listId === 'tidak-ada') throw absent();
    if (listId === 'lama') {
      const { rows: _, ...old } = list;
      return { ...old, listId, state: 'taken' };
    }
    return listId === 'disimpan' ? { ...list, listId, state: 'taken' } : list;
  };
  return {
    maxBytes: 1024 * 1024,
    overviewOf: async ({ personId }, year = 2026) => ({
      ...{ year, years: [2026, 2025, 2024], hasServices: personId !== 'kosong' },
      services: personId === 'kosong' ? [] : [{ name: 'KTP elektronik', rows: [rude, long] }],
      lists: personId === 'kosong' ? [] : [list, { ...list, listId: 'd0', name: '', state: 'undone' }],
    }),
    template: async () => new TextEncoder().encode('Periode;Layanan\r\n'),
    fileOf: async () => new TextEncoder().encode('Periode;Layanan\r\n'),
    upload: async (_person, { name }) =>
      name === 'identitas.csv'
        ? { outcome: 'refused', message: { id: 'Ada kolom NIK.', en: 'It has a column NIK.' } }
        : { outcome: 'tried', listId: 'd1' },
    listOf: async (_person, listId) => find(listId),
    take: async (_person, listId) => void find(listId),
    undo: async (_person, listId) => void find(listId),
    refusedRows: async () => new TextEncoder().encode('Periode;Layanan\r\n'),
  };
}
