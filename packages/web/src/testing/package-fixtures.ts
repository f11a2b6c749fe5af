import type { PackagesPorts, PackagesView } from '../packages/ports.ts';

const at = '2026-11-24T02:00:00.000Z';
const taken: PackagesView = {
  counts: [
    { file: 'courses', rows: 120, at },
    { file: 'classes', rows: 240, at },
    { file: 'results', rows: 18, at },
  ],
  packages: [
    {
      ...{ name: 'semester-ganjil.zip', version: '1.2', systemName: 'SIAKAD Contoh', at },
      files: [
        { file: 'courses', mode: 'bulk', rows: 120, changed: false },
        { file: 'classes', mode: 'bulk', rows: 240, changed: true },
        { file: 'users', mode: 'bulk', rows: 3_400, changed: true },
      ],
      people: { all: 3_400, known: 18 },
    },
  ],
};
const refused: PackagesView = {
  ...taken,
  refused: {
    ...{ name: '<b>rusak.zip', at, total: 132 },
    findings: [
      {
        ...{ file: 'classes.csv', line: 14, column: 'courseSourcedId' },
        message: { id: 'sourcedId yang dirujuk tidak ada.', en: 'The sourcedId is not there.' },
        mend: { id: 'Kirim juga baris yang dirujuk.', en: 'Send the line that is meant.' },
      },
      { message: { id: 'Isi paket terlalu besar.' }, mend: { id: 'Kirim delta.' } },
    ],
  },
};

/** A connection that was sent something, one whose last package was refused, and one without any. */
export const packageFixtures = (): PackagesPorts => ({
  maxBytes: 4 * 1024 * 1024,
  packagesOf: async (_, connectionId) => {
    if (connectionId === 'connection-oneroster-csv') return taken;
    return connectionId === 'connection-packages-refused' ? refused : { counts: [], packages: [] };
  },
  send: async () => undefined,
});
