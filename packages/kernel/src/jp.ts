/**
 * Lesson hours (jam pelajaran). Kept as an integer count of hundredths, so that sums never drift.
 * PerLAN 10/2018 counts in whole hours; conversions of half days give fractions.
 */
export type Jp = number & { readonly __jp: 'hundredths' };

/** A lesson hour, whatever is learned in it; as standard costs of training count. */
export const minutesPerJp = 45;

/** Reads `"4"`, `"2.5"` or `"2,5"`; undefined unless 0 ≤ JP ≤ 9,999.99 with at most two decimals. */
export function parseJp(text: string): Jp | undefined {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths as Jp;
}

/** `250` → `"2,5"` in Indonesian, `"2.5"` in English. */
export function formatJp(jp: Jp, locale: 'id' | 'en'): string {
  const text = (jp / 100).toFixed(2).replace(/\.?0+$/, '');
  return locale === 'id' ? text.replace('.', ',') : text;
}
