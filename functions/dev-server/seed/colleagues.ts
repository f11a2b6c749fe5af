import type { PersonRow } from '@sinau/rostering/people';

// As made up as the rest of the cast: what makes the agency look like one on the first day. They are on no sign-in page.

/** Below *Sekretariat Utama* where nothing else is said; parents before children. */
export const moreUnits = [
  { name: 'Biro Perencanaan dan Keuangan', parent: 'Sekretariat Utama' },
  { name: 'Inspektorat' },
] as const;

type Place = Pick<PersonRow, 'name' | 'email' | 'unit' | 'supervisor' | 'status' | 'grade' | 'education'>;

const place = (
  of: Place & {
    readonly number: string;
    readonly title: string;
    readonly family?: string;
    readonly level?: string;
  },
): PersonRow => {
  const { title, family = 'pelaksana', level, status, ...row } = of;
  const isContract = status === 'PPPK';
  return {
    ...{ ...row, since: '2026-01-01', legalStanding: 'active', timeZone: 'Asia/Jakarta' },
    ...(status && { status }),
    ...(isContract && { contract: { from: '2026-01-01', to: '2030-12-31' } }),
    post: { title, family, ...(level !== undefined && { level }) },
  };
};

const head = {
  agus: '197804122003121999',
  wulan: '198110052006042999',
  tuti: '197502141999032999',
  bagus: '197709092002121999',
};
const expert = { family: 'fungsional-keahlian' } as const;

/** The cast's own rows first: status, post and grade of those who sign in. */
export const colleagues: readonly PersonRow[] = [
  place({
    number: head.agus,
    name: 'Agus Contoh, S.E., M.Si.',
    unit: 'Biro Sumber Daya Manusia',
    status: 'PNS',
    title: 'Kepala Biro Sumber Daya Manusia',
    family: 'jpt-pratama',
    grade: 'IV/b',
    education: 's2',
  }),
  place({
    number: '198603152010122999',
    name: 'Kartini Contoh, M.A.P.',
    unit: 'Biro Sumber Daya Manusia',
    status: 'PNS',
    title: 'Analis SDM Aparatur Ahli Muda',
    ...{ ...expert, level: 'ahli-muda', grade: 'III/d', education: 's2', supervisor: head.agus },
  }),
  place({
    number: head.wulan,
    name: 'Dr. Wulan Contoh, M.T.',
    unit: 'Pusat Data dan Informasi',
    status: 'PNS',
    title: 'Kepala Pusat Data dan Informasi',
    family: 'jpt-pratama',
    grade: 'IV/b',
    education: 's3',
  }),
  place({
    number: '199005172015032999',
    name: 'Sri Contoh, S.Kom.',
    unit: 'Pusat Data dan Informasi',
    supervisor: head.wulan,
    status: 'PNS',
    title: 'Pranata Komputer',
    ...expert,
    level: 'ahli-muda',
    grade: 'III/c',
    education: 's1',
  }),
  place({
    number: '199208112022211999',
    name: 'Bima Contoh',
    unit: 'Pusat Data dan Informasi',
    supervisor: head.wulan,
    status: 'PPPK',
    title: 'Pranata Komputer',
    ...expert,
    level: 'ahli-pertama',
    grade: 'IX',
    education: 's1',
  }),
  ...(
    [
      ['198806212011012999', 'Ratih Contoh, S.Kom.', 'ratih', 'Analis Data Ilmiah', 'III/d'],
      ['199511302019031999', 'Yoga Contoh, S.T.', 'yoga', 'Pranata Komputer', 'III/b'],
      ['199302052018012999', 'Lestari Contoh, S.Stat.', 'lestari', 'Statistisi', 'III/b'],
    ] as const
  ).map(([number, name, email, title, grade]) =>
    place({
      number,
      name,
      email: `${email}@badan-contoh.example`,
      unit: 'Pusat Data dan Informasi',
      supervisor: head.wulan,
      status: 'PNS',
      title,
      ...expert,
      level: 'ahli-pertama',
      grade,
      education: 's1',
    }),
  ),
  place({
    number: head.tuti,
    name: 'Tuti Contoh, S.E., M.Ak.',
    email: 'tuti@badan-contoh.example',
    unit: 'Biro Perencanaan dan Keuangan',
    status: 'PNS',
    title: 'Kepala Biro Perencanaan dan Keuangan',
    family: 'jpt-pratama',
    grade: 'IV/c',
    education: 's2',
  }),
  ...(
    [
      ['198409172009121999', 'Hendra Contoh, S.E.', 'hendra', 'Perencana', 'III/d'],
      ['199107082014022999', 'Dewi Contoh, S.Ak.', 'dewi', 'Analis Pengelolaan Keuangan APBN', 'III/c'],
      ['199612242020121999', 'Rizky Contoh, S.E.', 'rizky', 'Perencana', 'III/a'],
      ['198905302012011999', 'Made Contoh, S.Sos.', 'made', 'Analis Anggaran', 'III/d'],
      ['199403152019022999', 'Putri Contoh, A.Md.', 'putri', 'Pranata Keuangan APBN', 'II/d'],
    ] as const
  ).map(([number, name, email, title, grade]) =>
    place({
      number,
      name,
      email: `${email}@badan-contoh.example`,
      unit: 'Biro Perencanaan dan Keuangan',
      supervisor: head.tuti,
      status: 'PNS',
      title,
      grade,
      education: 's1',
    }),
  ),
  place({
    number: head.bagus,
    name: 'Bagus Contoh, S.H., M.H.',
    email: 'bagus@badan-contoh.example',
    unit: 'Inspektorat',
    status: 'PNS',
    title: 'Inspektur',
    family: 'jpt-pratama',
    grade: 'IV/c',
    education: 's2',
  }),
  ...(
    [
      ['198702032010122999', 'Nurul Contoh, S.Ak.', 'nurul', 'III/d'],
      ['199009212015031999', 'Fajar Contoh, S.E.', 'fajar', 'III/c'],
      ['199208142017012999', 'Kartika Contoh, S.H.', 'kartika', 'III/b'],
      ['199706182022031999', 'Dimas Contoh, S.Tr.Ak.', 'dimas', 'III/a'],
    ] as const
  ).map(([number, name, email, grade]) =>
    place({
      number,
      name,
      email: `${email}@badan-contoh.example`,
      unit: 'Inspektorat',
      supervisor: head.bagus,
      status: 'PNS',
      title: 'Auditor',
      ...expert,
      level: 'ahli-pertama',
      grade,
      education: 's1',
    }),
  ),
  ...(
    [
      ['198603112009012999', 'Sinta Contoh, S.Psi.', 'sinta', 'PNS', 'III/d'],
      ['199510102023212999', 'Galih Contoh, S.AP.', 'galih', 'PPPK', 'IX'],
      ['199804052024212999', 'Ayu Contoh, S.AP.', 'ayu', 'PPPK', 'IX'],
    ] as const
  ).map(([number, name, email, status, grade]) =>
    place({
      number,
      name,
      email: `${email}@badan-contoh.example`,
      unit: 'Biro Sumber Daya Manusia',
      supervisor: head.agus,
      status,
      title: 'Analis SDM Aparatur',
      ...expert,
      level: 'ahli-pertama',
      grade,
      education: 's1',
    }),
  ),
];

/** What they learned elsewhere, by number; `days`: how long it took, from 11 January on. */
export const learned = (
  [
    ['198110052006042999', 'Pelatihan Kepemimpinan Digital', 'KL03', 20, 24],
    ['199005172015032999', 'Pelatihan Analisis Data Dasar', 'KL03', 12, 8],
    ['199005172015032999', 'Seminar Keamanan Siber Nasional', 'KL06', 15, 4],
    ['199208112022211999', 'Lokakarya Layanan Publik Digital', 'KL07', 9, 6],
    ['198806212011012999', 'Pelatihan Visualisasi Data', 'KL03', 11, 22],
    ['199511302019031999', 'Pelatihan Administrasi Jaringan', 'KL03', 18, 16],
    ['197502141999032999', 'Pelatihan Manajemen Risiko', 'KL03', 14, 24],
    ['198409172009121999', 'Pelatihan Perencanaan Berbasis Kinerja', 'KL03', 16, 22],
    ['199107082014022999', 'Pelatihan Akuntansi Berbasis Akrual', 'KL03', 19, 20],
    ['199612242020121999', 'Lokakarya Penyusunan RKA-K/L', 'KL07', 10, 8],
    ['197709092002121999', 'Pelatihan Audit Berbasis Risiko', 'KL03', 13, 24],
    ['198702032010122999', 'Pelatihan Audit Teknologi Informasi', 'KL03', 17, 30],
    ['199009212015031999', 'Pelatihan Penulisan Laporan Audit', 'KL03', 12, 12],
    ['198603112009012999', 'Pelatihan Asesmen Kompetensi', 'KL03', 20, 21],
    ['199510102023212999', 'Lokakarya Manajemen Talenta', 'KL07', 8, 6],
  ] as const
).map(([learner, title, form, days, jp]) => ({ learner, title, form, days, jp }));
