import { lettersAndDigits } from '@sinau/kernel';

/** What a list is about. */
export const listKinds = ['dictionary', 'standards', 'assessments'] as const;
export type ListKind = (typeof listKinds)[number];

interface ListColumn {
  /** As the template heads it. */
  readonly head: string;
  readonly required?: true;
  readonly example: string;
  /** Other heads that mean the same, in lower case without blanks and marks. */
  readonly known?: readonly string[];
}

const from = {
  head: 'Berlaku Sejak',
  required: true,
  example: '2026-01-01',
  known: ['sejak', 'tmt'],
} as const;
const basis = { head: 'Dasar Hukum', example: 'Keputusan Nomor 7 Tahun 2026', known: ['dasar'] } as const;
const code = {
  head: 'Kode Kompetensi',
  required: true,
  example: 'M7',
  known: ['kode', 'kompetensi'],
} as const;

const level = (n: number) =>
  ({ head: `Level ${n}`, example: `Perilaku pada level ${n}` }) as const satisfies ListColumn;

const columns = {
  dictionary: {
    code: { ...code, example: 'KEU.01' },
    name: { head: 'Nama Kompetensi', required: true, example: 'Pengelolaan kas', known: ['nama'] },
    field: { head: 'Bidang', required: true, example: 'Keuangan', known: ['urusan', 'bidangurusan'] },
    from,
    ...{ level1: level(1), level2: level(2), level3: level(3), level4: level(4), level5: level(5) },
    basis,
  },
  standards: {
    post: { head: 'Jabatan', required: true, example: 'Analis Keuangan', known: ['namajabatan'] },
    code,
    level: { head: 'Level', required: true, example: '3', known: ['leveldiminta', 'levelminimal'] },
    from,
    criticality: { head: 'Kekritisan', example: '2' },
    basis,
  },
  assessments: {
    number: {
      ...{ head: 'NIP', required: true, example: '199005172015031999' },
      known: ['nippppk', 'nipnippppk', 'nipbaru'],
    },
    code,
    level: { head: 'Level', required: true, example: '2', known: ['leveldimiliki', 'hasil', 'nilai'] },
    assessedOn: {
      ...{ head: 'Tanggal Penilaian', required: true, example: '2026-06-15' },
      known: ['tanggal', 'tglpenilaian'],
    },
    method: {
      ...{ head: 'Cara Penilaian', required: true, example: 'Uji kompetensi' },
      known: ['cara', 'metode', 'sumber'],
    },
    assessor: { head: 'Penilai', example: 'Pusat Penilaian Contoh' },
    validTo: { head: 'Berlaku Sampai', example: '2029-06-14', known: ['sampai'] },
    note: { head: 'Saran Pengembangan', example: 'Pelatihan manajemen perubahan', known: ['saran'] },
  },
} as const satisfies Readonly<Record<ListKind, Readonly<Record<string, ListColumn>>>>;

export type ColumnName = { [Kind in ListKind]: keyof (typeof columns)[Kind] }[ListKind];

/** In the order of the template. */
export const columnsOf = (kind: ListKind): readonly (readonly [ColumnName, ListColumn])[] =>
  Object.entries(columns[kind]) as unknown as readonly (readonly [ColumnName, ListColumn])[];

export const headOf = (kind: ListKind, name: ColumnName): string =>
  columnsOf(kind).find(([one]) => one === name)?.[1].head ?? name;

/** Heads, and one row as an example. */
export const listTemplate = (kind: ListKind): readonly (readonly string[])[] => [
  columnsOf(kind).map(([, { head }]) => head),
  columnsOf(kind).map(([, { example }]) => example),
];

/** Which column of a file means what; the first of two alike. */
export function mappingOf(kind: ListKind, heads: readonly string[]): ReadonlyMap<ColumnName, number> {
  const plain = heads.map(lettersAndDigits);
  return new Map(
    columnsOf(kind).flatMap(([name, { head, known = [] }]) => {
      const at = plain.findIndex(
        (one) => one === lettersAndDigits(head) || known.some((other) => other === one),
      );
      return at < 0 ? [] : [[name, at] as const];
    }),
  );
}

/** Heads of columns that a file of this kind lacks. */
export const missingHeads = (kind: ListKind, mapping: ReadonlyMap<ColumnName, number>): readonly string[] =>
  columnsOf(kind).flatMap(([name, { head, required }]) => (required && !mapping.has(name) ? [head] : []));
