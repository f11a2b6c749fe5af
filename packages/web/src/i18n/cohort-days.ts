import type { Locale } from '@sinau/kernel';

const id = {
  title: 'Batas waktu langkah',
  lead: 'Siapa yang belum menyelesaikan langkah apa. Dibaca dari kemajuan saat ini; dari bagian pilihan hanya sebanyak yang wajib.',
  open: 'Siapa terlambat',
  steps: 'Langkah',
  stepColumns: ['Langkah', 'Paling lambat', 'Belum selesai', 'Terlambat'],
  whom: { late: 'Yang terlambat', open: 'Yang belum selesai' },
  rowColumns: ['Peserta', 'Langkah', 'Paling lambat', 'Keadaan'],
  isLate: 'terlambat',
  isOpen: 'belum selesai',
  all: 'Semua langkah',
  none: { late: 'Tidak ada yang terlambat', open: 'Semua sudah selesai' },
  noneText: 'Tidak ada peserta di daftar ini.',
  noDays: 'Angkatan ini tidak mempunyai batas waktu langkah.',
  asExcel: 'Excel',
  asCsv: 'CSV',
  fileName: 'angkatan-batas-waktu',
  fileNotes: 'Keterangan',
  fileRule: 'Peserta yang sudah mendapat tempat, menurut kemajuan saat berkas ini dibuat.',
  calendar: 'Kalender langkah (.ics)',
  reminded: 'Anda diingatkan 30, 7, dan 1 hari sebelum batas waktu langkah yang belum selesai.',
  team: 'Langkah tim yang terlambat atau jatuh tempo dalam tujuh hari',
  teamColumns: ['Nama', 'Angkatan', 'Langkah', 'Paling lambat'],
};

const en: typeof id = {
  title: 'Days of steps',
  lead: 'Who has not finished which step. Read off how far people are now; of a part with a choice only as many as are needed.',
  open: 'Who is late',
  steps: 'Steps',
  stepColumns: ['Step', 'Until', 'Not finished', 'Late'],
  whom: { late: 'Who is late', open: 'Who has not finished' },
  rowColumns: ['Person', 'Step', 'Until', 'State'],
  isLate: 'late',
  isOpen: 'not finished',
  all: 'All steps',
  none: { late: 'Nobody is late', open: 'Everybody has finished' },
  noneText: 'Nobody is on this list.',
  noDays: 'The steps of this cohort have no days.',
  asExcel: 'Excel',
  asCsv: 'CSV',
  fileName: 'cohort-days',
  fileNotes: 'Notes',
  fileRule: 'People who have a place, by how far they were when this file was made.',
  calendar: 'Calendar of the steps (.ics)',
  reminded: 'You are reminded 30, 7 and 1 days before the day of a step that you have not finished.',
  team: 'Steps of your team that are late or due within seven days',
  teamColumns: ['Name', 'Cohort', 'Step', 'Until'],
};

/** Words of the days of steps of cohorts. */
export const cohortDaysWords: Readonly<Record<Locale, typeof id>> = { id, en };
