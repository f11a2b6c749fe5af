export const staffingId = {
  title: 'Impor pegawai',
  lead: 'Daftar pegawai dari Excel atau CSV. Setiap baris diperiksa dahulu; belum ada yang berubah sebelum Anda memulainya.',
  sendTitle: 'Kirim daftar',
  templateText: 'Templat memuat semua judul kolom dan satu baris contoh. NIP tetap berupa teks.',
  template: { xlsx: 'Templat Excel', csv: 'Templat CSV' },
  file: 'Berkas daftar pegawai',
  fileHint:
    'Paling besar 4 MB dan 20.000 baris. Pegawai dikenali dari NIP atau NI PPPK; sel kosong tidak mengubah apa pun, dan orang yang tidak ada di daftar tetap seperti semula.',
  check: 'Periksa daftar',
  fileMissing: 'Pilih berkas lebih dahulu.',
  fileLarge: 'Berkas ini lebih besar dari 4 MB. Bagi menjadi beberapa berkas.',
  sentTitle: 'Daftar yang pernah dikirim',
  emptyTitle: 'Belum ada daftar',
  emptyText: 'Unduh templat, isi, lalu kirim di sini.',
  columns: { file: 'Berkas', sent: 'Dikirim', state: 'Keadaan', done: 'Baris baik', refused: 'Ditolak' },
  state: {
    checking: 'Sedang diperiksa',
    checked: 'Menunggu keputusan Anda',
    running: 'Sedang diimpor',
    done: 'Selesai',
    failed: 'Terhenti',
    discarded: 'Dibuang',
  },
  sentBy: (name: string, at: string) => `Dikirim ${name}, ${at}`,
  progress: (percent: string, rows: string) =>
    `${percent} dari ${rows} baris. Halaman ini boleh ditutup; pekerjaan berjalan terus.`,
  checkedText: (taken: string, refused: string) =>
    refused === '0'
      ? `Semua baris dapat diimpor; ${taken} di antaranya membuat atau mengubah data. Orang baru langsung mendapat surel undangan.`
      : `${taken} baris membuat atau mengubah data; ${refused} baris ditolak dan dilewati. Orang baru langsung mendapat surel undangan.`,
  doneText: (taken: string, refused: string) =>
    refused === '0'
      ? `Impor selesai: ${taken} orang dibuat atau diubah.`
      : `Impor selesai: ${taken} orang dibuat atau diubah, ${refused} baris ditolak. Unduh baris itu, perbaiki, lalu kirim.`,
  failedText:
    'Impor ini terhenti. Yang sudah dikerjakan tetap berlaku. Kirim daftar yang sama sekali lagi: yang sudah sesuai dilewati.',
  rolesNote: {
    checked:
      'Daftar ini mencatat atasan dari kolom NIP atasan, tetapi tidak memberi peran Atasan kepada siapa pun. Sesudah impor, periksa siapa yang belum memegangnya:',
    done: 'Yang disebut di kolom NIP atasan sudah tercatat sebagai atasan. Peran Atasan tidak ikut diberikan; periksa siapa yang belum memegangnya:',
  },
  discardedText: 'Daftar ini dibuang sebelum diimpor; tidak ada yang berubah.',
  wouldBe: {
    created: 'Akan dibuat',
    changed: 'Akan diubah',
    skipped: 'Sudah sesuai',
    refused: 'Ditolak',
  },
  was: { created: 'Dibuat', changed: 'Diubah', skipped: 'Sudah sesuai', refused: 'Ditolak' },
  start: 'Impor sekarang',
  discard: 'Buang daftar',
  results: 'Unduh hasil semua baris (CSV)',
  refusedFile: { xlsx: 'Unduh baris yang ditolak (Excel)', csv: 'Unduh baris yang ditolak (CSV)' },
  refusedTitle: 'Baris yang ditolak',
  first: (count: string) => `${count} yang pertama; semuanya ada di berkas hasil.`,
  rowColumns: { row: 'Baris', name: 'Nama', column: 'Kolom', reason: 'Alasan dan cara memperbaiki' },
};

export const staffingEn: typeof staffingId = {
  title: 'Import people',
  lead: 'A list of people from Excel or CSV. Every row is tried first; nothing changes before you start the import.',
  sendTitle: 'Send a list',
  templateText: 'The template has all heads and one row as an example. Numbers stay text.',
  template: { xlsx: 'Excel template', csv: 'CSV template' },
  file: 'File with the list of people',
  fileHint:
    'At most 4 MB and 20,000 rows. People are known by their NIP or NI PPPK; an empty cell changes nothing, and whoever is not in the list stays as they are.',
  check: 'Check the list',
  fileMissing: 'Choose a file first.',
  fileLarge: 'This file is larger than 4 MB. Cut it into several files.',
  sentTitle: 'Lists that were sent',
  emptyTitle: 'No list yet',
  emptyText: 'Download the template, fill it in and send it here.',
  columns: { file: 'File', sent: 'Sent', state: 'State', done: 'Good rows', refused: 'Refused' },
  state: {
    checking: 'Being checked',
    checked: 'Waits for your decision',
    running: 'Being imported',
    done: 'Done',
    failed: 'Stopped',
    discarded: 'Discarded',
  },
  sentBy: (name, at) => `Sent by ${name}, ${at}`,
  progress: (percent, rows) => `${percent} of ${rows} rows. You can close this page; the work goes on.`,
  checkedText: (taken, refused) =>
    refused === '0'
      ? `All rows can be imported; ${taken} of them create or change something. New people get an invitation by e-mail at once.`
      : `${taken} rows create or change something; ${refused} rows are refused and left out. New people get an invitation by e-mail at once.`,
  doneText: (taken, refused) =>
    refused === '0'
      ? `The import is done: ${taken} people were created or changed.`
      : `The import is done: ${taken} people were created or changed, ${refused} rows were refused. Download these, correct them, and send them.`,
  failedText:
    'This import has stopped. What it has done stays. Send the same list once more: what is right already is skipped.',
  rolesNote: {
    checked:
      'This list records supervisors from the column of their NIP, and gives nobody the role of one. After the import, see who does not hold it yet:',
    done: 'Whoever the column of supervisors names is recorded as one. The role of supervisor is not given with it; see who does not hold it yet:',
  },
  discardedText: 'This list was discarded before it was imported; nothing has changed.',
  wouldBe: {
    created: 'Would be created',
    changed: 'Would be changed',
    skipped: 'Right already',
    refused: 'Refused',
  },
  was: { created: 'Created', changed: 'Changed', skipped: 'Right already', refused: 'Refused' },
  start: 'Import now',
  discard: 'Discard the list',
  results: 'Download the results of all rows (CSV)',
  refusedFile: { xlsx: 'Download refused rows (Excel)', csv: 'Download refused rows (CSV)' },
  refusedTitle: 'Refused rows',
  first: (count) => `The first ${count}; the file of results has all.`,
  rowColumns: { row: 'Row', name: 'Name', column: 'Column', reason: 'Reason, and how to mend it' },
};
