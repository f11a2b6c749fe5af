import type { LanguageMap } from '@sinau/kernel';
import type { ThemeProblem } from './read-row.ts';
import type { TriedList } from './try-list.ts';

const words: Readonly<Record<ThemeProblem, readonly [id: string, en: string]>> = {
  'identity-nik': [
    'Ada 16 angka seperti NIK. Hapus nomornya; yang disimpan hanya jumlah.',
    'Sixteen digits like a NIK. Delete the number; only counts are kept.',
  ],
  'identity-nip': [
    'Ada 18 angka seperti NIP. Hapus nomornya; yang disimpan hanya jumlah.',
    'Eighteen digits like a NIP. Delete the number; only counts are kept.',
  ],
  'identity-phone': [
    'Ada nomor panjang seperti nomor telepon. Hapus nomornya.',
    'A long number like a telephone number. Delete it.',
  ],
  'identity-email': ['Ada alamat surel. Hapus alamatnya.', 'An e-mail address. Delete it.'],
  missing: ['Sel ini kosong. Isi.', 'This cell is empty. Fill it in.'],
  'wrong-period': [
    'Periode tidak dikenali. Tulis seperti 2026-10, Triwulan III 2026, Semester 1 2026, atau 2026.',
    'This period is not understood. Write it like 2026-10, Triwulan III 2026, Semester 1 2026 or 2026.',
  ],
  'future-period': [
    'Periode ini belum dimulai. Perbaiki periodenya.',
    'This period has not begun. Correct it.',
  ],
  'wrong-theme': [
    'Tema ditulis dengan 3 sampai 80 huruf dalam satu baris.',
    'A theme has 3 to 80 letters on one line.',
  ],
  'wrong-channel': [
    'Kanal tidak dikenali. Tulis SP4N-LAPOR, Loket, Surat, Telepon, Media sosial, Daring, atau Lainnya.',
    'This channel is not understood. Write SP4N-LAPOR, counter, letter, phone, social media, online or other.',
  ],
  'wrong-number': [
    'Tulis bilangan bulat dari 0 sampai 1.000.000.',
    'Write a whole number from 0 to 1,000,000.',
  ],
  'handled-above-count': [
    'Yang ditangani lebih banyak daripada jumlah pengaduan. Perbaiki salah satunya.',
    'More were handled than there are. Correct one of them.',
  ],
  'wrong-days': [
    'Tulis jumlah hari, paling banyak 3.650, misalnya 4,5.',
    'Write a number of days, 3,650 at most, e.g. 4.5.',
  ],
  'unknown-service': [
    'Layanan ini tidak ada di instansi Anda. Tulis namanya seperti di Suara masyarakat, atau tambahkan layanannya dahulu.',
    'Your agency has no such service. Write its name as the page of services has it, or add the service first.',
  ],
  twice: [
    'Baris lain memuat layanan, periode, tema, dan kanal yang sama. Satukan keduanya.',
    'Another row has the same service, period, theme and channel. Make one row of both.',
  ],
  'period-overlaps': [
    'Tema dan kanal ini sudah punya angka untuk sebagian periode itu. Pakai periode yang sama, atau batalkan daftar sebelumnya.',
    'This theme and channel have numbers for a part of that period. Use the same periods, or undo the earlier list.',
  ],
  full: [
    'Layanan ini sudah punya 2.000 baris dalam tahun itu. Satukan tema yang mirip.',
    'This service has 2,000 rows in that year. Join themes that are alike.',
  ],
  changed: [
    'Angkanya berubah sesudah daftar diperiksa. Kirim daftarnya sekali lagi.',
    'Its numbers changed after the list was checked. Send the list again.',
  ],
};

export function themeProblemWords(problem: ThemeProblem): LanguageMap {
  const [id, en] = words[problem];
  return { id, en };
}

/** Why a file was not looked at row by row, and what to do. */
export function fileProblemWords(refused: Exclude<TriedList, { readonly outcome: 'tried' }>): LanguageMap {
  if (refused.outcome === 'too-many') {
    return {
      id: `Barisnya terlalu banyak. Bagi menjadi daftar dengan paling banyak ${refused.most} baris.`,
      en: `Too many rows. Divide them into lists of ${refused.most} at most.`,
    };
  }
  const heads = refused.heads.join(', ');
  if (refused.outcome === 'missing') {
    return {
      id: `Kolom ini belum ada: ${heads}. Tambahkan, atau pakai templat.`,
      en: `These columns are missing: ${heads}. Add them, or use the template.`,
    };
  }
  return {
    id: `Berkas ini punya kolom tentang identitas orang: ${heads}. Hapus kolomnya, lalu kirim lagi; tidak ada isi berkas yang disimpan.`,
    en: `This file has columns about who people are: ${heads}. Delete them and send it again; nothing of the file was kept.`,
  };
}
