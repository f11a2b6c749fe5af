import type { Locale } from '@sinau/kernel';

const id = {
  title: 'Hasil pelatihan pegawai',
  lead: 'Apa yang dipelajari pegawai instansi ini, dalam jumlah. Tidak ada orang di dalamnya.',
  yearSoFar: (year: string) => `Tahun ${year} sejauh ini`,
  yearWhole: (year: string) => `Tahun ${year}`,
  hours: 'Jam pelajaran (JP) yang diakui',
  hoursNote: 'dibulatkan ke bawah ke puluhan JP',
  spent: 'Belanja pelatihan',
  spentNote: 'realisasi mata anggaran pelatihan, dibulatkan ke atas ke jutaan rupiah',
  few: 'Belum ditampilkan',
  fewNote: 'tampil bila pasti dari 10 orang atau lebih',
  topics: 'Topik',
  columns: ['Topik', 'Keikutsertaan'] as readonly [string, string],
  event: 'Seminar, lokakarya, dan webinar',
  none: 'Belum ada yang dapat ditampilkan: sedikitnya 10 orang harus sudah belajar hal yang sama.',
  note: 'Topik dihitung hanya dari kursus dan kegiatan yang masing-masing diikuti sedikitnya 10 orang; keikutsertaan dibulatkan ke bawah ke kelipatan lima.',
  asOf: (at: string) => `Keadaan per ${at}.`,
};
export type PublicTrainingWords = typeof id;

const en: PublicTrainingWords = {
  title: 'What staff have learned',
  lead: 'What people of this agency have learned, in sums. Nobody is in them.',
  yearSoFar: (year) => `${year} so far`,
  yearWhole: (year) => year,
  hours: 'Recognised lesson hours (JP)',
  hoursNote: 'rounded down to tens of hours',
  spent: 'Spent on training',
  spentNote: 'of the budget lines for training, rounded up to millions of rupiah',
  few: 'Not shown yet',
  fewNote: 'shown once it is sure to be of 10 people or more',
  topics: 'Topics',
  columns: ['Topic', 'Times attended'],
  event: 'Seminars, workshops and webinars',
  none: 'There is nothing to show yet: at least 10 people must have learned the same.',
  note: 'Topics are counted from those courses and events alone that at least 10 people each have attended; times are rounded down to fives.',
  asOf: (at) => `As of ${at}.`,
};

export const publicTrainingWords: Readonly<Record<Locale, PublicTrainingWords>> = { id, en };
