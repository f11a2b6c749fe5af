import type { TableKind } from './table-kind.ts';

export interface Column {
  /** Head in the template; Indonesian, as the people write who fill it in. */
  readonly head: string;
  /** Other heads that mean the same, in lower case without blanks and marks. */
  readonly known: readonly string[];
  readonly required?: true;
  /** For the template: one row as an example. */
  readonly example: string;
}

const columns = {
  catalogue: {
    externalId: {
      ...{ head: 'ID kursus', required: true, example: 'ADM310' },
      known: ['idkursus', 'kursusid', 'courseid', 'externalid', 'id', 'idnumber'],
    },
    title: {
      ...{ head: 'Judul', required: true, example: 'Kepemimpinan Transformasional ASN' },
      known: [
        'judul',
        'judulkursus',
        'namakursus',
        'namamatakuliah',
        'matakuliah',
        'title',
        'fullname',
        'course',
      ],
    },
    code: {
      ...{ head: 'Kode', example: 'ADM310' },
      known: ['kode', 'kodekursus', 'kodemk', 'kodematakuliah', 'code', 'shortname'],
    },
    description: {
      ...{ head: 'Uraian', example: 'Memimpin perubahan di unit kerja.' },
      known: ['uraian', 'deskripsi', 'ringkasan', 'description', 'summary'],
    },
    url: {
      ...{ head: 'Alamat', example: 'https://kuliah.kampus.example/adm310' },
      known: ['alamat', 'tautan', 'url', 'link', 'alamatweb'],
    },
    languages: {
      head: 'Bahasa',
      example: 'id',
      known: ['bahasa', 'language', 'languages', 'bahasapengantar'],
    },
    startsAt: {
      ...{ head: 'Pendaftaran dibuka', example: '2027-01-04' },
      known: [
        'pendaftarandibuka',
        'bukapendaftaran',
        'mulaipendaftaran',
        'enrolmentopens',
        'enrollmentstart',
      ],
    },
    endsAt: {
      ...{ head: 'Pendaftaran ditutup', example: '2027-06-30' },
      known: [
        ...['pendaftaranditutup', 'tutuppendaftaran', 'enrolmentcloses', 'enrollmentend'],
        ...['selesai', 'tanggalselesai', 'tglselesai', 'berakhir', 'enddate', 'end', 'endsat'],
      ],
    },
    classesFrom: {
      // "Mulai" alone too: as the opening of enrolment it would keep learners out until then.
      ...{ head: 'Kelas mulai', example: '2027-02-01' },
      known: [
        ...[
          'kelasmulai',
          'mulaikelas',
          'mulaikuliah',
          'perkuliahandimulai',
          'mulai',
          'tanggalmulai',
          'tglmulai',
        ],
        ...['startdate', 'start', 'classesfrom', 'firstday'],
      ],
    },
    jp: { head: 'JP', example: '40', known: ['jp', 'jampelajaran', 'jumlahjp', 'lessonhours'] },
    sks: { head: 'SKS', example: '3', known: ['sks', 'kredit', 'credits', 'credit'] },
    price: {
      ...{ head: 'Harga (Rp)', example: '1250000' },
      known: ['hargarp', 'harga', 'biaya', 'hargaidr', 'price', 'fee', 'tarif'],
    },
    seats: { head: 'Kuota', example: '40', known: ['kuota', 'kapasitas', 'quota', 'seats', 'capacity'] },
    competencies: {
      ...{ head: 'Kompetensi', example: 'KOM-03' },
      known: ['kompetensi', 'kodekompetensi', 'competencies', 'competency', 'kodekompetensiasn'],
    },
    visible: {
      head: 'Dibuka',
      example: 'ya',
      known: ['dibuka', 'aktif', 'tampil', 'visible', 'active', 'status'],
    },
  },
  results: {
    learner: {
      ...{ head: 'Peserta', required: true, example: '198503122009011004' },
      known: [
        'peserta',
        'idpeserta',
        'pesertadidik',
        'nip',
        'nippppk',
        'email',
        'surel',
        'learner',
        'subject',
        'user',
      ],
    },
    externalCourseId: {
      ...{ head: 'ID kursus', required: true, example: 'ADM310' },
      known: ['idkursus', 'kursus', 'kursusid', 'courseid', 'course', 'kodekursus', 'kodemk', 'matakuliah'],
    },
    occurredAt: {
      ...{ head: 'Tanggal', required: true, example: '2027-06-30' },
      known: ['tanggal', 'tanggalselesai', 'tanggallulus', 'tgl', 'date', 'completiondate', 'completedat'],
    },
    score: {
      head: 'Nilai',
      example: '85',
      known: ['nilai', 'nilaiakhir', 'skor', 'score', 'grade', 'nilaiangka'],
    },
    maximum: {
      ...{ head: 'Nilai maksimum', example: '100' },
      known: ['nilaimaksimum', 'nilaimaks', 'skormaksimum', 'maximum', 'maxscore', 'max'],
    },
    completed: {
      ...{ head: 'Status', example: 'lulus' },
      known: ['status', 'selesai', 'kelulusan', 'lulus', 'completed', 'completion', 'passed', 'keterangan'],
    },
    certificate: {
      ...{ head: 'Nomor sertifikat', example: '001/ADM310/2027' },
      known: ['nomorsertifikat', 'nosertifikat', 'sertifikat', 'certificate', 'certificatenumber'],
    },
    certificateUrl: {
      ...{ head: 'Alamat sertifikat', example: '' },
      known: ['alamatsertifikat', 'tautansertifikat', 'certificateurl', 'certificatelink'],
    },
  },
  enrolments: {
    learner: {
      ...{ head: 'Peserta', required: true, example: '198503122009011004' },
      known: ['peserta', 'idpeserta', 'nip', 'nippppk', 'email', 'surel', 'learner', 'subject', 'user'],
    },
    externalCourseId: {
      ...{ head: 'ID kursus', required: true, example: 'ADM310' },
      known: ['idkursus', 'kursus', 'kursusid', 'courseid', 'course', 'kodekursus', 'kodemk', 'matakuliah'],
    },
    state: { head: 'Status', example: 'aktif', known: ['status', 'keadaan', 'state', 'enrolmentstatus'] },
  },
} as const satisfies Readonly<Record<TableKind, Readonly<Record<string, Column>>>>;

export type ColumnsOf<Kind extends TableKind> = keyof (typeof columns)[Kind] & string;
export type TableColumn = { [Kind in TableKind]: ColumnsOf<Kind> }[TableKind];

/** Columns of a table in the order of the template. */
export const tableColumns = (kind: TableKind): readonly (readonly [TableColumn, Column])[] =>
  Object.entries(columns[kind]) as [TableColumn, Column][];

/** Which column of the file (0 is the first) holds what; a column that is left out is not read. */
export type Mapping = Readonly<Partial<Record<TableColumn, number>>>;

const plain = (head: string) =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What the heads seem to mean. Heads of the template win over others; each column of the file has one meaning. */
export function guessColumns<Name extends string>(
  columns: readonly (readonly [Name, Column])[],
  heads: readonly string[],
): Readonly<Partial<Record<Name, number>>> {
  const names = heads.map(plain);
  const taken = new Set<number>();
  const mapping: Partial<Record<Name, number>> = {};
  for (const wanted of [({ head }: Column) => [plain(head)], ({ known }: Column) => known]) {
    for (const [name, column] of columns) {
      if (mapping[name] !== undefined) continue;
      const at = wanted(column)
        .map((one) => names.findIndex((head, n) => head === one && !taken.has(n)))
        .find((found) => found >= 0);
      if (at === undefined) continue;
      mapping[name] = at;
      taken.add(at);
    }
  }
  return mapping;
}

export function guessMapping(kind: TableKind, heads: readonly string[]): Mapping {
  const mapping = guessColumns(tableColumns(kind), heads);
  // Where a course has no other id, its code is one.
  const { code, ...rest } = mapping;
  if (kind === 'catalogue' && code !== undefined && mapping.externalId === undefined) {
    return { ...rest, externalId: code };
  }
  return mapping;
}

/** Undefined when `mapping` names a column that is not there, one of another table, or one twice. */
export function checkedMapping(
  kind: TableKind,
  mapping: Readonly<Record<string, number>>,
  heads: number,
): Mapping | undefined {
  const names = new Set<string>(tableColumns(kind).map(([name]) => name));
  const entries = Object.entries(mapping);
  const isRight = ([name, at]: [string, number]) =>
    names.has(name) && Number.isInteger(at) && at >= 0 && at < heads;
  const isOnce = new Set(entries.map(([, at]) => at)).size === entries.length;
  return entries.every(isRight) && isOnce ? mapping : undefined;
}
