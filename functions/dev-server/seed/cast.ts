import { type Role, type Scope, scopes } from '@sinau/kernel';

// Everybody and everything here is made up, and looks it: names end in "Contoh" (example), addresses in `.example`,
// employee numbers have the serial 999.

export type Home = 'agency' | 'provider' | 'university' | 'platform';

export interface CastMember {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly home: Home;
  readonly roles: readonly [Role, ...Role[]];
  /** For the sign-in page. */
  readonly label: string;
  readonly unit?: string;
  /** Key of somebody earlier in the list. */
  readonly supervisor?: string;
  /** @default 0 */
  readonly invitedDaysAgo?: number;
  readonly employeeNumber?: { readonly kind: 'NIP' | 'NI_PPPK'; readonly value: string };
}

export const agency = { name: 'Badan Contoh Nasional', kind: 'central' } as const;
export const provider = { name: 'Penyedia Konten Contoh', kind: 'content-provider' } as const;
export const university = { name: 'Universitas Contoh Indonesia', kind: 'university' } as const;

/** Parents before children. */
export const units = [
  { name: 'Sekretariat Utama' },
  { name: 'Biro Sumber Daya Manusia', parent: 'Sekretariat Utama' },
  { name: 'Pusat Data dan Informasi', parent: 'Sekretariat Utama' },
] as const;

/** The first of all: signs in with the address the deployment was given, and invites everybody else. */
export const firstOperator = {
  name: 'Ratna Contoh',
  email: 'operator@sinau.example',
  label: 'Operator platform',
} as const;

export const cast: readonly CastMember[] = [
  {
    key: 'admin',
    name: 'Agus Contoh, S.E., M.Si.',
    email: 'agus@badan-contoh.example',
    home: 'agency',
    roles: ['agency-admin'],
    label: 'Admin instansi',
    unit: 'Biro Sumber Daya Manusia',
    employeeNumber: { kind: 'NIP', value: '197804122003121999' },
  },
  {
    key: 'talent-officer',
    name: 'Kartini Contoh, M.A.P.',
    email: 'kartini@badan-contoh.example',
    home: 'agency',
    roles: ['talent-officer', 'authorised-official'],
    label: 'Pengelola talenta, Pejabat yang Berwenang',
    unit: 'Biro Sumber Daya Manusia',
    employeeNumber: { kind: 'NIP', value: '198603152010122999' },
  },
  {
    key: 'supervisor',
    name: 'Dr. Wulan Contoh, M.T.',
    email: 'wulan@badan-contoh.example',
    home: 'agency',
    roles: ['supervisor', 'learner', 'appointing-official'],
    label: 'Atasan langsung, Pejabat Pembina Kepegawaian',
    unit: 'Pusat Data dan Informasi',
    employeeNumber: { kind: 'NIP', value: '198110052006042999' },
  },
  {
    key: 'learner',
    name: 'Sri Contoh, S.Kom.',
    email: 'sri@badan-contoh.example',
    home: 'agency',
    roles: ['learner'],
    label: 'Peserta (PNS)',
    unit: 'Pusat Data dan Informasi',
    supervisor: 'supervisor',
    employeeNumber: { kind: 'NIP', value: '199005172015032999' },
  },
  {
    key: 'contract-learner',
    name: 'Bima Contoh',
    email: 'bima@badan-contoh.example',
    home: 'agency',
    roles: ['learner'],
    label: 'Peserta (PPPK)',
    unit: 'Pusat Data dan Informasi',
    supervisor: 'supervisor',
    employeeNumber: { kind: 'NI_PPPK', value: '199208112022211999' },
  },
  {
    key: 'provider-author',
    name: 'Hadi Contoh',
    email: 'hadi@penyedia-contoh.example',
    home: 'provider',
    roles: ['provider-author'],
    label: 'Penulis konten',
  },
  {
    key: 'university-author',
    name: 'Dr. Maya Contoh',
    email: 'maya@universitas-contoh.example',
    home: 'university',
    roles: ['provider-author'],
    label: 'Penulis universitas mitra',
  },
  {
    key: 'reviewer',
    name: 'Putu Contoh',
    email: 'putu@sinau.example',
    home: 'platform',
    roles: ['reviewer'],
    label: 'Penelaah mata pelatihan',
  },
  {
    key: 'second-operator',
    name: 'Yusuf Contoh',
    email: 'operator.kedua@sinau.example',
    home: 'platform',
    roles: ['operator'],
    label: 'Operator kedua',
    // Long enough ago to confirm what the first one asks for.
    invitedDaysAgo: 31,
  },
  {
    key: 'auditor',
    name: 'Nyoman Contoh',
    email: 'auditor@sinau.example',
    home: 'platform',
    roles: ['auditor'],
    label: 'Auditor',
  },
];

export interface SeedClient {
  readonly name: string;
  readonly home: Home;
  readonly scopes: readonly Scope[];
}

export const clients = {
  /** Everything, for trying the record store out. */
  xapi: { name: 'Klien xAPI lokal', home: 'platform', scopes },
  agency: {
    name: 'Penarik catatan pembelajaran',
    home: 'agency',
    scopes: ['statements/read', 'records/read'],
  },
  /** What tools may hear of people is agreed by the same machine, so that all of it can be tried from outside. */
  tools: {
    name: 'Pengelola alat LTI',
    home: 'platform',
    scopes: ['lti/manage', 'agreements/read', 'agreements/write'],
  },
  provider: {
    name: 'Pengunggah mata pelatihan',
    home: 'provider',
    scopes: [
      'courses/read',
      'courses/write',
      'courses/publish',
      'questions/read',
      'questions/write',
      'connections/read',
      'connections/write',
    ],
  },
} as const satisfies Readonly<Record<string, SeedClient>>;
