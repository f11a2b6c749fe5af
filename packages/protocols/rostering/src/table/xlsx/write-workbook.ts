import type { Cell } from '@sinau/kernel';

export interface WorkbookPart {
  readonly name: string;
  readonly text: string;
}

/** A sheet; its first row holds the heads. */
export interface Sheet {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

export const workbookParts = (title: string, rows: readonly (readonly string[])[]): readonly WorkbookPart[] =>
  workbookOf([{ title, rows }]);

/**
 * Parts of a workbook. Text is marked as such: a spreadsheet neither runs what looks like a formula (case F1) nor rounds a long
 * number, and what people type below stays text too. Numbers stay numbers.
 */
export function workbookOf(sheets: readonly Sheet[]): readonly WorkbookPart[] {
  const names = sheets.map((_, n) => `sheet${n + 1}.xml`);
  return [
    part('[Content_Types].xml', contentTypes(names)),
    part('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(sheets.map(({ title }) => title))),
    part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...names.map((name) => ['worksheet', `worksheets/${name}`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', styles),
    ...sheets.map(({ rows }, n) => part(`xl/worksheets/${names[n]}`, sheetOf(rows))),
  ];
}

function sheetOf(rows: readonly (readonly Cell[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const data = rows.map(
    (row, n) =>
      `<row r="${n + 1}">${row.map((cell, at) => cellOf(cell, `${lettersOf(at)}${n + 1}`, n === 0)).join('')}</row>`,
  );
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"` +
    ` activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${width}" width="22"` +
    ` style="1" customWidth="1"/></cols><sheetData>${data.join('')}</sheetData></worksheet>`
  );
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (name: string, text: string): WorkbookPart => ({
  name,
  text: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`,
});

/** Signs that XML has no place for are left out. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function cellOf(cell: Cell, reference: string, isHead: boolean): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}" s="0"><v>${cell}</v></c>`;
  const text = escaped(String(cell));
  return `<c r="${reference}" s="${isHead ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: readonly string[]) =>
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  sheets
    .map((name) => `<Override PartName="/xl/worksheets/${name}" ContentType="${spreadsheet}.worksheet+xml"/>`)
    .join('') +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;

const relationships = (list: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = (titles: readonly string[]) =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${titles
    .map((title, n) => {
      const name = escaped(title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31));
      return `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`;
    })
    .join('')}</sheets></workbook>`;

/** 0 as usual, 1 text (`@`), 2 text in bold for heads. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>' +
  '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>' +
  '<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/>' +
  '</cellXfs></styleSheet>';
