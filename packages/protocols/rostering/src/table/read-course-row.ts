import type { ExternalCourse } from '../external.ts';
import { textOfPlain } from '../plain-text.ts';
import { readHours, readLanguage, readList, readRupiah, readSeats } from '../quantities.ts';
import { readDate, readDay } from './read-dates.ts';
import type { RowReader } from './row-reader.ts';

/** A course of a catalogue; undefined with a finding when it has no id or no title. */
export function readCourseRow(row: RowReader): ExternalCourse | undefined {
  const externalId = row.text('externalId', 255);
  const title = row.text('title', 300);
  const [startsAt, endsAt] = [
    row.value('startsAt', 'date-wrong', (text) => readDate(text)),
    row.value('endsAt', 'date-wrong', (text) => readDate(text, 'end')),
  ];
  if (startsAt !== undefined && endsAt !== undefined && endsAt < startsAt) row.wrong('date-order', 'endsAt');
  const optional = {
    code: row.text('code', 100),
    url: row.value('url', 'url-wrong', webAddress),
    jp: row.value('jp', 'number-wrong', readHours),
    sks: row.value('sks', 'number-wrong', readHours),
    price: row.value('price', 'money-wrong', readRupiah),
    seats: row.value('seats', 'number-wrong', readSeats),
    ...{ startsAt, endsAt, classesFrom: row.value('classesFrom', 'date-wrong', readDay) },
  };
  const rest = {
    description: textOfPlain(row.text('description', 4_000) ?? ''),
    languages: row.value('languages', 'language-wrong', languagesIn) ?? [],
    competencies: readList(row.text('competencies', 4_000) ?? ''),
    visible: row.value('visible', 'yes-no-wrong', readYesNo) ?? true,
  };
  for (const [column, cell] of Object.entries({ externalId, title })) {
    const known = column as 'externalId' | 'title';
    if (cell === undefined && !row.findings.some((one) => one.column === known))
      row.wrong('cell-missing', known);
  }
  if (externalId === undefined || title === undefined || row.findings.length > 0) return undefined;
  return { externalId, title, ...rest, ...present(optional) };
}

function present<Shape extends object>(shape: Shape): { [Name in keyof Shape]?: NonNullable<Shape[Name]> } {
  const entries = Object.entries(shape).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Shape]?: NonNullable<Shape[Name]> };
}

function languagesIn(text: string): readonly string[] | undefined {
  const read = readList(text).map(readLanguage);
  return read.every((one) => one !== undefined) ? [...new Set(read)] : undefined;
}

/** As it is written, when a browser would go there. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\/\S{1,1990}$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href : undefined;
}

export function readYesNo(text: string): boolean | undefined {
  const plain = text.toLowerCase();
  if (/^(ya|y|yes|true|1|aktif|buka|dibuka|active|open|tampil)$/.test(plain)) return true;
  return /^(tidak|t|no|n|false|0|nonaktif|tidak aktif|tutup|ditutup|inactive|closed|ditarik)$/.test(plain)
    ? false
    : undefined;
}
