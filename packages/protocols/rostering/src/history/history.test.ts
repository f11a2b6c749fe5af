import { describe, expect, it } from 'vitest';
import { csvFile, readTextTable } from '../table/index.ts';
import {
  guessHistoryMapping,
  historyTemplate,
  missingHistoryColumns,
  moreHistoryHeads,
  readHistoryRow,
} from './index.ts';

const now = new Date('2026-03-10T02:00:00.000Z');
const head =
  'Tanggal Mulai;Tanggal Selesai;Kode Jenis Pengembangan;Nama Kegiatan;Penyelenggara Kegiatan;Total Jam Pelajaran;NIP Peserta;Nomor Sertifikat;Luar Negeri';

function read(text: string) {
  const reading = readTextTable(new TextEncoder().encode(text));
  if (reading.outcome === 'refused') throw new Error(reading.finding.problem);
  const { heads, rows } = reading.table;
  const mapping = guessHistoryMapping(heads);
  return rows.map((row) => readHistoryRow(row, mapping, now));
}

const good = {
  ...{ startsOn: '2026-02-03', endsOn: '04/02/2026', form: 'KL06', title: 'Seminar Arsip' },
  ...{
    organiser: 'Universitas Contoh',
    stated: '8',
    learner: '199005172015031999',
    certificate: '',
    abroad: '',
  },
};
const line = (more: Partial<typeof good> = {}) => `${head}\n${Object.values({ ...good, ...more }).join(';')}`;

describe('a row of an agency’s list of the past', () => {
  it('has the heads that agencies use, each with a known meaning, in the template', () => {
    expect(historyTemplate[0]).toEqual(head.split(';').slice(0, 7));
    expect(moreHistoryHeads).toEqual(head.split(';').slice(7));
    const [row] = read(csvFile(historyTemplate));
    expect(row).toMatchObject({ value: { form: 'KL06', stated: 800, abroad: false } });
    expect(missingHistoryColumns(guessHistoryMapping(head.split(';').slice(0, 7)))).toEqual([]);
    expect(missingHistoryColumns(guessHistoryMapping(['NIP', 'Nama Kegiatan', 'JP']))).toEqual([
      ...['startsOn', 'endsOn', 'form', 'organiser'],
    ]);
  });

  it('reads what people copy without marks of direction, and takes no other characters that control', () => {
    const [row] = read(line({ title: '\u202aSeminar\u200f Arsip\u202c', certificate: '1/A\u200e' }));
    expect(row).toMatchObject({ value: { title: 'Seminar Arsip', certificate: '1/A' } });
    const [wrong] = read(line({ title: 'Seminar\u0007 Arsip', organiser: 'Universitas\u009b' }));
    expect(wrong).toMatchObject({
      findings: [
        { problem: 'text-wrong', column: 'title' },
        { problem: 'text-wrong', column: 'organiser' },
      ],
    });
  });

  it('says what somebody has learned, as people here write days, codes and hours', () => {
    const [row] = read(
      line({
        form: 'nkl 3',
        stated: '7,5',
        learner: '19900517 201503 1 999',
        certificate: '1/A',
        abroad: 'LN',
      }),
    );
    expect(row).toEqual({
      value: {
        ...{
          learner: '199005172015031999',
          form: 'NKL03',
          title: 'Seminar Arsip',
          stated: 750,
          abroad: true,
        },
        ...{
          organiser: 'Universitas Contoh',
          startsOn: '2026-02-03',
          endsOn: '2026-02-04',
          certificate: '1/A',
        },
      },
    });
  });

  it('reads days that a spreadsheet has left as numbers', () => {
    const days = { startsOn: '45811', endsOn: '45812.375' };
    expect(read(line(days))).toMatchObject([{ value: { startsOn: '2025-06-03', endsOn: '2025-06-04' } }]);
    for (const startsOn of ['30625', '300625', '2025']) {
      expect(read(line({ startsOn }))).toEqual([
        { findings: [{ problem: 'date-wrong', column: 'startsOn' }] },
      ]);
    }
  });

  it.each<readonly [string, Partial<typeof good>, ...at: readonly [column: string, problem: string]]>([
    ['a number that a spreadsheet has rounded', { learner: '1.99005E+17' }, 'learner', 'number-rounded'],
    ['a number of too few digits', { learner: '19900517' }, 'learner', 'number-digits'],
    ['nobody', { learner: '' }, 'learner', 'cell-missing'],
    ['a day that no calendar has', { startsOn: '2026-02-30' }, 'startsOn', 'date-wrong'],
    ['days that are turned around', { endsOn: '2026-02-02' }, 'endsOn', 'days-order'],
    ['more than any degree', { startsOn: '2010-02-02' }, 'endsOn', 'days-long'],
    ['a code of another kind', { form: 'ABC12' }, 'form', 'form-unknown'],
    ['less than one JP', { stated: '0,5' }, 'stated', 'jp-wrong'],
    ['JP in words', { stated: 'delapan' }, 'stated', 'jp-wrong'],
    ['a title without a letter', { title: '---' }, 'title', 'text-wrong'],
    ['a certificate without a letter', { certificate: '//' }, 'certificate', 'certificate-wrong'],
    ['a place that is neither', { abroad: 'mungkin' }, 'abroad', 'abroad-wrong'],
  ])('is refused for %s', (_, more, ...[column, problem]) => {
    expect(read(line(more))).toEqual([{ findings: [{ problem, column }] }]);
  });

  it('tells everything at once', () => {
    expect(read(line({ stated: '', form: '?', endsOn: 'kemarin' }))).toMatchObject([
      { findings: [{ column: 'endsOn' }, { column: 'form' }, { column: 'stated', problem: 'cell-missing' }] },
    ]);
  });
});
