import { lettersAndDigits } from '@sinau/kernel';

interface Column {
  /** As the template heads it. */
  readonly head: string;
  readonly required?: true;
  readonly examples: readonly [string, string];
  /** Other heads that mean the same, as `lettersAndDigits` leaves them. */
  readonly known: readonly string[];
}

const columns = {
  period: {
    ...{ head: 'Periode', required: true, examples: ['2026-10', 'Triwulan III 2026'] },
    known: ['bulan', 'triwulan', 'period', 'month'],
  },
  service: {
    ...{ head: 'Layanan', required: true, examples: ['KTP elektronik', 'KTP elektronik'] },
    known: ['namalayanan', 'jenislayanan', 'service', 'servicename'],
  },
  theme: {
    ...{ head: 'Tema', required: true, examples: ['Antrean lama', 'Sikap petugas'] },
    known: ['namatema', 'topik', 'kategori', 'theme', 'topic', 'category'],
  },
  channel: {
    ...{ head: 'Kanal', required: true, examples: ['SP4N-LAPOR', 'Loket'] },
    known: ['namakanal', 'saluran', 'channel'],
  },
  count: {
    ...{ head: 'Jumlah', required: true, examples: ['24', '11'] },
    known: ['jumlahpengaduan', 'jumlahaduan', 'total', 'count', 'complaints'],
  },
  handled: {
    ...{ head: 'Ditangani', required: true, examples: ['20', '11'] },
    known: ['jumlahditangani', 'selesai', 'tuntas', 'handled', 'closed'],
  },
  days: {
    ...{ head: 'Median Hari', examples: ['3', '4,5'] },
    known: ['median', 'medianharipenanganan', 'mediandays'],
  },
} as const satisfies Readonly<Record<string, Column>>;

export type ThemeColumn = keyof typeof columns;

const list = Object.entries(columns) as unknown as readonly (readonly [ThemeColumn, Column])[];
export const themeColumns: readonly ThemeColumn[] = list.map(([name]) => name);

export const headOf = (column: ThemeColumn): string => columns[column].head;

/** Heads, and two rows as examples. */
export const themeTemplate: readonly (readonly string[])[] = [
  list.map(([, { head }]) => head),
  ...[0, 1].map((n) => list.map(([, { examples }]) => examples[n] ?? '')),
];

export type Mapping = ReadonlyMap<ThemeColumn, number>;

/** Which column of a file means what; the first of two alike. */
export function mappingOf(heads: readonly string[]): Mapping {
  const plain = heads.map(lettersAndDigits);
  return new Map(
    list.flatMap(([name, { head, known }]) => {
      const at = plain.findIndex((one) => one === lettersAndDigits(head) || known.includes(one));
      return at < 0 ? [] : [[name, at] as const];
    }),
  );
}

/** Heads of columns that a file lacks. */
export const missingHeads = (mapping: Mapping): readonly string[] =>
  list.flatMap(([name, { head, required }]) => (required && !mapping.has(name) ? [head] : []));
