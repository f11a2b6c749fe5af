import { leastAnswers } from '../standing.ts';
import type { Counted, ThemeCount } from './theme.ts';
import { themeKey } from './theme.ts';

export type Told = Pick<Counted, 'count' | 'handled'>;

/** Complaints of a year as everybody may know them. */
export interface PublicThemes extends Told {
  readonly year: number;
  /** Those with ten complaints or more, the most frequent first. */
  readonly themes: readonly (Told & { readonly theme: string })[];
  /** All others together, if they are ten or more; else they are left out of the sum as well, which would give them away. */
  readonly others?: Told;
}

const none: Told = { count: 0, handled: 0 };
const plus = (one: Told, other: Told): Told => ({
  count: one.count + other.count,
  handled: one.handled + other.handled,
});

/** Sums of one service over periods and channels; undefined where nothing can be told. */
export function publicThemes(year: number, rows: readonly ThemeCount[]): PublicThemes | undefined {
  const sums = sumsOf(rows);
  const themes = sums.filter(({ count }) => count >= leastAnswers);
  const rest = sums.filter(({ count }) => count < leastAnswers).reduce<Told>(plus, none);
  return toldOf(year, themes, rest.count >= leastAnswers ? rest : undefined);
}

/** Of several services no more than each of them tells: what is hidden of one does not come back by adding others. */
export function addPublicThemes(year: number, parts: readonly PublicThemes[]): PublicThemes | undefined {
  const others = parts.flatMap((part) => part.others ?? []).reduce<Told>(plus, none);
  const themes = sumsOf(parts.flatMap((part) => part.themes));
  return toldOf(year, themes, others.count > 0 ? others : undefined);
}

function sumsOf(
  rows: readonly (Told & { readonly theme: string })[],
): readonly (Told & { readonly theme: string })[] {
  const sums = new Map<string, Told & { readonly theme: string }>();
  for (const row of rows) {
    const key = themeKey(row.theme);
    const kept = sums.get(key);
    sums.set(key, { theme: kept?.theme ?? row.theme, ...plus(kept ?? none, row) });
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count || a.theme.localeCompare(b.theme, 'id'));
}

function toldOf(
  year: number,
  themes: PublicThemes['themes'],
  others: Told | undefined,
): PublicThemes | undefined {
  if (themes.length === 0 && !others) return undefined;
  const sum = themes.reduce<Told>(plus, others ?? none);
  return { year, ...sum, themes, ...(others && { others }) };
}
