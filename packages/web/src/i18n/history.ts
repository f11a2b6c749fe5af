import { staffingEn, staffingId } from './staffing.ts';

export const historyId = {
  ...staffingId,
  title: 'Impor riwayat belajar',
  lead: 'Pelatihan yang sudah lewat, dari daftar Excel atau CSV instansi Anda. Setiap baris diperiksa dahulu; belum ada yang dicatat sebelum Anda memulainya.',
  templateText:
    'Templat memuat ketujuh judul kolom yang wajib dan satu baris contoh. Bila ada, tambahkan kolom “Nomor Sertifikat” dan “Luar Negeri” (ya atau tidak). NIP tetap berupa teks.',
  file: 'Berkas riwayat belajar',
  fileHint:
    'Paling besar 4 MB dan 20.000 baris. Tanggal ditulis seperti 30/06/2025 atau 2025-06-30. Hanya pegawai instansi Anda yang dicatat. JP dihitung menurut aturan: bentuk yang dihitung per hari atau per sesi mendapat sebanyak hari atau sesi yang termuat dalam Total Jam Pelajaran.',
  emptyText:
    'Unduh templat, isi, lalu kirim di sini. Catatan yang sudah ada dilewati, tidak dicatat dua kali.',
  readTitle: 'Cara daftar ini dibaca',
  readText:
    'Baris-baris pertama yang akan dicatat. Periksa tanggalnya. JP di sini menurut aturan; batas per hari, bulan, atau tahun dihitung saat masuk ke buku JP.',
  readColumns: { row: 'Baris', event: 'Kegiatan', days: 'Tanggal', form: 'Kode', jp: 'JP menurut aturan' },
  codesTitle: 'Kode jenis pengembangan',
  codeColumns: { code: 'Kode', means: 'Arti' },
  checkedText: (taken: string, refused: string) => {
    if (taken === '0') {
      return refused === '0'
        ? 'Semua baris sudah tercatat; tidak ada yang perlu diimpor.'
        : `Tidak ada baris yang akan dicatat; ${refused} baris ditolak.`;
    }
    const left = refused === '0' ? '' : ` ${refused} baris ditolak dan dilewati.`;
    return `${taken} baris akan dicatat.${left} Catatannya langsung terverifikasi, JP-nya masuk ke buku JP, dan pegawai melihatnya.`;
  },
  doneText: (taken: string, refused: string) =>
    refused === '0'
      ? `Impor selesai: ${taken} baris dicatat.`
      : `Impor selesai: ${taken} baris dicatat, ${refused} baris ditolak. Unduh baris itu, perbaiki, lalu kirim.`,
  failedText:
    'Impor ini terhenti. Yang sudah dicatat tetap ada. Kirim daftar yang sama sekali lagi: yang sudah tercatat dilewati.',
  discardedText: 'Daftar ini dibuang sebelum diimpor; tidak ada yang dicatat.',
  wouldBe: { ...staffingId.wouldBe, created: 'Akan dicatat', skipped: 'Sudah tercatat' },
  was: { ...staffingId.was, created: 'Dicatat', skipped: 'Sudah tercatat' },
  rowColumns: { ...staffingId.rowColumns, name: 'Kegiatan' },
};

export const historyEn: typeof historyId = {
  ...staffingEn,
  title: 'Import learning history',
  lead: 'Training of the past, from a list of your agency in Excel or CSV. Every row is tried first; nothing is recorded before you start the import.',
  templateText:
    'The template has the seven heads that are needed, in Indonesian, and one row as an example. Add the columns “Nomor Sertifikat” (certificate number) and “Luar Negeri” (abroad, yes or no) where you have them. Numbers stay text.',
  file: 'File with the learning history',
  fileHint:
    'At most 4 MB and 20,000 rows. Write dates like 30/06/2025 or 2025-06-30. Only people of your agency are recorded. JP follow the rules: forms that are counted by days or sessions get as many of these as the stated total has room for.',
  emptyText:
    'Download the template, fill it in, and send it here. What is recorded already is skipped, never recorded twice.',
  readTitle: 'How this list is read',
  readText:
    'The first rows that would be recorded. Check the dates. JP here are those of the rules; caps of a day, month or year are counted when they come to the ledger.',
  readColumns: { row: 'Row', event: 'Event', days: 'Dates', form: 'Code', jp: 'JP by the rules' },
  codesTitle: 'Codes of forms of learning',
  codeColumns: { code: 'Code', means: 'Meaning' },
  checkedText: (taken, refused) => {
    if (taken === '0') {
      return refused === '0'
        ? 'All rows are recorded already; there is nothing to import.'
        : `No row would be recorded; ${refused} rows are refused.`;
    }
    const left = refused === '0' ? '' : ` ${refused} rows are refused and left out.`;
    return `${taken} rows would be recorded.${left} The records are verified at once, their JP go to the ledger, and the people see them.`;
  },
  doneText: (taken, refused) =>
    refused === '0'
      ? `The import is done: ${taken} rows were recorded.`
      : `The import is done: ${taken} rows were recorded, ${refused} rows were refused. Download these, correct them, and send them.`,
  failedText:
    'This import has stopped. What it has recorded stays. Send the same list once more: what is recorded already is skipped.',
  discardedText: 'This list was discarded before it was imported; nothing was recorded.',
  wouldBe: { ...staffingEn.wouldBe, created: 'Would be recorded', skipped: 'Recorded already' },
  was: { ...staffingEn.was, created: 'Recorded', skipped: 'Recorded already' },
  rowColumns: { ...staffingEn.rowColumns, name: 'Event' },
};
