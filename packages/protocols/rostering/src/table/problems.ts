import type { LanguageMap } from '@sinau/kernel';
import { cellWords } from '../cell-words.ts';
import type { TableColumn } from './columns.ts';

const words = {
  // Of the file.
  'file-unreadable': [
    'Berkas ini tidak dapat dibaca.',
    'Simpan lagi sebagai "Excel Workbook (.xlsx)" atau "CSV UTF-8", lalu kirim.',
    'This file cannot be read.',
    'Save it again as "Excel Workbook (.xlsx)" or "CSV UTF-8" and send it.',
  ],
  'file-old': [
    'Ini berkas Excel lama (.xls) atau berkas yang dikunci kata sandi.',
    'Buka di Excel, hapus kata sandinya, lalu simpan sebagai "Excel Workbook (.xlsx)".',
    'This is an old Excel file (.xls) or one that is locked by a password.',
    'Open it in Excel, take the password off, and save it as "Excel Workbook (.xlsx)".',
  ],
  'file-cut': [
    'Berkas ini terpotong: baris terakhirnya tidak utuh.',
    'Simpan atau unduh lagi dari aplikasi asalnya, lalu kirim.',
    'This file is cut off: its last row is not whole.',
    'Save or download it again where it comes from, and send it.',
  ],
  'file-empty': [
    'Berkas ini tidak berisi baris data.',
    'Isi mulai baris kedua; baris pertama adalah judul kolom.',
    'This file has no rows.',
    'Fill in from the second row on; the first one holds the heads.',
  ],
  'file-large': [
    'Isi berkas ini terlalu besar.',
    'Hapus gambar, lembar, dan format yang tidak perlu, atau bagi menjadi beberapa berkas.',
    'What is in this file is too large.',
    'Delete pictures, sheets and formats that are not needed, or cut it into several files.',
  ],
  'too-many-rows': [
    'Baris dalam berkas ini terlalu banyak.',
    'Bagi menjadi beberapa berkas, paling banyak 20.000 baris.',
    'This file has too many rows.',
    'Cut it into several files of at most 20,000 rows.',
  ],
  'too-many-columns': [
    'Kolom dalam berkas ini terlalu banyak.',
    'Sisakan paling banyak 100 kolom.',
    'This file has too many columns.',
    'Leave 100 columns at most.',
  ],
  // Of its columns.
  'column-missing': [
    'Kolom ini wajib ada.',
    'Pilih kolom berkas Anda yang memuatnya, atau tambahkan kolomnya.',
    'This column has to be there.',
    'Choose the column of your file that holds it, or add one.',
  ],
  // Of one cell.
  ...cellWords,
  'number-wrong': [
    'Ini bukan bilangan yang dapat dipakai.',
    'Tulis bilangan tanpa satuan, lebih dari nol.',
    'This is no number that can be used.',
    'Write a number above zero without units.',
  ],
  'money-wrong': [
    'Ini bukan jumlah rupiah.',
    'Tulis rupiah bulat, misalnya 1250000.',
    'This is no amount of rupiah.',
    'Write whole rupiah, e.g. 1250000.',
  ],
  'date-wrong': [
    'Tanggal ini tidak dikenali.',
    'Tulis seperti 2027-06-30 atau 30/06/2027.',
    'This date is not understood.',
    'Write it like 2027-06-30 or 30/06/2027.',
  ],
  'date-order': [
    'Pendaftaran ditutup sebelum dibuka.',
    'Perbaiki salah satu tanggal.',
    'Enrolment closes before it opens.',
    'Correct one of the dates.',
  ],
  'url-wrong': [
    'Alamat ini tidak dapat dipakai.',
    'Tulis alamat lengkap yang diawali https://.',
    'This address cannot be used.',
    'Write a whole address that begins with https://.',
  ],
  'language-wrong': [
    'Bahasa ini tidak dikenali.',
    'Tulis kode seperti id atau en, dipisahkan |.',
    'This language is not understood.',
    'Write codes such as id or en, separated by |.',
  ],
  'yes-no-wrong': [
    'Isi sel ini tidak dikenali.',
    'Tulis ya atau tidak.',
    'This cell is not understood.',
    'Write yes or no.',
  ],
  'status-wrong': [
    'Status ini tidak dikenali.',
    'Tulis lulus, tidak lulus, selesai, atau belum selesai.',
    'This status is not understood.',
    'Write passed, failed, completed or not completed.',
  ],
  'state-wrong': [
    'Status ini tidak dikenali.',
    'Tulis aktif atau berakhir.',
    'This status is not understood.',
    'Write active or ended.',
  ],
  'score-range': [
    'Nilai ini di luar rentangnya.',
    'Tulis nilai dari 0 sampai nilai maksimum (100 bila tidak ditulis).',
    'This score is out of range.',
    'Write a score from 0 to the maximum (100 unless stated).',
  ],
  'score-letter': [
    'Nilai huruf tidak dihitung sebagai angka.',
    'Baris ini tetap diterima menurut status atau sertifikatnya. Tulis bilangan bila nilainya harus ikut.',
    'A letter grade counts as no number.',
    'This row is taken by its status or certificate all the same. Write a number if the score has to count.',
  ],
  'nothing-said': [
    'Baris ini tidak memuat nilai, status, atau nomor sertifikat.',
    'Isi salah satunya, atau hapus barisnya.',
    'This row has neither score, status nor certificate number.',
    'Fill in one of them, or delete the row.',
  ],
  'row-twice': [
    'Baris lain memuat ID kursus yang sama.',
    'Satukan kedua baris.',
    'Another row has the same course id.',
    'Make one row of both.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

export type TableProblem = keyof typeof words;

/** What is wrong, where, and how to mend it. */
export interface TableFinding {
  readonly problem: TableProblem;
  /** As the spreadsheet numbers it; absent for the file as a whole. */
  readonly row?: number;
  readonly column?: TableColumn;
}

export function wordsOf({ problem }: Pick<TableFinding, 'problem'>): {
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
} {
  const [id, mendId, en, mendEn] = words[problem];
  return { message: { id, en }, mend: { id: mendId, en: mendEn } };
}
