import type { Locale } from '@sinau/kernel';
import type { ChannelName, ThemeListSummary, ThemeRowOutcome } from '../themes/ports.ts';

/** How many rows each outcome has, as written. */
type RowCounts = Readonly<Record<ThemeRowOutcome, string>>;

const channelsId: Readonly<Record<ChannelName, string>> = {
  ...{ lapor: 'SP4N-LAPOR!', counter: 'Loket', letter: 'Surat', phone: 'Telepon', social: 'Media sosial' },
  ...{ online: 'Daring', other: 'Lainnya' },
};
const channelsEn: Readonly<Record<ChannelName, string>> = {
  ...{ lapor: 'SP4N-LAPOR!', counter: 'Counter', letter: 'Letter', phone: 'Phone', social: 'Social media' },
  ...{ online: 'Online', other: 'Other' },
};

const statesId: Readonly<Record<ThemeListSummary['state'], string>> = {
  ...{ tried: 'Diperiksa, belum disimpan', taking: 'Penyimpanan terputus', taken: 'Disimpan' },
  ...{ undoing: 'Pembatalan terputus', undone: 'Dibatalkan' },
};
const statesEn: Readonly<Record<ThemeListSummary['state'], string>> = {
  ...{ tried: 'Checked, not taken yet', taking: 'Taking was interrupted', taken: 'Taken' },
  ...{ undoing: 'Undoing was interrupted', undone: 'Undone' },
};

const outcomesId: Readonly<Record<ThemeRowOutcome, string>> = {
  ...{ created: 'Baru', changed: 'Mengganti', skipped: 'Sudah sama', refused: 'Ditolak' },
};
const outcomesEn: Readonly<Record<ThemeRowOutcome, string>> = {
  ...{ created: 'New', changed: 'Replaces', skipped: 'The same already', refused: 'Refused' },
};

const id = {
  citizens: 'Suara masyarakat',
  title: 'Tema pengaduan',
  lead: 'Apa yang diadukan masyarakat tentang layanan Anda, dihitung per tema. Yang disimpan hanya jumlah; identitas siapa pun ditolak.',
  channels: channelsId,
  states: statesId,
  outcomes: outcomesId,
  year: 'Tahun',
  numbersOf: (year: string) => `Pengaduan tahun ${year}`,
  none: 'Belum ada angka untuk tahun ini.',
  columns: ['Tema', 'Periode', 'Kanal', 'Jumlah', 'Ditangani', 'Median hari'],
  quarter: (n: string) => `Triwulan ${n}`,
  half: (n: string) => `Semester ${n}`,
  download: (format: string) => `Unduh ${format}`,
  sendTitle: 'Kirim daftar',
  sendText:
    'Satu baris untuk setiap layanan, periode, tema, dan kanal, dengan jumlah pengaduan dan yang ditangani; paling banyak 500 baris. Daftar diperiksa dahulu: tidak ada angka yang berubah sebelum Anda menyimpannya. Kolom berisi nama, NIK, NIP, telepon, surel, atau alamat orang ditolak. Nama orang di dalam tema tidak dikenali mesin; hapuslah sebelum mengirim.',
  template: (format: string) => `Templat ${format}`,
  noServices: 'Tambahkan dahulu layanan instansi di tab pertama; daftar menyebut layanan dengan namanya.',
  file: 'Berkas CSV atau Excel (.xlsx)',
  fileHint: 'Paling besar 1 MB.',
  fileMissing: 'Pilih berkasnya dahulu.',
  fileLarge: 'Berkas ini lebih dari 1 MB. Bagi menjadi beberapa berkas.',
  check: 'Periksa daftar',
  lists: 'Daftar yang pernah dikirim',
  listColumns: ['Daftar', 'Dikirim', 'Keadaan', 'Baris'],
  nameless: 'Daftar tanpa nama',
  sentBy: (when: string, by: string) => `${when} oleh ${by}`,
  rowCounts: (news: string, same: string, refused: string) =>
    `${news} baru atau mengganti, ${same} sama, ${refused} ditolak`,
  listTitle: 'Daftar tema pengaduan',
  tried: ({ created, changed, skipped, refused }: RowCounts) =>
    `Bila disimpan: ${created} baris baru, ${changed} mengganti angka yang ada, ${skipped} sudah sama, ${refused} ditolak.`,
  done: ({ created, changed, skipped, refused }: RowCounts) =>
    `${created} baris baru, ${changed} mengganti angka yang ada, ${skipped} sudah sama, ${refused} ditolak.`,
  ignored: (heads: string) => `Kolom yang tidak disimpan: ${heads}.`,
  gone: 'Rincian baris daftar ini sudah dihapus karena umurnya, jadi daftar ini tidak dapat disimpan atau dibatalkan lagi. Kirim lagi berkasnya bila perlu.',
  take: 'Simpan angkanya',
  goOn: 'Lanjutkan menyimpan',
  undo: 'Batalkan daftar ini',
  refusedFile: (format: string) => `Baris yang ditolak (${format})`,
  rows: 'Baris',
  rowColumns: ['Baris', 'Hasil', 'Isi', 'Keterangan'],
  replaces: (numbers: string) => `Mengganti: ${numbers}`,
  numbers: (count: string, handled: string, days: string) =>
    `${count} pengaduan, ${handled} ditangani, median ${days} hari`,
  undoTitle: 'Batalkan daftar ini?',
  undoText: (name: string, created: string, changed: string) =>
    `${name}: ${created} baris barunya dihapus, dan ${changed} baris kembali ke angka sebelumnya.`,
};

export type ThemeWords = typeof id;

const en: ThemeWords = {
  citizens: 'Citizens’ voice',
  title: 'Themes of complaints',
  lead: 'What citizens complain about in your services, counted by theme. Only counts are kept; whatever tells who somebody is is refused.',
  channels: channelsEn,
  states: statesEn,
  outcomes: outcomesEn,
  year: 'Year',
  numbersOf: (year) => `Complaints in ${year}`,
  none: 'There are no numbers of this year yet.',
  columns: ['Theme', 'Period', 'Channel', 'Count', 'Handled', 'Median days'],
  quarter: (n) => `Quarter ${n},`,
  half: (n) => `Half year ${n},`,
  download: (format) => `Download ${format}`,
  sendTitle: 'Send a list',
  sendText:
    'One row for each service, period, theme and channel, with how many complaints there were and how many were handled; 500 rows at most. A list is checked first: no number changes before you take it. Columns with names, NIK, NIP, telephone, e-mail or addresses of people are refused. A machine does not know names inside a theme; take them out before you send it.',
  template: (format) => `Template ${format}`,
  noServices: 'Add the services of your agency on the first tab; a list calls them by their names.',
  file: 'CSV or Excel file (.xlsx)',
  fileHint: '1 MB at most.',
  fileMissing: 'Choose the file first.',
  fileLarge: 'This file is larger than 1 MB. Cut it into several.',
  check: 'Check the list',
  lists: 'Lists that were sent',
  listColumns: ['List', 'Sent', 'State', 'Rows'],
  nameless: 'List without a name',
  sentBy: (when, by) => `${when} by ${by}`,
  rowCounts: (news, same, refused) => `${news} new or replacing, ${same} the same, ${refused} refused`,
  listTitle: 'List of themes',
  tried: ({ created, changed, skipped, refused }) =>
    `If you take it: ${created} new rows, ${changed} that replace numbers, ${skipped} that are the same already, ${refused} refused.`,
  done: ({ created, changed, skipped, refused }) =>
    `${created} new rows, ${changed} that replaced numbers, ${skipped} that were the same already, ${refused} refused.`,
  ignored: (heads) => `Columns that are not kept: ${heads}.`,
  gone: 'The rows of this list were deleted by their age, so it can be neither taken nor undone any more. Send the file again if need be.',
  take: 'Take the numbers',
  goOn: 'Go on taking',
  undo: 'Undo this list',
  refusedFile: (format) => `Refused rows (${format})`,
  rows: 'Rows',
  rowColumns: ['Row', 'Outcome', 'What it says', 'Remark'],
  replaces: (numbers) => `Replaces: ${numbers}`,
  numbers: (count, handled, days) => `${count} complaints, ${handled} handled, median ${days} days`,
  undoTitle: 'Undo this list?',
  undoText: (name, created, changed) =>
    `${name}: its ${created} new rows go, and ${changed} rows get their earlier numbers back.`,
};

/** Words of pages that few load; not part of the dictionary of every page. */
export const themeWords: Readonly<Record<Locale, ThemeWords>> = { id, en };
