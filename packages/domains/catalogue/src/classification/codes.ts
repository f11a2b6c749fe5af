/**
 * Codes by which courses are classified, in the order of the lists that they were taken from. What they are called, where each list was
 * found and how sure it is: `lists.ts`, which is loaded where it is shown. A code is never taken away, since courses have it.
 */

/** BerAKHLAK: core values of civil servants (SE MenPANRB 20/2021, UU 20/2023). */
export const coreValues = [
  'service',
  'accountable',
  'competent',
  'harmonious',
  'loyal',
  'adaptive',
  'collaborative',
] as const;
export type CoreValue = (typeof coreValues)[number];

/** Pillars of digital literacy. */
export const digitalPillars = ['skills', 'culture', 'ethics', 'safety'] as const;
export type DigitalPillar = (typeof digitalPillars)[number];

/** `jenis sertifikasi` of the form that SIASN has for courses. */
export const certificationKinds = ['certification', 'course', 'patent', 'scientific-writing'] as const;
export type CertificationKind = (typeof certificationKinds)[number];

/** `klasifikasi kursus` of the same form: fields of government affairs. */
export const courseFields = [
  'aparatur-negara',
  'dalam-negeri',
  'energi-sumber-daya-mineral',
  'hak-asasi-manusia',
  'hukum',
  'imigrasi-pemasyarakatan',
  'informasi-geospasial',
  'intelijen',
  'karantina',
  'keagamaan',
  'keamanan',
  'keamanan-siber',
  'kearsipan',
  'kebudayaan',
  'kehutanan',
  'kelautan-perikanan',
  'kepemudaan-olahraga',
  'kesehatan',
  'keuangan',
  'komunikasi-digital',
  'koperasi',
  'lingkungan-hidup',
  'luar-negeri',
  'meteorologi-klimatologi-geofisika',
  'pangan',
  'pariwisata',
  'pekerjaan-umum',
  'desa',
  'perempuan-anak',
  'badan-usaha-milik-negara',
  'pemilihan-umum',
  'penanaman-modal',
  'penanggulangan-bencana',
  'antikorupsi',
  'penanggulangan-terorisme',
  'narkotika',
  'pencucian-uang',
  'pendidikan',
  'penelitian-inovasi',
  'pengadaan-barang-jasa',
  'pengawasan-keuangan',
  'obat-makanan',
  'ketenaganukliran',
  'pelayanan-publik',
  'keluarga-berencana',
  'penuntutan',
  'penyiaran',
  'peradilan',
  'perdagangan',
  'perencanaan',
  'perhubungan',
  'perindustrian',
  'perpustakaan',
  'pertahanan',
  'pertanahan',
  'pertanian',
  'perumahan',
  'sosial',
  'standardisasi',
  'statistik',
  'tenaga-kerja',
  'transmigrasi',
  'usaha-kecil-menengah',
] as const;
export type CourseField = (typeof courseFields)[number];
