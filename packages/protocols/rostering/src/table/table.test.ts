import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRupiah } from '../quantities.ts';
import {
  checkedMapping,
  checkTable,
  csvTemplate,
  guessMapping,
  readRows,
  readTextTable,
  type TableKind,
  type TableReading,
  tableKinds,
} from './index.ts';
import { readDate } from './read-dates.ts';

const tableIn = (reading: TableReading) => {
  if (reading.outcome === 'refused') throw new Error(reading.finding.problem);
  return reading.table;
};
const read = (text: string) => tableIn(readTextTable(new TextEncoder().encode(text)));
const rowsIn = <Kind extends TableKind>(kind: Kind, text: string) => {
  const table = read(text);
  return [...readRows(kind, table, guessMapping(kind, table.heads))];
};
const valueIn = <Kind extends TableKind>(kind: Kind, text: string) => {
  const [row] = rowsIn(kind, text);
  return row && 'value' in row ? row.value : row?.findings;
};
const problems = (kind: TableKind, text: string) =>
  rowsIn(kind, text).flatMap((row) =>
    'findings' in row ? row.findings.map(({ row: at, column, problem }) => `${at} ${column} ${problem}`) : [],
  );

describe('a text that ends in the middle of a row', () => {
  const outcome = (text: string) => {
    const reading = readTextTable(new TextEncoder().encode(text));
    return reading.outcome === 'refused' ? reading.finding.problem : reading.outcome;
  };
  it('is a file that came in part', () => {
    expect(outcome('ID kursus;Judul;JP\n1;Etika;4\n2;Da')).toBe('file-cut');
    expect(outcome('ID kursus;Judul;JP\n1;Etika;4\n2')).toBe('file-cut');
  });

  it('and rows that people left shorter are not', () => {
    expect(outcome('ID kursus;Judul;JP\n1;Etika;4\n2;Data\n')).toBe('read');
    expect(outcome('ID kursus;Judul;JP\n1;Etika\n2;Data')).toBe('read');
    expect(outcome('ID kursus;Judul;JP\n1;Etika')).toBe('read');
    expect(outcome('ID kursus;Judul;JP\n1;Etika;4\n2;Data;6')).toBe('read');
  });
});

describe('heads of a table', () => {
  it.each(tableKinds)('of the template are all understood (%s)', (kind) => {
    const { heads } = read(csvTemplate(kind));
    expect(Object.values(guessMapping(kind, heads))).toEqual(heads.map((_, n) => n));
  });

  it('are understood in Indonesian and in English, in any order, each once', () => {
    expect(guessMapping('catalogue', ['Jumlah JP', 'NAMA KURSUS', 'Course ID', 'Biaya', 'Catatan'])).toEqual({
      ...{ jp: 0, title: 1, externalId: 2, price: 3 },
    });
    expect(guessMapping('results', ['NIP', 'Email', 'Kode MK', 'Final', 'Tgl', 'Keterangan'])).toEqual({
      ...{ learner: 0, externalCourseId: 2, occurredAt: 4, completed: 5 },
    });
  });

  it('take no first day of classes for the opening of enrolment, and their last day for its end', () => {
    expect(guessMapping('catalogue', ['ID kursus', 'Mulai', 'Selesai', 'Start date'])).toEqual({
      ...{ externalId: 0, classesFrom: 1, endsAt: 2 },
    });
  });

  it('make an id of the code of a course that has no other', () => {
    expect(guessMapping('catalogue', ['Kode MK', 'Mata kuliah'])).toEqual({ externalId: 0, title: 1 });
    expect(guessMapping('catalogue', ['Kode MK', 'ID kursus'])).toEqual({ code: 0, externalId: 1 });
  });

  it('may be mapped by hand, to columns that are there and to each once', () => {
    expect(checkedMapping('results', { learner: 0, score: 3 }, 4)).toEqual({ learner: 0, score: 3 });
    for (const wrong of [
      { learner: 4 },
      { learner: -1 },
      { learner: 0.5 },
      { jp: 0 },
      { learner: 1, score: 1 },
    ]) {
      expect(checkedMapping('results', wrong as never, 4)).toBeUndefined();
    }
  });

  it('that lack what has to be there are told before any row', () => {
    const table = read('Judul\nEtika\n');
    expect(checkTable('catalogue', table, guessMapping('catalogue', table.heads))).toEqual({
      ...{ rows: 1, good: 0, bad: 1 },
      findings: [{ problem: 'column-missing', column: 'externalId' }],
    });
  });
});

describe('rows of a catalogue', () => {
  it('become courses', () => {
    expect(
      valueIn(
        'catalogue',
        'ID kursus;Judul;Kode;Uraian;Alamat;Bahasa;Pendaftaran dibuka;Pendaftaran ditutup;JP;SKS;Harga (Rp);Kuota;Kompetensi;Dibuka;Kelas mulai\n' +
          '42; Etika  ;ETIK;"Baris &amp; kata";https://kampus.example/x;id | Inggris;1 Februari 2027;30/06/2027;2,5;3;Rp 1.250.000;40;KOM-01|KOM-02;ya;8 Februari 2027\n',
      ),
    ).toEqual({
      ...{ externalId: '42', title: 'Etika', code: 'ETIK', description: 'Baris & kata' },
      ...{ url: 'https://kampus.example/x', languages: ['id', 'en'], jp: 2.5, sks: 3, price: 1_250_000 },
      ...{ seats: 40, competencies: ['KOM-01', 'KOM-02'], visible: true },
      ...{ startsAt: '2027-01-31T17:00:00.000Z', endsAt: '2027-06-30T16:59:59.000Z' },
      classesFrom: '2027-02-08',
    });
  });

  it('tell everything that is wrong, with row and column', () => {
    expect(
      problems(
        'catalogue',
        'id,judul,jp,harga,buka pendaftaran,selesai,url,aktif\n' +
          '1,Etika,nol,banyak,31/02/2027,2027-01-01,javascript:alert(1),mungkin\n' +
          ',,,,,,,\n' +
          '2,,,,2027-03-01,2027-01-01,,\n' +
          '3,Etika,,,,,,\n3,Etika,,,,,,\n',
      ),
    ).toEqual([
      ...['2 startsAt date-wrong', '2 url url-wrong', '2 jp number-wrong', '2 price money-wrong'],
      ...['2 visible yes-no-wrong', '4 endsAt date-order', '4 title cell-missing', '6 externalId row-twice'],
    ]);
  });
});

describe('rows of results', () => {
  const head = 'Peserta,ID kursus,Tanggal,Nilai,Nilai maksimum,Status,Nomor sertifikat\n';

  it('keep score, completion and credential apart', () => {
    expect(valueIn('results', `${head}198503122009011004,42,2027-06-30,"85,5",,Lulus,001/2027\n`)).toEqual({
      learner: { by: 'employee-number', value: '198503122009011004' },
      externalCourseId: '42',
      results: [
        {
          ...{ kind: 'score', occurredAt: '2027-06-29T17:00:00.000Z' },
          ...{ given: 85.5, maximum: 100, isFinal: true },
        },
        { kind: 'completion', occurredAt: '2027-06-29T17:00:00.000Z', completed: true, passed: true },
        { kind: 'credential', occurredAt: '2027-06-29T17:00:00.000Z', number: '001/2027' },
      ],
    });
  });

  it('know a learner by pseudonym, e-mail or NIP, and never by a number that was rounded', () => {
    const learner = (name: string) => {
      const value = valueIn('results', `${head}${name},42,2027-06-30,80\n`);
      return value && 'learner' in value ? value.learner : value;
    };
    expect(learner('ab12')).toEqual({ by: 'subject', value: 'ab12' });
    expect(learner('Siti@Instansi.example')).toEqual({ by: 'email', value: 'siti@instansi.example' });
    expect(learner('19850312 200901 1 004')).toEqual({ by: 'employee-number', value: '198503122009011004' });
    for (const rounded of ['"1,98503E+17"', '1.98503E+17', '1.98503122009011e+17']) {
      expect(learner(rounded)).toMatchObject([{ problem: 'number-rounded', column: 'learner' }]);
    }
  });

  it('are refused one by one, and the others stand', () => {
    const text = `${head}a,42,2027-06-30,80\n,42,2027-06-30,80\nb,42,,80\nc,42,2027-06-30,120\nd,42,2027-06-30\n`;
    expect(problems('results', text)).toEqual([
      ...['3 learner cell-missing', '4 occurredAt cell-missing', '5 score score-range'],
      '6 undefined nothing-said',
    ]);
    const table = read(text);
    expect(checkTable('results', table, guessMapping('results', table.heads))).toMatchObject({
      ...{ rows: 5, good: 1, bad: 4 },
    });
  });

  it('have points that a person can have: others would be kept by no store, and hold up the rows behind them', () => {
    const huge = '1'.padEnd(21, '0');
    expect(problems('results', `${head}a,42,2027-06-30,${huge},${huge}\n`)).toEqual([
      '2 score number-wrong',
      '2 maximum number-wrong',
    ]);
  });

  it.each(['A', 'b+', 'AB', 'E'])(
    'are taken without a score where their grade is the letter %j',
    (letter) => {
      const text = `${head}a,42,2027-06-30,${letter},,Lulus\nb,42,2027-06-30,${letter}\n`;
      const table = read(text);
      const check = checkTable('results', table, guessMapping('results', table.heads));
      expect(check).toMatchObject({ rows: 2, good: 1, bad: 1 });
      expect(check.findings).toEqual([
        { problem: 'score-letter', row: 2, column: 'score' },
        // With nothing else to go by.
        { problem: 'number-wrong', row: 3, column: 'score' },
      ]);
      const value = valueIn('results', text);
      expect(value && 'results' in value ? value.results : []).toEqual([
        { kind: 'completion', occurredAt: '2027-06-29T17:00:00.000Z', completed: true, passed: true },
      ]);
    },
  );

  it.each(['F', 'AA', 'A B', 'baik', 'A++'])(
    'are refused where the grade %j is no letter of ours',
    (grade) => {
      expect(problems('results', `${head}a,42,2027-06-30,${grade},,Lulus\n`)).toEqual([
        '2 score number-wrong',
      ]);
    },
  );

  it.each([
    ['lulus', { completed: true, passed: true }],
    ['Tidak Lulus', { completed: false, passed: false }],
    ['selesai', { completed: true }],
    ['belum selesai', { completed: false }],
  ])('say with %j whether it was completed and passed', (status, said) => {
    const value = valueIn('results', `${head}a,42,2027-06-30,,,${status}\n`);
    expect(value && 'results' in value ? value.results : []).toEqual([
      { kind: 'completion', occurredAt: '2027-06-29T17:00:00.000Z', ...said },
    ]);
  });
});

it('rows of enrolments say who is in which course', () => {
  const text = 'NIP,Kursus,Status\n198503122009011004,42,aktif\nx,42,keluar\ny,42,entah\n';
  expect(rowsIn('enrolments', text)).toMatchObject([
    { value: { externalCourseId: '42', state: 'active' } },
    { value: { learner: { by: 'subject', value: 'x' }, state: 'ended' } },
    { findings: [{ problem: 'state-wrong' }] },
  ]);
});

it.each([
  ['2027-06-30', '2027-06-29T17:00:00.000Z'],
  ['30-6-27', '2027-06-29T17:00:00.000Z'],
  ['30 Jun 2027 14.30', '2027-06-30T07:30:00.000Z'],
  ['2027-06-30T14:30', '2027-06-30T07:30:00.000Z'],
  ['2027-06-30T14:30:00+0800', '2027-06-30T06:30:00.000Z'],
  ['06/30/2027', undefined],
  ['2027-02-29', undefined],
  ['kemarin', undefined],
  ['', undefined],
])('the date %j is %j', (text, iso) => expect(readDate(text)).toBe(iso));

it('a date is short: a long text is none, and costs nothing', () => {
  for (const sign of ['T', ' ', ',']) expect(readDate(`a${sign.repeat(400_000)}x`)).toBeUndefined();
});

it.each([
  ['1250000', 1_250_000],
  ['Rp1.250.000,00', 1_250_000],
  ['1,250,000', 1_250_000],
  ['1.250', 1_250],
  ['gratis', 0],
  ['1.25', undefined],
  ['-5', undefined],
  ['9'.repeat(20), undefined],
])('the amount %j is %j', (text, amount) => expect(readRupiah(text)).toBe(amount));

it('no table breaks a reader, whatever it holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tableKinds), fc.array(fc.string(), { minLength: 1 }), (kind, cells) => {
      const reading = readTextTable(new TextEncoder().encode(`${csvTemplate(kind)}${cells.join(';')}`));
      if (reading.outcome === 'read')
        checkTable(kind, reading.table, guessMapping(kind, reading.table.heads));
    }),
  );
});
