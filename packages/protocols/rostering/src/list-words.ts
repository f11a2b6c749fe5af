import type { EmployeeNumberProblem } from '@sinau/kernel';
import { cellWords, type Words } from './cell-words.ts';

/** What may be wrong in any list that names people by their number: the problem and how to mend it, twice. */
export const listWords = {
  'column-missing': [
    'Kolom ini wajib ada.',
    'Tambahkan kolomnya; unduh templat untuk melihat judul kolom.',
    'This column has to be there.',
    'Add it; the template shows the heads.',
  ],
  ...cellWords,
  'number-digits': [
    'NIP atau NI PPPK terdiri atas 18 angka.',
    'Periksa angkanya.',
    'A NIP or NI PPPK has 18 digits.',
    'Check the digits.',
  ],
  'number-birth-date': [
    'Delapan angka pertama bukan tanggal lahir pegawai.',
    'Periksa angka 1 sampai 8.',
    'The first eight digits are no birth date of somebody who works.',
    'Check digits 1 to 8.',
  ],
  'number-appointment': [
    'Angka 9 sampai 14 bukan tahun dan bulan pengangkatan.',
    'Periksa angkanya, atau tulis PPPK sebagai status bila ini NI PPPK.',
    'Digits 9 to 14 are no year and month of an appointment.',
    'Check them, or write PPPK as the status if this is a NI PPPK.',
  ],
  'number-sex': [
    'Angka ke-15 harus 1 atau 2.',
    'Periksa angka ke-15.',
    'The 15th digit has to be 1 or 2.',
    'Check the 15th digit.',
  ],
  'number-serial': [
    'Tiga angka terakhir tidak boleh 000.',
    'Periksa tiga angka terakhir.',
    'The last three digits cannot be 000.',
    'Check the last three digits.',
  ],
  'date-wrong': [
    'Tanggal ini tidak dikenali.',
    'Tulis seperti 2026-06-30 atau 30/06/2026.',
    'This date is not understood.',
    'Write it like 2026-06-30 or 30/06/2026.',
  ],
} as const satisfies Readonly<Record<string, Words>>;

export const numberProblems = {
  'lost-digits': 'number-rounded',
  'not-18-digits': 'number-digits',
  'birth-date': 'number-birth-date',
  appointment: 'number-appointment',
  sex: 'number-sex',
  serial: 'number-serial',
} as const satisfies Record<EmployeeNumberProblem, keyof typeof listWords>;
