import { craftZip } from '@sinau/platform/testing';
import {
  checkTable,
  guessMapping,
  type TableKind,
  type TableReading,
  tableKinds,
  workbookParts,
  workbookTemplate,
} from '@sinau/rostering/table';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { writeWorkbook } from './write-workbook.ts';

const tableIn = (reading: TableReading) => {
  if (reading.outcome === 'refused') throw new Error(reading.finding.problem);
  return reading.table;
};
const problemOf = (reading: TableReading) =>
  reading.outcome === 'refused' ? reading.finding.problem : 'read';
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const row = (cells: string) => sheetOf(`<row r="1"><c t="inlineStr"><is><t>A</t></is></c></row>${cells}`);
const workbook = (parts: Readonly<Record<string, string>>) =>
  craftZip(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })));
const sheetFile = (sheet: string, more: Readonly<Record<string, string>> = {}) =>
  workbook({ 'xl/worksheets/sheet1.xml': sheet, 'xl/workbook.xml': '<workbook/>', ...more });

describe('workbooks', () => {
  it('are refused when what they come to is large, however small they are (case A6)', async () => {
    const shared = `<sst><si><t>${'a'.repeat(32_000)}_x0041_</t></si></sst>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(99);
    const bytes = sheetFile(row(`<row>${cells}</row>`.repeat(40)), { 'xl/sharedStrings.xml': shared });
    expect(problemOf(await readTable(bytes))).toBe('file-large');
  });

  it('have formats of numbers that are short: a long one says nothing, and costs nothing', async () => {
    const format = `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(400_000)}d"/></numFmts>`;
    const styles = `<styleSheet>${format}<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
    const file = sheetFile(row('<row><c s="0"><v>46203</v></c></row>'), { 'xl/styles.xml': styles });
    expect(tableIn(await readTable(file)).rows[0]?.cells).toEqual(['46203']);
  });

  it.each(tableKinds)('of the template of %s are read back and understood', async (kind: TableKind) => {
    const table = tableIn(await readTable(await writeWorkbook(workbookTemplate(kind))));
    const mapping = guessMapping(kind, table.heads);
    expect(Object.values(mapping)).toEqual(table.heads.map((_, n) => n));
    expect(checkTable(kind, table, mapping)).toEqual({ rows: 1, good: 1, bad: 0, findings: [] });
  });

  it('keep texts that look like formulas, long numbers, blanks and signs as they are (case F1)', async () => {
    const cells = [
      '=HYPERLINK("x")',
      '+1',
      '@a',
      "'b",
      '198503122009011004',
      '<&">',
      'dua\nbaris',
      '﹢',
      '😀',
    ];
    const bytes = await writeWorkbook(workbookParts('Uji', [cells.map((_, n) => `K${n}`), cells]));
    expect(tableIn(await readTable(bytes)).rows[0]?.cells).toEqual(cells);
    expect(Buffer.from(bytes).toString()).not.toContain('<f>');
  });

  it('name their parts, share their texts, and give numbers, dates and percentages their meaning', async () => {
    const bytes = workbook({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="S" sheetId="1" state="hidden" r:id="rId8"/><x:sheet name="T" sheetId="2" r:id="rId9"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId8" Target="worksheets/rahasia.xml"/><Relationship Id="rId9" Target="/xl/worksheets/isi.xml"/></Relationships>',
      'xl/worksheets/rahasia.xml': sheetOf(''),
      'xl/sharedStrings.xml':
        '<sst><si><t>Nama &amp; gelar</t></si><si><r><t>dua </t></r><r><t>bagian_x000D_</t></r><rPh><t>ぶ</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;dmy&quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      'xl/worksheets/isi.xml': sheetOf(
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>' +
          '<row r="7"><c r="A7" s="1"><v>46568</v></c><c r="B7" s="1"><v>46568.604166666</v></c><c r="C7" s="2"><v>0.855</v></c>' +
          '<c r="D7" s="3"><v>2.5000000000000004</v></c><c r="E7" t="b"><v>1</v></c><c r="F7"><v>198503122009011004</v></c>' +
          '<c r="G7"><f>1+1</f><v>2</v></c><c r="H7"><f>A1</f></c><c r="I7" t="e"><v>#REF!</v></c><c r="J7" t="str"><f>A</f><v>teks</v></c></row>',
      ),
    });
    const table = tableIn(await readTable(bytes));
    expect(table.heads).toEqual(['', 'Nama & gelar', '', 'dua bagian']);
    expect(table.rows).toEqual([
      {
        row: 7,
        cells: [
          ...['2027-06-30', '2027-06-30T14:30', '85.5%', '2.5', 'ya', '1.98503122009011e+17'].map((text) =>
            text.startsWith('1.98') ? expect.stringMatching(/e\+17$/) : text,
          ),
          ...['2', '\u0000#', '\u0000#', 'teks'],
        ],
      },
    ]);
  });
});

describe('hostile tables (cases A3 to A6)', () => {
  it('that inflate without end are left at once', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    const bomb = craftZip([{ name: 'xl/worksheets/sheet1.xml', data: zeros }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(problemOf(await readTable(bomb))).toBe('file-large');
    const liar = craftZip([{ name: 'xl/worksheets/sheet1.xml', data: zeros, declaredBytes: 10 }]);
    expect(['file-large', 'file-unreadable']).toContain(problemOf(await readTable(liar)));
    const many = craftZip(Array.from({ length: 600 }, (_, n) => ({ name: `${n}.xml` })));
    expect(problemOf(await readTable(many))).toBe('file-large');
  });

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['entities that grow', '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
  ])('with %s are refused in each part', async (_, doctype) => {
    const sheet = row('<row r="2"><c t="inlineStr"><is><t>&e;&b;</t></is></c></row>');
    expect(problemOf(await readTable(sheetFile(`${doctype}${sheet}`)))).toBe('file-unreadable');
    const shared = { 'xl/sharedStrings.xml': `${doctype}<sst/>` };
    expect(problemOf(await readTable(sheetFile(sheet, shared)))).toBe('file-unreadable');
    // Without a declaration the references stand for nothing.
    expect(tableIn(await readTable(sheetFile(sheet))).rows[0]?.cells).toEqual(['&e;&b;']);
  });

  it.each([
    '<worksheet><sheetData><row>',
    '</worksheet>',
    '<a><b></a></b>',
    '<a b=c/>',
    '<!-- ',
    `${'<a>'.repeat(300)}`,
    '<worksheet '.repeat(50_000),
    `<worksheet ${' '.repeat(60_000)}`,
  ])('that are no documents are refused (%#)', async (sheet) => {
    expect(['file-unreadable', 'file-empty']).toContain(problemOf(await readTable(sheetFile(sheet))));
  });

  it('with a million columns or rows are refused, and a cell far out is not made room for', async () => {
    const wide = `<row r="2">${'<c><v>1</v></c>'.repeat(200)}</row>`;
    expect(problemOf(await readTable(sheetFile(row(wide))))).toBe('too-many-columns');
    expect(problemOf(await readTable(sheetFile(row('<row r="2"><c r="ZZZ2"><v>1</v></c></row>'))))).toBe(
      'too-many-columns',
    );
    // An empty cell with a style far out is what spreadsheets leave behind.
    const styled = '<row r="2"><c r="A2"><v>1</v></c><c r="XFD2" s="1"/></row>';
    expect(tableIn(await readTable(sheetFile(row(styled)))).rows[0]?.cells).toEqual(['1']);
    expect(problemOf(await readTable(Buffer.from(`A\n${','.repeat(1_000_000)}1\n`)))).toBe(
      'too-many-columns',
    );
    expect(problemOf(await readTable(Buffer.from(`A\n${'1\n'.repeat(20_001)}`)))).toBe('too-many-rows');
    const tall = Array.from({ length: 20_002 }, () => '<row><c><v>1</v></c></row>').join('');
    expect(problemOf(await readTable(sheetFile(sheetOf(tall))))).toBe('too-many-rows');
  });

  it('with a huge cell tell the cell', async () => {
    const huge = 'x'.repeat(40_000);
    for (const bytes of [
      sheetFile(row(`<row r="2"><c t="inlineStr"><is><t>${huge}</t></is></c></row>`)),
      Buffer.from(`ID kursus,Judul\nA,${huge}\n`),
    ]) {
      const table = tableIn(await readTable(bytes));
      expect(table.rows[0]?.cells.at(-1)).toBe('\u0000+');
    }
    expect(problemOf(await readTable(Buffer.alloc(5 * 1024 * 1024, 0x41)))).toBe('file-large');
  });

  it('of another kind are told apart', async () => {
    expect(problemOf(await readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('file-old');
    expect(problemOf(await readTable(Buffer.from('PK\u0003\u0004 no archive')))).toBe('file-unreadable');
    expect(problemOf(await readTable(Buffer.from([0, 1, 2, 3])))).toBe('file-unreadable');
    expect(problemOf(await readTable(workbook({ 'word/document.xml': '<d/>' })))).toBe('file-unreadable');
    expect(problemOf(await readTable(Buffer.alloc(0)))).toBe('file-empty');
    // A download that broke off, or a page of a portal, saved under the name of a workbook.
    for (const broken of ['', 'rusak', '<html>\n<p>Masuk</p>\n</html>\n']) {
      expect(problemOf(await readTable(Buffer.from(broken), 'Kursus.XLSX'))).toBe('file-unreadable');
    }
    expect(tableIn(await readTable(Buffer.from('A;B\n1;2\n'), 'kursus.xlsx')).heads).toEqual(['A', 'B']);
  });
});

describe('text tables', () => {
  const cells = (bytes: Uint8Array) => readTable(bytes).then((reading) => tableIn(reading).rows[0]?.cells);
  it('are read in the letters they were written with', async () => {
    expect(await cells(Buffer.from('A;B\nCafé;–\n'))).toEqual(['Café', '–']);
    expect(await cells(Buffer.from('A;B\nCaf\xe9;\x96\n', 'latin1'))).toEqual(['Café', '–']);
    expect(await cells(Buffer.from('\ufeffA\tB\nCafé\t–\n', 'utf16le'))).toEqual(['Café', '–']);
  });
});
