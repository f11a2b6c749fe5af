import { type Column, guessColumns } from '../table/columns.ts';

const columns = {
  number: {
    ...{ head: 'NIP / NI PPPK', required: true, example: '199005172015031999' },
    // The fourth is how agencies head their lists of who has taken part.
    known: ['nip', 'nipbaru', 'nippppk', 'nippeserta', 'nipppk', 'nomorinduk', 'employeenumber', 'nonip'],
  },
  name: {
    ...{ head: 'Nama', required: true, example: 'Sri Contoh, S.Kom.' },
    known: ['nama', 'namalengkap', 'namapegawai', 'namapeserta', 'name', 'fullname'],
  },
  email: {
    ...{ head: 'Surel kedinasan', example: 'sri@badan-contoh.example' },
    known: ['surel', 'email', 'emailkedinasan', 'emailgov', 'emaildinas', 'alamatemail', 'alamatsurel'],
  },
  status: {
    ...{ head: 'Status kepegawaian', example: 'PNS' },
    known: ['status', 'statuspegawai', 'statusasn', 'jenispegawai', 'employmentstatus'],
  },
  contractFrom: {
    ...{ head: 'Mulai kontrak', example: '' },
    known: ['mulaikontrak', 'awalkontrak', 'tmtkontrak', 'contractstart'],
  },
  contractTo: {
    ...{ head: 'Akhir kontrak', example: '' },
    known: ['akhirkontrak', 'selesaikontrak', 'kontrakberakhir', 'contractend'],
  },
  unit: {
    ...{ head: 'Unit kerja', example: 'Sekretariat Utama / Biro Umum' },
    known: ['unit', 'unitorganisasi', 'unor', 'unornama', 'opd', 'satuankerja', 'satker', 'bagian'],
  },
  post: {
    ...{ head: 'Jabatan', example: 'Analis SDM Aparatur' },
    known: ['jabatan', 'namajabatan', 'jabatannama', 'post', 'position', 'jobtitle'],
  },
  family: {
    ...{ head: 'Jenis jabatan', example: 'Fungsional keahlian' },
    known: ['jenisjabatan', 'rumpunjabatan', 'kelompokjabatan', 'positionfamily'],
  },
  level: {
    ...{ head: 'Jenjang', example: 'Ahli Muda' },
    known: ['jenjang', 'jenjangjabatan', 'joblevel', 'level'],
  },
  grade: {
    ...{ head: 'Golongan', example: 'III/c' },
    known: [
      'golongan',
      'golonganruang',
      'golruang',
      'gol',
      'pangkatgolongan',
      'pangkatgolonganruang',
      'grade',
    ],
  },
  legalStanding: {
    ...{ head: 'Kedudukan hukum', example: 'Aktif' },
    known: ['kedudukanhukum', 'kedudukan', 'kedudukanpns', 'legalstanding'],
  },
  education: {
    ...{ head: 'Pendidikan terakhir', example: 'S-1' },
    known: ['pendidikan', 'pendidikanterakhir', 'tingkatpendidikan', 'pendidikanterakhirnama', 'education'],
  },
  supervisor: {
    ...{ head: 'NIP atasan', example: '198110052006042999' },
    known: ['nipatasan', 'atasan', 'nipatasanlangsung', 'atasanlangsung', 'supervisor'],
  },
  timeZone: {
    ...{ head: 'Zona waktu', example: 'WIB' },
    known: ['zonawaktu', 'zona', 'timezone'],
  },
  since: {
    ...{ head: 'Berlaku mulai', example: '2026-01-01' },
    known: ['berlakumulai', 'berlaku', 'tmt', 'tmtjabatan', 'mulaiberlaku', 'since', 'validfrom'],
  },
  active: {
    ...{ head: 'Aktif', example: 'ya' },
    known: ['aktif', 'statusaktif', 'active', 'akunaktif'],
  },
} as const satisfies Readonly<Record<string, Column>>;

export type PeopleColumn = keyof typeof columns;

/** In the order of the template. */
export const peopleColumns = Object.entries(columns) as readonly (readonly [PeopleColumn, Column])[];

export type PeopleMapping = Readonly<Partial<Record<PeopleColumn, number>>>;

export const guessPeopleMapping = (heads: readonly string[]): PeopleMapping =>
  guessColumns(peopleColumns, heads);

export const missingPeopleColumns = (mapping: PeopleMapping): readonly PeopleColumn[] =>
  peopleColumns.flatMap(([name, { required }]) => (required && mapping[name] === undefined ? [name] : []));

/** Heads, and one row as an example. */
export const peopleTemplate: readonly (readonly string[])[] = [
  peopleColumns.map(([, { head }]) => head),
  peopleColumns.map(([, { example }]) => example),
];
