import type { Locale } from '@sinau/kernel';

const id = {
  title: (year: number) => `Kesenjangan yang tertutup ${year}`,
  lead: 'Setiap baris adalah satu level yang berubah menurut penilaian baru, sedangkan syarat jabatannya tetap. Jumlahnya menjadi poin pada indikator biaya per poin kesenjangan.',
  years: 'Tahun lain',
  indicator: 'Indikator efisiensi',
  sum: (points: string, changes: string) => `${points} poin dari ${changes} perubahan.`,
  emptyTitle: 'Belum ada yang tertutup',
  emptyText: 'Baris muncul saat penilaian baru menaikkan atau menurunkan level yang sudah pernah dinilai.',
  columns: {
    name: 'Nama',
    competency: 'Kompetensi',
    levels: 'Level sebelum dan sesudah',
    points: 'Poin',
    day: 'Dihitung pada',
    source: 'Sumber penilaian',
  },
  required: (level: string) => `Syarat: ${level}`,
  gone: 'Bukan pegawai instansi lagi',
};
type ClosedWords = typeof id;

const en: ClosedWords = {
  title: (year) => `Gaps closed in ${year}`,
  lead: 'Each row is a level that a new assessment has changed while the post asks for the same. Together they are the points of the indicator cost per gap point.',
  years: 'Other years',
  indicator: 'Indicators of efficiency',
  sum: (points, changes) => `${points} points from ${changes} changes.`,
  emptyTitle: 'Nothing closed yet',
  emptyText: 'Rows come when a new assessment finds a level higher or lower that had been assessed before.',
  columns: {
    name: 'Name',
    competency: 'Competency',
    levels: 'Level before and after',
    points: 'Points',
    day: 'Counted on',
    source: 'Source of the assessment',
  },
  required: (level) => `Required: ${level}`,
  gone: 'Not of the agency any more',
};

export const closedWords: Readonly<Record<Locale, ClosedWords>> = { id, en };
