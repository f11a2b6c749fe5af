import type { LanguageMap } from '@sinau/kernel';
import type { SheetColumn } from './columns.ts';

const words = {
  'no-head': [
    'Baris pertama bukan judul kolom templat.',
    'Unduh templat dan pakai baris pertamanya apa adanya.',
    'The first row does not have the heads of the template.',
    'Download the template and keep its first row.',
  ],
  encoding: [
    'Ada huruf di berkas ini yang tidak terbaca.',
    'Simpan sebagai "CSV UTF-8 (dipisahkan koma)", lalu kirim lagi.',
    'Some letters of this file cannot be read.',
    'Save it as "CSV UTF-8 (comma delimited)" and send it again.',
  ],
  'column-unknown': [
    'Kolom ini tidak dikenal.',
    'Hapus kolomnya, atau pakai nama kolom dari templat.',
    'This column is not known.',
    'Delete it, or use a head of the template.',
  ],
  'column-twice': [
    'Kolom ini ada dua kali.',
    'Sisakan satu saja.',
    'This column is there twice.',
    'Keep one of them.',
  ],
  'too-many': [
    'Berkas ini terlalu panjang.',
    'Bagi menjadi beberapa berkas, paling banyak 300 baris.',
    'This file is too long.',
    'Cut it into several files of at most 300 rows.',
  ],
  'no-key': [
    'Baris ini tidak menyebut kursus yang mana.',
    'Isi code untuk kursus baru, atau course_id untuk kursus yang sudah ada.',
    'This row does not say which course it is.',
    'Fill in code for a new course, or course_id for one there is.',
  ],
  'not-found': [
    'Kursus dengan id ini tidak ada pada penyelenggara Anda.',
    'Kosongkan course_id dan isi code, atau salin id dari ekspor.',
    'Your provider has no course with this id.',
    'Leave course_id empty and fill in code, or copy the id from an export.',
  ],
  twice: [
    'Kursus ini sudah disebut di baris lain.',
    'Satukan kedua baris.',
    'Another row names the same course.',
    'Make one row of both.',
  ],
  'code-wrong': [
    'Kode kursus tidak dapat dipakai.',
    'Pakai huruf, angka, titik, garis bawah, dan tanda hubung; paling banyak 64.',
    'This code cannot be used.',
    'Use letters, digits, dots, underscores and hyphens; at most 64.',
  ],
  'title-missing': [
    'Kursus baru memerlukan judul.',
    'Isi title_id atau title_en.',
    'A new course needs a title.',
    'Fill in title_id or title_en.',
  ],
  'too-long': [
    'Isi sel ini terlalu panjang.',
    'Ringkas isinya.',
    'This cell is too long.',
    'Make it shorter.',
  ],
  'jp-wrong': [
    'Ini bukan jam pelajaran.',
    'Tulis bilangan dengan paling banyak dua desimal, misalnya 2,5.',
    'These are no lesson hours.',
    'Write a number with at most two decimals, e.g. 2.5.',
  ],
  'number-wrong': [
    'Ini bukan bilangan bulat yang dapat dipakai.',
    'Tulis angka saja, tanpa titik, koma, atau satuan.',
    'This is no whole number that can be used.',
    'Write digits only, without dots, commas or units.',
  ],
  'code-unknown': [
    'Kode ini tidak ada dalam daftar.',
    'Pakai salah satu kode dari templat.',
    'This code is not on the list.',
    'Use one of the codes of the template.',
  ],
  'language-wrong': [
    'Ini bukan kode bahasa.',
    'Tulis kode seperti id atau en, dipisahkan |.',
    'This is no code of a language.',
    'Write codes such as id or en, separated by |.',
  ],
  'link-wrong': [
    'Tautan ini tidak dapat dipakai.',
    'Tulis judul, spasi, lalu alamat https di internet umum; pisahkan tautan dengan |.',
    'This link cannot be used.',
    'Write a title, a space, and an https address of the public internet; separate links by |.',
  ],
  'list-long': [
    'Terlalu banyak isian dalam satu sel.',
    'Sisakan paling banyak 20.',
    'Too many values in one cell.',
    'Leave 20 at most.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

export type ProblemCode = keyof typeof words;

/** What is wrong with a cell, and how to mend it. */
export interface SheetIssue {
  readonly column?: SheetColumn | string;
  readonly problem: ProblemCode;
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
}

export function issueOf(problem: ProblemCode, column?: SheetColumn | string): SheetIssue {
  const [messageId, mendId, messageEn, mendEn] = words[problem];
  return {
    ...(column !== undefined && { column }),
    problem,
    message: { id: messageId, en: messageEn },
    mend: { id: mendId, en: mendEn },
  };
}
