import type { CertificationKind, CoreValue, CourseField, DigitalPillar } from './codes.ts';

/** `V`: read in an official text. `C`: agencies' lists and public client code agree. `R`: recalled, to be confirmed. */
export type Mark = 'V' | 'C' | 'R';

export interface ClassificationRow<Code extends string = string> {
  readonly code: Code;
  readonly name: { readonly id: string; readonly en: string };
  readonly mark: Mark;
  /** Version of the list that brought it. */
  readonly since: number;
  /** The first version without it: courses keep it, and nobody chooses it any more. */
  readonly until?: number;
}

/** A list that others keep, as it was taken over. */
export interface ClassificationList<Code extends string = string> {
  /** Counts changes of its rows, from 1. */
  readonly version: number;
  readonly source: string;
  readonly rows: readonly ClassificationRow<Code>[];
}

type Named<Code extends string> = readonly [code: Code, id: string, en: string];

/** The first version of a list: all rows are of one source. */
function firstOf<Code extends string>(
  source: string,
  mark: Mark,
  named: readonly Named<Code>[],
): ClassificationList<Code> {
  const rows = named.map(([code, id, en]) => ({ code, name: { id, en }, mark, since: 1 }));
  return { version: 1, source, rows };
}

export const coreValueList = firstOf<CoreValue>('SE MenPANRB 20/2021; UU 20/2023', 'V', [
  ['service', 'Berorientasi Pelayanan', 'Service-oriented'],
  ['accountable', 'Akuntabel', 'Accountable'],
  ['competent', 'Kompeten', 'Competent'],
  ['harmonious', 'Harmonis', 'Harmonious'],
  ['loyal', 'Loyal', 'Loyal'],
  ['adaptive', 'Adaptif', 'Adaptive'],
  ['collaborative', 'Kolaboratif', 'Collaborative'],
]);

export const digitalPillarList = firstOf<DigitalPillar>(
  'pillars of digital literacy, as commonly named',
  'R',
  [
    ['skills', 'Kecakapan digital', 'Digital skills'],
    ['culture', 'Budaya digital', 'Digital culture'],
    ['ethics', 'Etika digital', 'Digital ethics'],
    ['safety', 'Keamanan digital', 'Digital safety'],
  ],
);

export const certificationKindList = firstOf<CertificationKind>(
  'form of SIASN for courses, read by agencies',
  'C',
  [
    ['certification', 'Sertifikasi', 'Certification'],
    ['course', 'Kursus', 'Course'],
    ['patent', 'Paten/HaKI', 'Patent or intellectual property'],
    ['scientific-writing', 'Penulisan Ilmiah', 'Scientific writing'],
  ],
);

export const courseFieldList = firstOf<CourseField>('form of SIASN for courses, read by agencies', 'C', [
  ['aparatur-negara', 'Aparatur Negara/Kepegawaian', 'State apparatus and personnel'],
  ['dalam-negeri', 'Dalam Negeri', 'Home affairs'],
  ['energi-sumber-daya-mineral', 'Energi & Sumber Daya Mineral', 'Energy and mineral resources'],
  ['hak-asasi-manusia', 'Hak Asasi Manusia', 'Human rights'],
  ['hukum', 'Hukum', 'Law'],
  ['imigrasi-pemasyarakatan', 'Imigrasi & Pemasyarakatan', 'Immigration and corrections'],
  ['informasi-geospasial', 'Informasi Geospasial', 'Geospatial information'],
  ['intelijen', 'Intelijen', 'Intelligence'],
  ['karantina', 'Karantina', 'Quarantine'],
  ['keagamaan', 'Keagamaan', 'Religious affairs'],
  ['keamanan', 'Keamanan', 'Security'],
  ['keamanan-siber', 'Keamanan Siber & Persandian', 'Cybersecurity and cryptography'],
  ['kearsipan', 'Kearsipan', 'Archives'],
  ['kebudayaan', 'Kebudayaan', 'Culture'],
  ['kehutanan', 'Kehutanan', 'Forestry'],
  ['kelautan-perikanan', 'Kelautan & Perikanan', 'Marine affairs and fisheries'],
  ['kepemudaan-olahraga', 'Kepemudaan & Olahraga', 'Youth and sports'],
  ['kesehatan', 'Kesehatan', 'Health'],
  ['keuangan', 'Keuangan', 'Finance'],
  ['komunikasi-digital', 'Komunikasi & Digital', 'Communication and digital affairs'],
  ['koperasi', 'Koperasi', 'Cooperatives'],
  ['lingkungan-hidup', 'Lingkungan Hidup', 'Environment'],
  ['luar-negeri', 'Luar Negeri', 'Foreign affairs'],
  [
    'meteorologi-klimatologi-geofisika',
    'Meteorologi, Klimatologi & Geofisika',
    'Meteorology, climatology and geophysics',
  ],
  ['pangan', 'Pangan', 'Food'],
  ['pariwisata', 'Pariwisata', 'Tourism'],
  ['pekerjaan-umum', 'Pekerjaan Umum & Perumahan Rakyat', 'Public works'],
  ['desa', 'Desa', 'Villages'],
  [
    'perempuan-anak',
    'Pemberdayaan Perempuan & Perlindungan Anak',
    'Women’s empowerment and child protection',
  ],
  ['badan-usaha-milik-negara', 'Badan Usaha Milik Negara', 'State-owned enterprises'],
  ['pemilihan-umum', 'Pemilihan Umum', 'Elections'],
  ['penanaman-modal', 'Penanaman Modal', 'Investment'],
  ['penanggulangan-bencana', 'Penanggulangan Bencana', 'Disaster management'],
  ['antikorupsi', 'Antikorupsi', 'Anti-corruption'],
  ['penanggulangan-terorisme', 'Penanggulangan Terorisme', 'Counter-terrorism'],
  ['narkotika', 'Narkotika', 'Narcotics control'],
  ['pencucian-uang', 'Tindak Pidana Pencucian Uang', 'Money laundering'],
  ['pendidikan', 'Pendidikan', 'Education'],
  ['penelitian-inovasi', 'Penelitian & Inovasi', 'Research and innovation'],
  ['pengadaan-barang-jasa', 'Pengadaan Barang/Jasa', 'Procurement'],
  ['pengawasan-keuangan', 'Pengawasan Keuangan', 'Financial supervision'],
  ['obat-makanan', 'Obat & Makanan', 'Drugs and food control'],
  ['ketenaganukliran', 'Ketenaganukliran', 'Nuclear energy'],
  ['pelayanan-publik', 'Pelayanan Publik', 'Public service'],
  ['keluarga-berencana', 'Keluarga Berencana', 'Family planning'],
  ['penuntutan', 'Penuntutan', 'Prosecution'],
  ['penyiaran', 'Penyiaran', 'Broadcasting'],
  ['peradilan', 'Peradilan', 'Judiciary'],
  ['perdagangan', 'Perdagangan', 'Trade'],
  ['perencanaan', 'Perencanaan', 'Planning'],
  ['perhubungan', 'Perhubungan', 'Transport'],
  ['perindustrian', 'Perindustrian', 'Industry'],
  ['perpustakaan', 'Perpustakaan', 'Libraries'],
  ['pertahanan', 'Pertahanan', 'Defence'],
  ['pertanahan', 'Pertanahan', 'Land affairs'],
  ['pertanian', 'Pertanian', 'Agriculture'],
  ['perumahan', 'Perumahan', 'Housing'],
  ['sosial', 'Sosial', 'Social affairs'],
  ['standardisasi', 'Standardisasi', 'Standardisation'],
  ['statistik', 'Statistik', 'Statistics'],
  ['tenaga-kerja', 'Tenaga Kerja', 'Manpower'],
  ['transmigrasi', 'Transmigrasi', 'Transmigration'],
  ['usaha-kecil-menengah', 'Usaha Kecil & Menengah', 'Small and medium enterprises'],
]);

/** Those that may be chosen now; `kept`: also what a course has already. */
export function offeredIn<Code extends string>(
  { version, rows }: ClassificationList<Code>,
  kept: readonly string[] = [],
): readonly ClassificationRow<Code>[] {
  return rows.filter(({ code, until }) => until === undefined || until > version || kept.includes(code));
}

/** Names by code. */
export const namesIn = (list: ClassificationList): ReadonlyMap<string, ClassificationRow['name']> =>
  new Map(list.rows.map(({ code, name }) => [code, name]));
