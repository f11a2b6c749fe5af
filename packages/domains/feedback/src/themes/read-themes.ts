import type { AgencyId, LocalDate } from '@sinau/kernel';
import type { ServicePlace } from '../ports.ts';
import type { Service } from '../service.ts';
import type { Period } from './period.ts';
import type { ThemeStore } from './ports.ts';
import { type ThemeCount, themeKey } from './theme.ts';

interface Deps {
  readonly themes: Pick<ThemeStore, 'of'>;
}

/** Complaints about one service of one theme in one period, through all channels. */
export interface ThemeSum extends ServicePlace, Period {
  readonly theme: string;
  readonly count: number;
  readonly handled: number;
}

/** Themes of a service whose period begins within the days: by period, then the most frequent first. */
export async function readThemes(
  { themes }: Deps,
  input: ServicePlace & { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly ThemeSum[]> {
  const sums = new Map<string, ThemeSum>();
  for (const row of await themes.of(input, input)) {
    const key = `${row.period} ${themeKey(row.theme)}`;
    const kept = sums.get(key);
    const { agencyId, serviceId, period, from, to, theme, count, handled } = row;
    sums.set(key, {
      ...{ agencyId, serviceId, period, from, to, theme: kept?.theme ?? theme },
      ...{ count: count + (kept?.count ?? 0), handled: handled + (kept?.handled ?? 0) },
    });
  }
  return [...sums.values()].toSorted(
    (a, b) => a.from.localeCompare(b.from) || b.count - a.count || a.theme.localeCompare(b.theme, 'id'),
  );
}

/** Every row of a year of the services given, as they came. One read a service. */
export async function themesOfYear(
  { themes }: Deps,
  input: { readonly agencyId: AgencyId; readonly services: readonly Service[]; readonly year: number },
): Promise<readonly ThemeCount[]> {
  const days = { from: `${input.year}-01-01`, to: `${input.year}-12-31` };
  const rows: ThemeCount[] = [];
  for (const { serviceId } of input.services) {
    rows.push(...(await themes.of({ agencyId: input.agencyId, serviceId }, days)));
  }
  return rows;
}
