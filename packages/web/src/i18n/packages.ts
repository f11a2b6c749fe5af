import type { RosterFileName } from '../packages/ports.ts';

const fileId: Readonly<Record<RosterFileName, string>> = {
  academicSessions: 'Periode kuliah',
  courses: 'Mata kuliah',
  classes: 'Kelas',
  users: 'Orang',
  enrollments: 'Peserta kelas',
  lineItems: 'Komponen nilai',
  results: 'Nilai',
};
const fileEn: Readonly<Record<RosterFileName, string>> = {
  academicSessions: 'Terms',
  courses: 'Courses',
  classes: 'Classes',
  users: 'People',
  enrollments: 'Members of classes',
  lineItems: 'Line items',
  results: 'Results',
};

export const packagesId = {
  lead: 'Kirim katalog, peserta kelas, dan nilai sebagai paket CSV OneRoster. Paket diterima seluruhnya atau tidak sama sekali.',
  sendTitle: 'Kirim paket',
  sendText:
    'Berkas bulk menggantikan seluruh isi yang lama: yang tidak ada lagi dianggap ditarik. Berkas delta hanya mengubah baris di dalamnya. Perubahan katalog menunggu keputusan di tab Katalog; nilai masuk ke tab Hasil.',
  file: 'Paket OneRoster (.zip)',
  fileHint: 'OneRoster 1.1 atau 1.2 dengan manifest.csv; paling besar 4 MB dan 100.000 baris.',
  fileMissing: 'Pilih paketnya lebih dahulu.',
  fileLarge: 'Paket ini lebih besar dari 4 MB. Kirim hanya kelas untuk ASN, atau perubahannya saja (delta).',
  send: 'Kirim paket',
  sending: (percent: string) => `Mengirim… ${percent}%`,
  checking: 'Paket terkirim, sedang diperiksa…',
  sendFailed: 'Paket tidak terkirim. Periksa jaringan Anda, lalu kirim lagi; belum ada yang berubah.',
  bar: 'Kemajuan pengiriman',
  refusedTitle: (name: string) => `Paket ${name} tidak diterima`,
  refusedText: (n: string) =>
    `${n} hal perlu diperbaiki. Belum ada yang berubah. Perbaiki, lalu kirim paketnya lagi.`,
  first: (n: string) => `Ditampilkan ${n} temuan pertama.`,
  findingsTitle: 'Yang perlu diperbaiki',
  findingColumns: { where: 'Di mana', wrong: 'Masalah dan cara memperbaiki' },
  line: (n: string) => `baris ${n}`,
  column: 'kolom',
  whole: 'Seluruh paket',
  takenTitle: (name: string) => `Paket ${name} diterima`,
  nothingNew: 'Tidak ada yang baru di dalamnya.',
  strangers: (known: string, all: string) =>
    `${known} dari ${all} orang di paket dikenali dengan nama samarannya dari Sinau; yang lain tidak disimpan.`,
  noneKnown:
    'Belum ada orang di paket yang dikenali. Tulis nama samaran dari Sinau sebagai identifier di users.csv.',
  countsTitle: 'Yang berlaku sekarang',
  empty: 'Belum ada paket yang diterima.',
  emptyText: 'Kirim paket pertama dengan orgs, academicSessions, courses, dan classes sebagai bulk.',
  countColumns: { file: 'Berkas', rows: 'Baris', at: 'Terakhir berubah' },
  historyTitle: 'Paket yang diterima',
  historyColumns: { name: 'Paket', at: 'Diterima', files: 'Isi' },
  fileName: fileId,
  fileLine: (name: string, mode: 'bulk' | 'delta', rows: string): string => `${name}: ${rows} baris, ${mode}`,
  same: 'tidak berubah',
  test: {
    testGood: () => 'Paket yang diterima memuat katalog dan nilai.',
    testPartly: 'Belum semuanya ada dalam paket yang diterima.',
    askFor: 'Sertakan berkas ini dalam paket berikutnya:',
    capabilityState: {
      works: 'Ada',
      missing: 'Belum dikirim',
      failed: 'Gagal',
      'not-offered': 'Tidak ada di jenis ini',
    },
  },
};

export const packagesEn: typeof packagesId = {
  lead: 'Send catalogue, class rosters and scores as CSV packages of OneRoster. A package is taken as a whole, or not at all.',
  sendTitle: 'Send a package',
  sendText:
    'A bulk file takes the place of all that was there: what is missing counts as withdrawn. A delta file changes the lines in it alone. What changes in the catalogue waits for a decision in the tab Catalogue; scores get into the tab Results.',
  file: 'OneRoster package (.zip)',
  fileHint: 'OneRoster 1.1 or 1.2 with manifest.csv; at most 4 MB and 100,000 lines.',
  fileMissing: 'Choose the package first.',
  fileLarge:
    'This package is larger than 4 MB. Send the classes for civil servants alone, or only what changed (delta).',
  send: 'Send the package',
  sending: (percent) => `Sending… ${percent}%`,
  checking: 'The package has arrived and is being checked…',
  sendFailed: 'The package did not arrive. Check your network and send it again; nothing has changed.',
  bar: 'How far it is sent',
  refusedTitle: (name) => `The package ${name} was not taken`,
  refusedText: (n) =>
    `${n === '1' ? 'One thing has' : `${n} things have`} to be corrected. Nothing has changed. Correct them, and send the package again.`,
  first: (n) => `The first ${n} findings are shown.`,
  findingsTitle: 'What has to be corrected',
  findingColumns: { where: 'Where', wrong: 'Problem and how to mend it' },
  line: (n) => `line ${n}`,
  column: 'column',
  whole: 'Whole package',
  takenTitle: (name) => `The package ${name} was taken`,
  nothingNew: 'There is nothing new in it.',
  strangers: (known, all) =>
    `${known} of ${all} people in the package are known by their pseudonym from Sinau; the others are not kept.`,
  noneKnown: 'Nobody in the package is known yet. Write the pseudonym from Sinau as identifier in users.csv.',
  countsTitle: 'What counts now',
  empty: 'No package was taken yet.',
  emptyText: 'Send a first one with orgs, academicSessions, courses and classes as bulk.',
  countColumns: { file: 'File', rows: 'Lines', at: 'Changed last' },
  historyTitle: 'Packages that were taken',
  historyColumns: { name: 'Package', at: 'Taken', files: 'Contents' },
  fileName: fileEn,
  fileLine: (name, mode, rows) => `${name}: ${rows} ${rows === '1' ? 'line' : 'lines'}, ${mode}`,
  same: 'unchanged',
  test: {
    testGood: () => 'The packages that were taken hold a catalogue and results.',
    testPartly: 'The packages that were taken do not hold everything yet.',
    askFor: 'Put these files into the next package:',
    capabilityState: {
      works: 'There',
      missing: 'Not sent yet',
      failed: 'Failed',
      'not-offered': 'Not part of this kind',
    },
  },
};
