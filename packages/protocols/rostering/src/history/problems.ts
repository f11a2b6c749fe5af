import type { LanguageMap } from '@sinau/kernel';
import type { Words } from '../cell-words.ts';
import { listWords } from '../list-words.ts';
import type { PeopleProblem } from '../people/problems.ts';

/** Names that lists of people do not have: a problem says by itself what it means. */
const own = {
  'days-order': [
    'Tanggal selesai mendahului tanggal mulai.',
    'Perbaiki salah satunya.',
    'It ends before it begins.',
    'Correct one of the dates.',
  ],
  'days-long': [
    'Kegiatan ini lebih lama daripada sepuluh tahun.',
    'Periksa kedua tanggalnya.',
    'This lasts longer than ten years.',
    'Check both dates.',
  ],
  'days-old': [
    'Tanggal ini sebelum tahun 1970.',
    'Periksa tahunnya.',
    'This date is before 1970.',
    'Check the year.',
  ],
  'days-future': [
    'Kegiatan ini belum selesai.',
    'Impor setelah hari terakhirnya.',
    'This is not over yet.',
    'Import it after its last day.',
  ],
  'form-unknown': [
    'Kode jenis pengembangan ini tidak ada.',
    'Tulis kode seperti KL06, NKL03, atau PD01.',
    'There is no form of learning with this code.',
    'Write a code like KL06, NKL03 or PD01.',
  ],
  'text-wrong': [
    'Isinya terdiri atas paling sedikit 2 huruf atau angka dalam satu baris, paling banyak 300 untuk kegiatan dan 200 untuk penyelenggara.',
    'Perbaiki isinya.',
    'This has at least 2 letters or digits in one line, at most 300 for what it was and 200 for the organiser.',
    'Correct it.',
  ],
  'jp-wrong': [
    'Jam pelajaran adalah bilangan dari 1 sampai 5.000.',
    'Tulis bilangan tanpa satuan, misalnya 8 atau 7,5.',
    'JP are a number from 1 to 5,000.',
    'Write a number without units, e.g. 8 or 7.5.',
  ],
  'jp-much': [
    'Jam pelajaran ini lebih banyak daripada yang muat dalam hari-harinya (32 JP sehari).',
    'Periksa jam pelajaran dan kedua tanggalnya.',
    'These are more JP than its days have room for (32 JP a day).',
    'Check the JP and both dates.',
  ],
  'certificate-wrong': [
    'Nomor sertifikat terdiri atas paling banyak 100 huruf dan angka.',
    'Perbaiki nomornya, atau kosongkan.',
    'A certificate number has at most 100 letters and digits.',
    'Correct it, or leave it empty.',
  ],
  'abroad-wrong': [
    'Isi sel ini tidak dikenali.',
    'Tulis ya bila di luar negeri, tidak bila di dalam negeri.',
    'This cell is not understood.',
    'Write yes for abroad, no for at home.',
  ],
  'on-platform': [
    'Ini sertifikat kursus di Sinau; JP-nya sudah dihitung dengan sendirinya.',
    'Hapus barisnya.',
    'This is a certificate of a course on Sinau; its JP have counted by themselves.',
    'Delete the row.',
  ],
  'person-unknown': [
    'Tidak ada pegawai dengan NIP ini di instansi Anda.',
    'Periksa NIP-nya, atau impor pegawainya dahulu.',
    'Nobody of your agency has this number.',
    'Check it, or import the person first.',
  ],
  'own-learning': [
    'Baris ini tentang Anda sendiri; tidak seorang pun memverifikasi catatannya sendiri.',
    'Minta admin lain di instansi Anda mengimpornya.',
    'This row is about yourself; nobody verifies their own records.',
    'Ask another administrator of your agency to import it.',
  ],
  'row-wrong': [
    'Isi baris ini tidak cocok satu sama lain.',
    'Periksa kode, tanggal, dan jam pelajarannya.',
    'What this row says does not fit together.',
    'Check code, dates and JP.',
  ],
  // Of rows that are skipped.
  recorded: [
    'Kegiatan atau sertifikat ini sudah tercatat.',
    'Buka catatannya bila ada yang perlu diperbaiki.',
    'This event or certificate is recorded already.',
    'Open the record if there is something to correct.',
  ],
  'recorded-private': [
    'Pegawai ini sudah menulisnya sendiri dan belum mengirimnya.',
    'Minta pegawai itu mengirim atau membatalkan catatannya.',
    'This person has written it down and not sent it yet.',
    'Ask them to send or cancel their record.',
  ],
  'row-twice': [
    'Baris lain di atasnya memuat kegiatan atau sertifikat yang sama.',
    'Tidak perlu apa-apa bila memang sama.',
    'A row above has the same event or certificate.',
    'There is nothing to do if they are the same.',
  ],
} as const satisfies Readonly<Record<string, Words>> & { readonly [Name in PeopleProblem]?: never };

const words = { ...listWords, ...own };

export type HistoryProblem = keyof typeof words;

export const isHistoryProblem = (text: string): text is HistoryProblem => Object.hasOwn(words, text);

export function historyWordsOf(problem: HistoryProblem): {
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
} {
  const [id, mendId, en, mendEn] = words[problem];
  return { message: { id, en }, mend: { id: mendId, en: mendEn } };
}
