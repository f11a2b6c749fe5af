import { textOfHtml } from './plain-text.ts';
import { readHours, readLanguage, readList, readRupiah, readSeats } from './quantities.ts';

/** Short names that universities give the fields of a course, without case and marks between. */
const fieldNames = {
  jp: ['jp', 'jampelajaran', 'jumlahjp', 'lessonhours'],
  sks: ['sks', 'kredit', 'credits', 'credit'],
  price: ['harga', 'biaya', 'price', 'tarif', 'cost'],
  seats: ['kuota', 'kapasitas', 'quota', 'seats', 'capacity'],
  competencies: ['kompetensi', 'kodekompetensi', 'kompetensiasn', 'competency', 'competencies'],
  languages: ['bahasa', 'language', 'bahasapengantar'],
} as const;

/** What a university states of a course in fields of its own, by their names. */
export function readCustomFields(fields: readonly (readonly [name: string, value: string])[]) {
  const texts = new Map(
    fields.map(([name, value]) => [name.toLowerCase().replaceAll(/[^a-z]/g, ''), textOfHtml(value)]),
  );
  const find = (names: readonly string[]) => names.map((name) => texts.get(name)).find((text) => text) ?? '';
  const jp = readHours(find(fieldNames.jp));
  const sks = readHours(find(fieldNames.sks));
  const price = readRupiah(find(fieldNames.price));
  const seats = readSeats(find(fieldNames.seats));
  return {
    ...(jp !== undefined && { jp }),
    ...(sks !== undefined && { sks }),
    ...(price !== undefined && { price }),
    ...(seats !== undefined && { seats }),
    competencies: readList(find(fieldNames.competencies)),
    languages: readList(find(fieldNames.languages)).flatMap((text) => readLanguage(text) ?? []),
  };
}
