import type { TableKindName } from '../tables/ports.ts';
import { counted } from './counted.ts';

const kindId: Readonly<Record<TableKindName, string>> = {
  catalogue: 'Katalog',
  results: 'Hasil belajar',
  enrolments: 'Pendaftaran',
};
const kindEn: Readonly<Record<TableKindName, string>> = {
  catalogue: 'Catalogue',
  results: 'Results',
  enrolments: 'Enrolments',
};

export const tablesId = {
  lead: 'Kirim katalog, hasil, dan pendaftaran sebagai berkas Excel atau CSV. Tidak ada yang berubah sebelum Anda menyetujuinya.',
  kind: kindId,
  kindText: {
    catalogue:
      'Semua kursus yang Anda tawarkan, satu baris tiap kursus. Kursus yang tidak ada lagi di tabel dianggap ditarik.',
    results:
      'Nilai, kelulusan, dan nomor sertifikat. Peserta ditulis dengan nama samarannya dari Sinau, atau dengan NIP atau surel bila perjanjian data mengizinkannya.',
    enrolments: 'Siapa yang terdaftar pada kursus Anda saat ini; dipakai untuk rekonsiliasi.',
  } satisfies Record<TableKindName, string>,
  none: 'Belum ada tabel.',
  current: (name: string, rows: string) => `Berlaku: ${name}, ${rows} baris, sejak`,
  waiting: 'Menunggu persetujuan',
  look: (name: string) => `Periksa ${name}`,
  template: (format: 'csv' | 'xlsx'): string =>
    format === 'xlsx' ? 'Unduh templat Excel' : 'Unduh templat CSV',
  file: (kind: string) => `Berkas ${kind.toLowerCase()}`,
  fileHint: 'Excel (.xlsx) atau CSV; paling besar 4 MB dan 20.000 baris. Baris pertama berisi judul kolom.',
  fileMissing: 'Pilih berkasnya lebih dahulu.',
  fileLarge:
    'Berkas ini lebih besar dari 4 MB. Hapus gambar dan lembar yang tidak perlu, atau bagi berkasnya.',
  check: 'Periksa berkas',
  outcome: 'Hasil pemeriksaan',
  ready: {
    catalogue: (rows: string) =>
      `${rows} kursus dapat dibaca. Setelah disetujui, perubahannya tampil di tab Katalog dan menunggu keputusan di sana.`,
    results: (rows: string) =>
      `${rows} baris dapat diterima. Setelah disetujui, hasilnya masuk ke tab Hasil.`,
    enrolments: (rows: string) =>
      `${rows} baris dapat dibaca dan langsung dibandingkan dengan pendaftaran di sini.`,
  } satisfies Record<TableKindName, (rows: string) => string>,
  some: (good: string, bad: string) =>
    `${good} baris dapat diterima, ${bad} baris tidak. Yang tidak diterima dapat Anda perbaiki dan kirim lagi; baris yang sudah diterima tidak dihitung dua kali.`,
  refused: (bad: string) =>
    `${bad} baris belum dapat dibaca. Cocokkan kolomnya, atau perbaiki berkasnya lalu unggah lagi. Belum ada yang berubah.`,
  confirm: {
    catalogue: 'Setujui katalog',
    results: 'Setujui hasil',
    enrolments: 'Setujui pendaftaran',
  } satisfies Record<TableKindName, string>,
  whole: 'Daftar ini lengkap untuk setiap kursus yang disebutnya',
  wholeHint:
    'Bila dicentang, peserta yang tidak disebut dianggap tidak terdaftar di sana. Bila tidak, tabel ini tidak berkata apa-apa tentang mereka.',
  discard: 'Buang berkas ini',
  columnsTitle: 'Arti kolom',
  columnsText: 'Pilih kolom berkas Anda untuk tiap isian. Pilihan ini diingat untuk berkas berikutnya.',
  required: 'wajib',
  unused: 'Tidak ada di berkas',
  unnamed: (n: string) => `Kolom ${n} (tanpa judul)`,
  map: 'Periksa dengan kolom ini',
  findingsTitle: 'Yang perlu diperhatikan',
  first: (n: string) => `Ditampilkan ${n} temuan pertama.`,
  findingColumns: { row: 'Baris', column: 'Kolom', wrong: 'Masalah dan cara memperbaiki' },
  wholeFile: 'Seluruh berkas',
  sampleTitle: 'Baris pertama berkas Anda',
};

export const tablesEn: typeof tablesId = {
  lead: 'Send catalogue, results and enrolments as Excel or CSV files. Nothing changes before you approve it.',
  kind: kindEn,
  kindText: {
    catalogue:
      'Every course you offer, one row each. A course that is no longer in the table counts as withdrawn.',
    results:
      'Scores, passes and certificate numbers. Learners are named by their pseudonym from Sinau, or by NIP or e-mail where the data agreement allows it.',
    enrolments: 'Who is enrolled in your courses now; used for reconciliation.',
  },
  none: 'No table yet.',
  current: (name, rows) => `In force: ${name}, ${rows} rows, since`,
  waiting: 'Waiting for approval',
  look: (name) => `Look at ${name}`,
  template: (format) => (format === 'xlsx' ? 'Download the Excel template' : 'Download the CSV template'),
  file: (kind) => `File: ${kind.toLowerCase()}`,
  fileHint: 'Excel (.xlsx) or CSV; at most 4 MB and 20,000 rows. The first row holds the heads.',
  fileMissing: 'Choose a file first.',
  fileLarge: 'This file is larger than 4 MB. Delete pictures and sheets that are not needed, or cut it up.',
  check: 'Check the file',
  outcome: 'What was found',
  ready: {
    catalogue: (rows) =>
      `${counted(rows, 'course')} can be read. Once approved, what changes is shown in the tab Catalogue and waits for a decision there.`,
    results: (rows) => `${counted(rows, 'row')} can be taken. Once approved, they appear in the tab Results.`,
    enrolments: (rows) =>
      `${counted(rows, 'row')} can be read, and are compared with enrolments here at once.`,
  },
  some: (good, bad) =>
    `${good} rows can be taken, ${bad} cannot. Correct those and send the file again; rows that were taken do not count twice.`,
  refused: (bad) =>
    `${bad} rows cannot be read yet. Match the columns, or correct the file and upload it again. Nothing has changed.`,
  confirm: {
    catalogue: 'Approve the catalogue',
    results: 'Approve the results',
    enrolments: 'Approve the enrolments',
  },
  whole: 'This list is complete for every course that it names',
  wholeHint:
    'If ticked, learners whom it does not name count as not enrolled there. If not, this table says nothing of them.',
  discard: 'Throw this file away',
  columnsTitle: 'What the columns mean',
  columnsText: 'Choose the column of your file for each field. The choice is remembered for the next file.',
  required: 'required',
  unused: 'Not in the file',
  unnamed: (n) => `Column ${n} (no head)`,
  map: 'Check with these columns',
  findingsTitle: 'What to look at',
  first: (n) => `The first ${n} findings are shown.`,
  findingColumns: { row: 'Row', column: 'Column', wrong: 'Problem and how to mend it' },
  wholeFile: 'Whole file',
  sampleTitle: 'First rows of your file',
};
