import type { Locale } from '@sinau/kernel';
import { headOf, themeTemplate } from './columns.ts';
import { themeProblemWords } from './problem-words.ts';
import type { ListedRow } from './theme-list.ts';

const extra = { id: ['Baris', 'Alasan'], en: ['Row', 'Reason'] } as const;

/** Refused rows in the columns of the template, with their line and the reason: to be mended and sent again. */
export function refusedRows(rows: readonly ListedRow[], locale: Locale): readonly (readonly string[])[] {
  const [line, reason] = extra[locale];
  const refused = rows.flatMap(({ row, finding, cells = [] }) => {
    if (!finding) return [];
    const words = themeProblemWords(finding.problem)[locale] ?? '';
    const at = finding.column ? `${headOf(finding.column)}: ` : '';
    return [[...cells, String(row), `${at}${words}`]];
  });
  return [[...(themeTemplate[0] ?? []), line, reason], ...refused];
}
