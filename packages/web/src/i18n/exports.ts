import type { ExportView } from '../exports/ports.ts';

interface ExportWords {
  readonly title: string;
  readonly lead: string;
  readonly ask: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly listHeading: string;
  readonly columns: Readonly<Record<'asked' | 'content' | 'state' | 'rows' | 'by', string>>;
  readonly state: Readonly<Record<ExportView['state'], string>>;
  readonly formatHint: string;
  readonly formatField: string;
  readonly newTitle: string;
  readonly newLead: string;
  readonly from: string;
  readonly to: string;
  readonly dayHint: string;
  readonly dayWrong: string;
  readonly periodEmpty: string;
  readonly unit: string;
  readonly everyUnit: string;
  readonly course: string;
  readonly courseHint: string;
  readonly courseWrong: string;
  readonly start: string;
  readonly allRecords: string;
  readonly period: (from: string | undefined, to: string | undefined) => string;
  readonly oneTitle: string;
  readonly requestedBy: (name: string) => string;
  readonly progress: (percent: string, rows: string) => string;
  readonly readOf: (read: string, total: string) => string;
  readonly waitingText: string;
  readonly runningText: string;
  readonly doneText: (rows: string, files: number) => string;
  readonly nothingFound: string;
  readonly availableUntil: (at: string) => string;
  readonly expiredText: (at: string) => string;
  readonly cancelledText: string;
  readonly failure: Readonly<Record<NonNullable<ExportView['failure']>, string>>;
  readonly cancel: string;
  readonly cancelTitle: string;
  readonly cancelText: string;
  readonly cancelDismiss: string;
  readonly filesHeading: string;
  readonly fileColumns: Readonly<Record<'file' | 'rows' | 'size', string>>;
  readonly checksumHint: string;
  readonly daysHeading: string;
  readonly daysLead: string;
  readonly daysEmpty: string;
  readonly dayColumns: Readonly<Record<'date' | 'rows', string>>;
  readonly download: (number: number, size: string, name: string) => string;
}

export const exportsId: ExportWords = {
  title: 'Ekspor catatan',
  lead: 'Catatan belajar pegawai instansi Anda sebagai berkas: sesuai permintaan, dan berkas harian yang dibuat setiap malam.',
  ask: 'Minta ekspor',
  emptyTitle: 'Belum ada ekspor',
  emptyText:
    'Pilih rentang tanggal dan format; berkasnya disiapkan di latar belakang dan disimpan tujuh hari.',
  listHeading: 'Ekspor terakhir',
  columns: { asked: 'Diminta', content: 'Isi', state: 'Keadaan', rows: 'Catatan', by: 'Oleh' },
  state: {
    waiting: 'Menunggu giliran',
    running: 'Sedang berjalan',
    done: 'Selesai',
    failed: 'Gagal',
    cancelled: 'Dibatalkan',
    expired: 'Berkas sudah dihapus',
  },
  formatHint:
    'CSV untuk lembar kerja, NDJSON dan Parquet untuk gudang data. CSV dan NDJSON dimampatkan dengan gzip.',
  formatField: 'Format berkas',
  newTitle: 'Minta ekspor',
  newLead:
    'Ekspor berisi catatan yang sudah tersimpan saat ia mulai. Satu ekspor berjalan pada satu waktu; yang lain menunggu.',
  from: 'Dari tanggal',
  to: 'Sampai tanggal',
  dayHint: 'Tanggal tersimpan, waktu Jakarta. Kosongkan untuk semua.',
  dayWrong: 'Isi tanggal seperti 2026-03-31.',
  periodEmpty: 'Tanggal akhir mendahului tanggal awal.',
  unit: 'Unit kerja',
  everyUnit: 'Semua unit',
  course: 'Kursus',
  courseHint: 'ID kursus seperti di alamat halamannya.',
  courseWrong: 'ID kursus terdiri dari huruf, angka, dan tanda hubung.',
  start: 'Mulai ekspor',
  allRecords: 'Semua catatan',
  period: (from, to) => {
    if (from && to) return from === to ? from : `${from} s.d. ${to}`;
    return from ? `mulai ${from}` : `sampai ${to ?? ''}`;
  },
  oneTitle: 'Ekspor',
  requestedBy: (name) => `diminta oleh ${name}`,
  progress: (percent, rows) => `${percent} dibaca, ${rows} catatan ditulis`,
  readOf: (read, total) => `${read} dari ${total} catatan dibaca`,
  waitingText: 'Ekspor sebelumnya belum selesai. Halaman ini boleh ditutup.',
  runningText: 'Halaman ini boleh ditutup; ekspor tetap berjalan.',
  doneText: (rows, files) => `${rows} catatan dalam ${files} berkas.`,
  nothingFound: 'Tidak ada catatan yang cocok, sehingga tidak ada berkas.',
  availableUntil: (at) => `Berkas dapat diunduh sampai ${at}, lalu dihapus.`,
  expiredText: (at) => `Berkasnya dihapus pada ${at}. Minta ekspor baru bila masih diperlukan.`,
  cancelledText: 'Ekspor ini dibatalkan; tidak ada berkas.',
  failure: {
    machine:
      'Ekspor terputus tiga kali karena gangguan di pihak kami. Minta lagi; bila gagal lagi, sampaikan nomor ekspor ini kepada operator.',
    filter: 'Unit kerja yang dipilih sudah tidak ada. Minta ekspor baru dengan unit lain.',
  },
  cancel: 'Batalkan ekspor',
  cancelTitle: 'Batalkan ekspor ini?',
  cancelText: 'Yang sudah ditulis dibuang. Anda dapat meminta ekspor baru kapan saja.',
  cancelDismiss: 'Biarkan berjalan',
  filesHeading: 'Berkas',
  fileColumns: { file: 'Berkas', rows: 'Catatan', size: 'Ukuran' },
  checksumHint:
    'Cocokkan berkas yang diunduh dengan sha256sum. Tautan berlaku 15 menit sejak diklik; siapa pun yang memegangnya dapat mengunduh.',
  daysHeading: 'Berkas harian',
  daysLead:
    'Satu folder per hari (waktu Jakarta) dalam NDJSON dan Parquet, dibuat setiap malam. Catatan yang datang terlambat menambah berkas pada harinya.',
  daysEmpty: 'Belum ada berkas harian. Berkas pertama dibuat malam ini bila ada catatan.',
  dayColumns: { date: 'Hari', rows: 'Catatan' },
  download: (number, size, name) => `Berkas ${number} (${size}), ${name}`,
};

export const exportsEn: ExportWords = {
  title: 'Exports of records',
  lead: 'Learning records of your agency’s people as files: on demand, and daily files that are made every night.',
  ask: 'Ask for an export',
  emptyTitle: 'No exports yet',
  emptyText:
    'Choose a period and a format; the files are prepared in the background and kept for seven days.',
  listHeading: 'Latest exports',
  columns: { asked: 'Asked for', content: 'Content', state: 'State', rows: 'Records', by: 'By' },
  state: {
    waiting: 'Waiting its turn',
    running: 'Running',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
    expired: 'Files deleted',
  },
  formatHint:
    'CSV for spreadsheets, NDJSON and Parquet for data warehouses. CSV and NDJSON are gzip-compressed.',
  formatField: 'File format',
  newTitle: 'Ask for an export',
  newLead:
    'An export holds the records that were stored when it began. One export runs at a time; the others wait.',
  from: 'From day',
  to: 'To day',
  dayHint: 'Day of storing, Jakarta time. Leave empty for all.',
  dayWrong: 'Give a day like 2026-03-31.',
  periodEmpty: 'The last day is before the first.',
  unit: 'Unit',
  everyUnit: 'Every unit',
  course: 'Course',
  courseHint: 'The course’s id as in the address of its page.',
  courseWrong: 'The id of a course has letters, digits and hyphens.',
  start: 'Start the export',
  allRecords: 'All records',
  period: (from, to) => {
    if (from && to) return from === to ? from : `${from} – ${to}`;
    return from ? `from ${from}` : `to ${to ?? ''}`;
  },
  oneTitle: 'Export',
  requestedBy: (name) => `asked for by ${name}`,
  progress: (percent, rows) => `${percent} read, ${rows} records written`,
  readOf: (read, total) => `${read} of ${total} records read`,
  waitingText: 'An earlier export has not ended yet. You may close this page.',
  runningText: 'You may close this page; the export goes on.',
  doneText: (rows, files) => `${rows} records in ${files} ${files === 1 ? 'file' : 'files'}.`,
  nothingFound: 'No record matches, so there is no file.',
  availableUntil: (at) => `The files can be downloaded until ${at}; then they are deleted.`,
  expiredText: (at) => `The files were deleted on ${at}. Ask for a new export if you still need them.`,
  cancelledText: 'This export was cancelled; there are no files.',
  failure: {
    machine:
      'The export broke off three times because of a fault on our side. Ask again; if it fails again, tell the operator the number of this export.',
    filter: 'The unit that was chosen is not there any more. Ask for a new export with another one.',
  },
  cancel: 'Cancel the export',
  cancelTitle: 'Cancel this export?',
  cancelText: 'What was written is thrown away. You can ask for a new export at any time.',
  cancelDismiss: 'Let it run',
  filesHeading: 'Files',
  fileColumns: { file: 'File', rows: 'Records', size: 'Size' },
  checksumHint:
    'Check a downloaded file with sha256sum. A link works for 15 minutes after you click it, for whoever holds it.',
  daysHeading: 'Daily files',
  daysLead:
    'One folder a day (Jakarta time) as NDJSON and Parquet, made every night. Records that come late add files to their day.',
  daysEmpty: 'No daily files yet. The first ones are made tonight if there are records.',
  dayColumns: { date: 'Day', rows: 'Records' },
  download: (number, size, name) => `File ${number} (${size}), ${name}`,
};
