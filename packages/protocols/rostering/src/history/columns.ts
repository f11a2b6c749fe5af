import type { PeopleColumn } from '../people/columns.ts';
import { type Column, guessColumns } from '../table/columns.ts';

/** The first seven are headed as agencies head the lists that they keep. No name is one of a list of people. */
const columns = {
  startsOn: {
    ...{ head: 'Tanggal Mulai', required: true, example: '2025-03-04' },
    known: ['tanggalmulai', 'tglmulai', 'mulai', 'tanggalawal', 'startdate'],
  },
  endsOn: {
    ...{ head: 'Tanggal Selesai', required: true, example: '2025-03-05' },
    known: ['tanggalselesai', 'tglselesai', 'selesai', 'tanggalakhir', 'enddate'],
  },
  form: {
    ...{ head: 'Kode Jenis Pengembangan', required: true, example: 'KL06' },
    known: ['kodejenis', 'kodebentuk', 'kodepengembangan', 'kodebangkom', 'jenispengembangan', 'formcode'],
  },
  title: {
    ...{ head: 'Nama Kegiatan', required: true, example: 'Seminar Nasional Arsip Digital' },
    known: ['namakegiatan', 'kegiatan', 'namapelatihan', 'namadiklat', 'judulkegiatan', 'title'],
  },
  organiser: {
    ...{ head: 'Penyelenggara Kegiatan', required: true, example: 'Universitas Contoh' },
    known: ['penyelenggara', 'instansipenyelenggara', 'lembagapenyelenggara', 'organiser', 'organizer'],
  },
  stated: {
    ...{ head: 'Total Jam Pelajaran', required: true, example: '8' },
    known: ['jampelajaran', 'totaljp', 'jumlahjp', 'jumlahjampelajaran', 'jp', 'lessonhours'],
  },
  learner: {
    ...{ head: 'NIP Peserta', required: true, example: '199005172015031999' },
    known: ['nip', 'nipbaru', 'nippppk', 'nippegawai', 'nipppk', 'nippesertanippppk', 'employeenumber'],
  },
  certificate: {
    ...{ head: 'Nomor Sertifikat', example: '012/SEM/2025' },
    known: ['nosertifikat', 'nomorsttpp', 'nosttpp', 'nomorpiagam', 'certificatenumber'],
  },
  abroad: {
    ...{ head: 'Luar Negeri', example: 'tidak' },
    known: ['diluarnegeri', 'dalamluarnegeri', 'lokasi', 'tempat', 'abroad'],
  },
} as const satisfies Readonly<Record<string, Column>> & { readonly [Name in PeopleColumn]?: never };

export type HistoryColumn = keyof typeof columns;

/** In the order of the template. */
export const historyColumns = Object.entries(columns) as readonly (readonly [HistoryColumn, Column])[];

export type HistoryMapping = Readonly<Partial<Record<HistoryColumn, number>>>;

export const guessHistoryMapping = (heads: readonly string[]): HistoryMapping =>
  guessColumns(historyColumns, heads);

export const missingHistoryColumns = (mapping: HistoryMapping): readonly HistoryColumn[] =>
  historyColumns.flatMap(([name, { required }]) => (required && mapping[name] === undefined ? [name] : []));

const needed = historyColumns.flatMap(([, column]) => (column.required ? [column] : []));

/** The heads that a list has to have, and one row as an example. */
export const historyTemplate: readonly (readonly string[])[] = [
  needed.map(({ head }) => head),
  needed.map(({ example }) => example),
];

/** Heads that a list may have as well. */
export const moreHistoryHeads = historyColumns.flatMap(([, { head, required }]) => (required ? [] : [head]));
