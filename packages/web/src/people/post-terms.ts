import type {
  educationNames,
  gradeNames,
  legalStandingNames,
  postFamilyNames,
  postLevelNames,
} from './ports.ts';

// Terms of the law, which has no other language.

export const familyTerms: Readonly<Record<(typeof postFamilyNames)[number], string>> = {
  'jpt-utama': 'JPT Utama',
  'jpt-madya': 'JPT Madya',
  'jpt-pratama': 'JPT Pratama',
  administrator: 'Administrator',
  pengawas: 'Pengawas',
  'fungsional-keahlian': 'Fungsional keahlian',
  'fungsional-keterampilan': 'Fungsional keterampilan',
  pelaksana: 'Pelaksana',
};

export const levelTerms: Readonly<Record<(typeof postLevelNames)[number], string>> = {
  'ahli-pertama': 'Ahli Pertama',
  'ahli-muda': 'Ahli Muda',
  'ahli-madya': 'Ahli Madya',
  'ahli-utama': 'Ahli Utama',
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
};

const ranks: Readonly<Partial<Record<(typeof gradeNames)[number], string>>> = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tingkat I',
  'I/c': 'Juru',
  'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tingkat I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tingkat I',
  'III/c': 'Penata',
  'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tingkat I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
};

/** Grades of PPPK have no rank. */
export const gradeTerm = (grade: (typeof gradeNames)[number]): string =>
  ranks[grade] === undefined ? `${grade} (PPPK)` : `${grade} ${ranks[grade]}`;

export const legalStandingTerms: Readonly<Record<(typeof legalStandingNames)[number], string>> = {
  active: 'Aktif',
  'unpaid-leave': 'CLTN (cuti di luar tanggungan negara)',
  study: 'Tugas belajar',
  suspended: 'Pemberhentian sementara',
  disciplined: 'Hukuman disiplin',
  'before-retirement': 'Masa persiapan pensiun',
  'cpns-without-decree': 'CPNS tanpa SK',
  inactive: 'Tidak aktif',
  dismissed: 'Diberhentikan',
  'dismissed-without-pension': 'Diberhentikan tanpa hak pensiun',
  'dismissed-with-pension': 'Diberhentikan dengan hak pensiun',
  blocked: 'Data diblokir',
  'retirement-age': 'Mencapai batas usia pensiun',
  retired: 'Pensiun',
  died: 'Meninggal dunia',
};

export const educationTerms: Readonly<Record<(typeof educationNames)[number], string>> = {
  ...{ sd: 'SD', sltp: 'SLTP', slta: 'SLTA', d1: 'D-I', d2: 'D-II', d3: 'D-III', d4: 'D-IV' },
  ...{ s1: 'S-1', s2: 'S-2', s3: 'S-3' },
};
