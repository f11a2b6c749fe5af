import type { Locale } from '@sinau/kernel';
import type { BandName, ComponentName, DimensionName, PostKindChoice } from '../professionalism/ports.ts';

const bandsId: Readonly<Record<BandName, string>> = {
  'very-low': 'Sangat Rendah',
  low: 'Rendah',
  medium: 'Sedang',
  high: 'Tinggi',
  'very-high': 'Sangat Tinggi',
};

const componentsId: Readonly<Record<ComponentName, string>> = {
  leadership: 'Pelatihan kepemimpinan sesuai jenjang jabatan',
  functional: 'Pelatihan fungsional',
  technical: 'Pelatihan teknis 20 JP',
  seminar: 'Seminar, lokakarya, kursus, magang, dan sejenisnya',
};

const dimensionsId: Readonly<Record<DimensionName, string>> = {
  qualification: 'Kualifikasi',
  competency: 'Kompetensi',
  performance: 'Kinerja',
  discipline: 'Disiplin',
};

const postKindsId: Readonly<Record<PostKindChoice, string>> = {
  managerial: 'Manajerial (JPT, administrator, pengawas)',
  functional: 'Fungsional',
  executing: 'Pelaksana',
};

const id = {
  title: 'IP ASN Anda',
  lead: 'Indeks Profesionalitas ASN Anda menurut BKN, perkiraannya menurut Sinau, dan apa yang berubah bila Anda mencapai 20 JP.',
  notOfficial:
    'Perkiraan di halaman ini simulasi, bukan nilai resmi. Nilai resmi ditetapkan BKN dari data di SIASN. Hanya Anda yang melihat halaman ini; atasan dan instansi tidak.',
  probation: 'CPNS umumnya belum diukur. Angka di bawah menunjukkan seandainya Anda sudah diukur.',
  estimate: 'Simulasi',
  figures: 'Perkiraan',
  now: (year: number) => `Perkiraan ${year}`,
  unknown: 'Belum dapat dihitung',
  fillIn: (what: string) => `Lengkapi di bawah: ${what}.`,
  kindOfPost: 'jenis jabatan',
  withTwenty: 'Bila mencapai 20 JP',
  twentyReached: '20 JP sudah tercapai',
  twentyHeld: 'Nilainya sudah termasuk dalam perkiraan.',
  gain: (points: string) => `+${points} poin`,
  gainFrom: (points: string, jp: string) => `+${points} poin, kurang ${jp} lagi`,
  band: bandsId,
  parts: 'Asal nilai',
  partColumns: ['Dimensi', 'Nilai', 'Paling tinggi', 'Asal'],
  dimension: dimensionsId,
  component: componentsId,
  missing: 'belum diisi',
  fromRecord: (jp: string, count: number) => `${jp} diakui dari ${count} pembelajaran`,
  levelUnknown: (jp: string, count: number) =>
    `${jp} diakui dari ${count} pelatihan kepemimpinan; jenjangnya tidak tercatat. Dihitung bila Anda mengisinya di bawah.`,
  ownWords: 'menurut isian Anda',
  ofAgency: 'menurut data instansi',
  none: 'belum tercatat',
  steps: 'Yang dapat menambah nilai',
  stepsNone: 'Semua komponen kompetensi sudah terpenuhi.',
  stepsUnknown: 'Isi jenis jabatan lebih dulu: komponen kompetensi berbeda untuk setiap jenis.',
  technicalLeft: (jp: string, year: number) =>
    `${jp} lagi yang diakui pada ${year}, dalam pelatihan teknis atau pembelajaran daring.`,
  otherLeft: {
    leadership: 'Pelatihan kepemimpinan untuk jenjang yang Anda jabat. Bila sudah pernah, isi di bawah.',
    functional:
      'Pelatihan fungsional. Bila sudah pernah, atau jabatan Anda dianggap sudah memilikinya, isi di bawah.',
    seminar: 'Satu seminar, lokakarya, kursus, atau magang yang diakui, tahun ini atau tahun lalu.',
  },
  after: (total: string, band: string) => `Perkiraan menjadi ${total} (${band}).`,
  findCourse: 'Cari kursus',
  enterExternal: 'Catat pembelajaran luar',
  seeLines: 'Lihat rincian JP',
  edit: 'Data yang tidak diketahui Sinau',
  editLead:
    'Tidak wajib. Dipakai hanya untuk simulasi ini, tersimpan di akun Anda, dan dapat dihapus kapan saja.',
  choose: 'Belum diisi',
  postKind: 'Jenis jabatan',
  postKinds: postKindsId,
  postKindKnown: (kind: string) => `Jenis jabatan menurut data instansi: ${kind}.`,
  educationKnown: (level: string) => `Pendidikan terakhir menurut data instansi: ${level}.`,
  education: 'Pendidikan terakhir',
  educations: {
    'below-sma': 'Di bawah SMA',
    'sma-d2': 'SMA, D1, atau D2',
    d3: 'D3',
    's1-d4': 'S1 atau D4',
    s2: 'S2',
    s3: 'S3',
  },
  predicate: 'Predikat kinerja terakhir',
  predicates: {
    'sangat-baik': 'Sangat Baik',
    baik: 'Baik',
    'butuh-perbaikan': 'Butuh Perbaikan',
    kurang: 'Kurang',
    'sangat-kurang': 'Sangat Kurang',
  },
  sanction: 'Hukuman disiplin terberat lima tahun terakhir',
  sanctions: { none: 'Tidak ada', light: 'Ringan', medium: 'Sedang', heavy: 'Berat' },
  leadership: 'Sudah mengikuti pelatihan kepemimpinan untuk jenjang sekarang',
  functional: 'Sudah mengikuti pelatihan fungsional, atau jabatan dianggap sudah memilikinya',
  fromLedger: 'Menurut rincian JP',
  yes: 'Sudah',
  no: 'Belum',
  save: 'Hitung ulang',
  forget: 'Hapus isian saya',
  forgetNote: 'Isian di atas dihapus dari akun Anda. JP dan sertifikat tidak berubah.',
  rule: 'Dasar perhitungan',
  basis: (words: string) => `Dasar: ${words}.`,
  unverified: 'belum diperiksa dengan naskah resmi',
  unverifiedText: (what: string) =>
    `Empat angka tertinggi (25, 40, 30, 5) dan kategori menurut peraturan. Rincian berikut diambil dari praktik instansi dan perlu diperiksa: ${what}.`,
  unverifiedParts: {
    qualification: 'tabel pendidikan',
    competency: 'komponen kompetensi',
    performance: 'padanan predikat kinerja',
    discipline: 'tabel disiplin',
    'look-back': 'rentang tahun yang dilihat',
  },
  rules:
    'Setiap komponen kompetensi bernilai penuh atau nol. Pelatihan teknis dilihat pada tahun ini, seminar dan sejenisnya tahun ini dan tahun lalu. Yang dihitung hanya JP yang diakui. Pelatihan kepemimpinan dihitung hanya bila Anda mengisinya: rincian JP tidak memuat jenjangnya.',
};

type IndexWords = typeof id;

const en: IndexWords = {
  title: 'Your professionalism index (IP ASN)',
  lead: 'Your ASN professionalism index as BKN has it, an estimate of Sinau, and what reaching 20 JP would change.',
  notOfficial:
    'The estimate on this page is a simulation and no official value. BKN sets the official one from the data in SIASN. You alone see this page; supervisors and your agency do not.',
  probation:
    'Probationary civil servants (CPNS) are mostly not measured yet. The numbers show what it would be.',
  estimate: 'Simulation',
  figures: 'Estimate',
  now: (year) => `Estimate for ${year}`,
  unknown: 'Cannot be counted yet',
  fillIn: (what) => `Fill in below: ${what}.`,
  kindOfPost: 'kind of post',
  withTwenty: 'With 20 JP reached',
  twentyReached: '20 JP are reached',
  twentyHeld: 'Their points are in the estimate already.',
  gain: (points) => `+${points} points`,
  gainFrom: (points, jp) => `+${points} points, ${jp} to go`,
  band: { 'very-low': 'Very low', low: 'Low', medium: 'Medium', high: 'High', 'very-high': 'Very high' },
  parts: 'Where the points come from',
  partColumns: ['Dimension', 'Points', 'At most', 'From'],
  dimension: {
    qualification: 'Qualification',
    competency: 'Competency',
    performance: 'Performance',
    discipline: 'Discipline',
  },
  component: {
    leadership: 'Leadership training for the level of the post',
    functional: 'Functional training',
    technical: 'Technical training of 20 JP',
    seminar: 'Seminar, workshop, course, internship and the like',
  },
  missing: 'not filled in',
  fromRecord: (jp, count) => `${jp} recognised from ${count} ${count === 1 ? 'learning' : 'learnings'}`,
  levelUnknown: (jp, count) =>
    `${jp} recognised from ${count} leadership ${count === 1 ? 'training' : 'trainings'}; no level is on record. It counts once you say so below.`,
  ownWords: 'as you have told',
  ofAgency: 'as your agency has it',
  none: 'none on record',
  steps: 'What would add points',
  stepsNone: 'Every component of competency is there.',
  stepsUnknown: 'Fill in the kind of post first: components of competency differ by it.',
  technicalLeft: (jp, year) => `${jp} more recognised in ${year}, in technical training or online learning.`,
  otherLeft: {
    leadership: 'Leadership training for the level you hold. If you have had it, say so below.',
    functional: 'Functional training. If you have had it, or your post counts as having it, say so below.',
    seminar: 'One seminar, workshop, course or internship recognised this year or last year.',
  },
  after: (total, band) => `The estimate becomes ${total} (${band}).`,
  findCourse: 'Find a course',
  enterExternal: 'Enter learning elsewhere',
  seeLines: 'See the lines of JP',
  edit: 'What Sinau does not know',
  editLead: 'Optional. Used for this simulation alone, kept in your account, and deleted whenever you want.',
  choose: 'Not filled in',
  postKind: 'Kind of post',
  postKinds: {
    managerial: 'Managerial (JPT, administrator, pengawas)',
    functional: 'Functional',
    executing: 'Executing officer (pelaksana)',
  },
  postKindKnown: (kind) => `Kind of post as your agency has it: ${kind}.`,
  educationKnown: (level) => `Highest education as your agency has it: ${level}.`,
  education: 'Highest education',
  educations: {
    'below-sma': 'Below senior high school',
    'sma-d2': 'Senior high school, D1 or D2',
    d3: 'Diploma (D3)',
    's1-d4': 'Bachelor (S1) or D4',
    s2: 'Master (S2)',
    s3: 'Doctorate (S3)',
  },
  predicate: 'Latest performance rating',
  predicates: {
    'sangat-baik': 'Very good',
    baik: 'Good',
    'butuh-perbaikan': 'Needs improvement',
    kurang: 'Poor',
    'sangat-kurang': 'Very poor',
  },
  sanction: 'Heaviest disciplinary sanction of the last five years',
  sanctions: { none: 'None', light: 'Light', medium: 'Medium', heavy: 'Heavy' },
  leadership: 'Leadership training for the present level is done',
  functional: 'Functional training is done, or the post counts as having it',
  fromLedger: 'As the lines of JP say',
  yes: 'Yes',
  no: 'No',
  save: 'Count again',
  forget: 'Delete what I filled in',
  forgetNote: 'What is above is deleted from your account. JP and certificates stay as they are.',
  rule: 'How it is counted',
  basis: (words) => `Basis: ${words}.`,
  unverified: 'not checked against the official text',
  unverifiedText: (what) =>
    `The four maxima (25, 40, 30, 5) and the categories are those of the rule. The following comes from the practice of agencies and needs a check: ${what}.`,
  unverifiedParts: {
    qualification: 'the table of education',
    competency: 'components of competency',
    performance: 'places of the ratings',
    discipline: 'the table of discipline',
    'look-back': 'years that are looked back on',
  },
  rules:
    'Each component of competency counts whole or not at all. Technical training is looked at in this year, seminars and the like in this and the last. Only recognised JP count. Leadership training counts only once you say so: lines of JP do not tell for which level it was.',
};

/** Words of one page that few open; loaded with it. */
export const professionalismWords: Readonly<Record<Locale, IndexWords>> = { id, en };
