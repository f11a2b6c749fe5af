import type { Locale } from '@sinau/kernel';

const id = {
  legend: 'Klasifikasi',
  lead: 'Membantu orang menemukan kursus ini di katalog. Semuanya boleh dikosongkan.',
  coreValues: 'Nilai dasar ASN BerAKHLAK',
  digitalPillars: 'Pilar literasi digital',
  field: 'Bidang urusan',
  fields: ['Bidang urusan utama', 'Bidang urusan kedua', 'Bidang urusan ketiga'],
  mainHint: 'Bidang pertama ikut ke berkas SIASN sebagai klasifikasi kursus.',
  certification: 'Jenis sertifikasi (SIASN)',
  none: 'Tidak disebutkan',
  unconfirmed: (lists: string) =>
    `Diambil dari isian yang terlihat di instansi dan belum dicocokkan dengan naskah resmi: ${lists}.`,
  unknown: 'Pilih dari daftar, masing-masing sekali.',
};
export type ClassificationWords = typeof id;

const en: ClassificationWords = {
  legend: 'Classification',
  lead: 'Helps people find this course in the catalogue. All of it may stay empty.',
  coreValues: 'Core values of civil servants (BerAKHLAK)',
  digitalPillars: 'Pillars of digital literacy',
  field: 'Fields of affairs',
  fields: ['Main field of affairs', 'Second field of affairs', 'Third field of affairs'],
  mainHint: 'The first field goes into the file for SIASN as its classification.',
  certification: 'Kind of certification (SIASN)',
  none: 'Not stated',
  unconfirmed: (lists) =>
    `Taken from forms as agencies see them and not compared with an official text yet: ${lists}.`,
  unknown: 'Choose from the list, each once.',
};

export const classificationWords: Readonly<Record<Locale, ClassificationWords>> = { id, en };
