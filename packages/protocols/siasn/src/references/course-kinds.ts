import type { Reference } from './reference.ts';

/** `jenisKursusSertipikat`: seems to be a bucket of training; what the letters mean is inferred and shown nowhere. */
export const bucketLetters = ['T', 'F', 'P'] as const;
export type BucketLetter = (typeof bucketLetters)[number];

export interface CourseKind {
  /** `jenisDiklatId`. */
  readonly id: number;
  readonly name: string;
  readonly letter: BucketLetter;
  /** Code of PerLAN 10/2018 as agencies' lists have it; matched by name. */
  readonly form: string;
}

type Row = readonly [id: number, name: string, letter: BucketLetter, form: string];

const rows: readonly Row[] = [
  [1, 'Diklat Struktural', 'T', 'KL01'],
  [2, 'Diklat Fungsional', 'F', 'KL04'],
  [3, 'Diklat Teknis', 'T', 'KL03'],
  [4, 'Workshop', 'P', 'KL07'],
  [5, 'Pelatihan Manajerial', 'T', 'KL02'],
  [6, 'Pelatihan Sosial Kultural', 'T', 'KL05'],
  [7, 'Sosialisasi', 'P', 'KL11'],
  [8, 'Bimbingan Teknis', 'T', 'KL10'],
  [9, 'Seminar', 'P', 'KL06'],
  [10, 'Magang', 'T', 'NKL12'],
  [11, 'Kursus', 'T', 'KL08'],
  [12, 'Penataran', 'T', 'KL09'],
  [13, 'Klasikal lainnya', 'T', 'KL12'],
  [14, 'Coaching', 'T', 'NKL01'],
  [15, 'Mentoring', 'T', 'NKL02'],
  [16, 'E-Learning', 'T', 'NKL03'],
  [17, 'Pelatihan Jarak Jauh', 'T', 'NKL04'],
  [18, 'Detasering', 'T', 'NKL05'],
  [19, 'Outbond', 'T', 'NKL06'],
  [20, 'Benchmarking', 'T', 'NKL07'],
  [21, 'Pertukaran PNS dengan swasta/BUMN/BUMD', 'T', 'NKL08'],
  [22, 'Belajar Mandiri', 'T', 'NKL09'],
  [23, 'Komunitas Belajar', 'T', 'NKL10'],
  [24, 'Bimbingan di Tempat Kerja', 'T', 'NKL11'],
  [25, 'Nonklasikal lainnya', 'T', 'NKL13'],
];

/** `jenisDiklatId` with its letter. */
export const courseKinds: Reference<CourseKind> = {
  source: 'public clients of the SIASN web service, read 2024 to 2026; forms matched by name',
  mark: 'C',
  rows: rows.map(([id, name, letter, form]) => ({ id, name, letter, form })),
};

/** Leadership training: it goes by a door of its own. */
export const structuralKindId = 1;

/** Undefined for degree study, which belongs to the history of education. */
export const courseKindOfForm = (form: string): CourseKind | undefined =>
  courseKinds.rows.find((one) => one.form === form);

export const courseKindOf = (id: number): CourseKind | undefined =>
  courseKinds.rows.find((one) => one.id === id);
