import { lastDayOf, type ServiceView } from '@sinau/feedback';
import type { Cell, Locale } from '@sinau/kernel';
import { type RowsFormat, rowsFile } from '../shared/rows-file.ts';

const heads: Readonly<Record<Locale, readonly string[]>> = {
  id: [
    ...['Layanan', 'Hari pertama', 'Hari terakhir', 'Unsur', 'Tentang', 'Jawaban'],
    ...['Nilai 1', 'Nilai 2', 'Nilai 3', 'Nilai 4', 'Rata-rata', 'IKM', 'Mutu'],
  ],
  en: [
    ...['Service', 'First day', 'Last day', 'Element', 'About', 'Answers'],
    ...['Score 1', 'Score 2', 'Score 3', 'Score 4', 'Mean', 'IKM', 'Grade'],
  ],
};
const titles = { id: 'Hasil SKM', en: 'SKM results' } as const;

/**
 * What citizens answered, added up: a row for each element of each survey that may be told. Of a survey that runs the numbers of its
 * standing (`Standings`), so that two files show no single answer.
 */
export function surveyResultsFile(
  { service, surveys }: Pick<ServiceView, 'service' | 'surveys'>,
  { format, language }: { readonly format: RowsFormat; readonly language: Locale },
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = surveys.flatMap(({ survey, satisfaction, counts }): readonly (readonly Cell[])[] => {
    if (!satisfaction || !counts) return [];
    const { ikm, grade, means, answers } = satisfaction;
    return survey.elements.map(({ code, label }) => [
      ...[service.name, survey.from, lastDayOf(survey), code.toUpperCase(), label, answers],
      ...[...counts.scores[code], means[code] / 100, ikm / 100, grade],
    ]);
  });
  return rowsFile(titles[language], [heads[language], ...rows], format);
}
