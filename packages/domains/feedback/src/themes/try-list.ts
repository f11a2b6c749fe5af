import { blotOut, type Clock, type Ids, lettersAndDigits } from '@sinau/kernel';
import type { Table } from '@sinau/rostering/table';
import { agencyOf, type Caller } from '../authority.ts';

import { FeedbackChanged } from '../errors.ts';
import type { ServiceStore } from '../ports.ts';
import type { Service } from '../service.ts';
import { surveyDay } from '../survey.ts';
import { mappingOf, missingHeads } from './columns.ts';
import { identityIn, isIdentityHead } from './identity-marks.ts';
import { overlaps } from './period.ts';
import type { ThemeListStore, ThemeStore } from './ports.ts';
import { cellsOf, readThemeRow, type SaidRow, type ThemeProblem } from './read-row.ts';
import { keyOf, mostThemes, type ThemeCount, type ThemeListId, themeKey } from './theme.ts';
import { countsOf, type ListedRow, longestName, mostRows, type ThemeList } from './theme-list.ts';

export interface ThemeDeps {
  readonly services: Pick<ServiceStore, 'find' | 'list'>;
  readonly themes: ThemeStore;
  readonly themeLists: ThemeListStore;
  readonly clock: Clock;
}

export type TriedList =
  /** Columns that tell who somebody is: nothing of the file was looked at further, and nothing kept. */
  | { readonly outcome: 'identities'; readonly heads: readonly string[] }
  | { readonly outcome: 'missing'; readonly heads: readonly string[] }
  | { readonly outcome: 'too-many'; readonly most: number }
  | { readonly outcome: 'tried'; readonly list: ThemeList; readonly rows: readonly ListedRow[] };

/** Looks at a file and says of each row what would come of it, and what stands in its place. Changes no number. */
export async function tryThemeList(
  deps: ThemeDeps & { readonly ids: Ids },
  input: { readonly principal: Caller; readonly name: string; readonly table: Table },
): Promise<TriedList> {
  const agencyId = agencyOf(input.principal);
  const { heads, rows: lines } = input.table;
  const identities = heads.filter(isIdentityHead);
  if (identities.length > 0) return { outcome: 'identities', heads: identities };
  const mapping = mappingOf(heads);
  const missing = missingHeads(mapping);
  if (missing.length > 0) return { outcome: 'missing', heads: missing };
  if (lines.length > mostRows) return { outcome: 'too-many', most: mostRows };
  const now = deps.clock.now();
  // In the order of time, so that names sort by age.
  const listId = `${now.toISOString().replaceAll(/[-:.]/g, '')}-${deps.ids.token(9)}` as ThemeListId;
  const judge = await judgeOf(deps, { agencyId, listId, today: surveyDay(now) });
  const rows: ListedRow[] = [];
  for (const line of lines) {
    const read = readThemeRow(mapping, line);
    const judged = 'said' in read ? await judge(line.row, read.said) : { finding: read.finding };
    rows.push(
      'finding' in judged
        ? {
            ...{ row: line.row, outcome: 'refused', finding: judged.finding },
            cells: cellsOf(mapping, line).map(withoutMarks),
          }
        : judged,
    );
  }
  const taken = new Set(mapping.values());
  const list: ThemeList = {
    ...{ listId, agencyId, name: blotOut(input.name).slice(0, longestName), state: 'tried' },
    counts: countsOf(rows),
    ignored: heads.filter((head, at) => head !== '' && !taken.has(at)).map((head) => blotOut(head)),
    ...{ by: input.principal.name, createdAt: now.toISOString(), rev: 0 },
  };
  await deps.themeLists.keepRows(list, 'tried', rows);
  if ((await deps.themeLists.save(list)) === 'conflict') throw new FeedbackChanged();
  return { outcome: 'tried', list: { ...list, rev: 1 }, rows };
}

/** Blots out what it can, and drops a cell that tells of somebody all the same. */
function withoutMarks(cell: string): string {
  const text = blotOut(cell).slice(0, 200);
  return identityIn(text) ? '[…]' : text;
}

type Refusal = {
  readonly finding: { readonly problem: ThemeProblem; readonly column?: 'service' | 'period' };
};

/** Compares rows with what stands there, and with each other. Reads each service once a year of its rows. */
async function judgeOf(
  deps: ThemeDeps,
  about: { readonly agencyId: Service['agencyId']; readonly listId: ThemeListId; readonly today: string },
) {
  const { agencyId, listId, today } = about;
  const services = new Map<string, Service>();
  for (const service of await deps.services.list(agencyId)) {
    const name = lettersAndDigits(service.name);
    const kept = services.get(name);
    // Of two alike the open one is meant.
    if (!kept || kept.state === 'closed') services.set(name, service);
  }
  const years = new Map<string, Map<string, ThemeCount>>();
  const standing = async (serviceId: Service['serviceId'], year: string) => {
    const key = `${serviceId} ${year}`;
    const held = years.get(key);
    if (held) return held;
    const days = { from: `${year}-01-01`, to: `${year}-12-31` };
    const found = await deps.themes.of({ agencyId, serviceId }, days);
    const rows = new Map(found.map((row) => [keyOf(row), row]));
    years.set(key, rows);
    return rows;
  };
  const seen = new Set<string>();
  return async (row: number, said: SaidRow): Promise<ListedRow | Refusal> => {
    const { period, service: name, ...words } = said;
    if (period.from > today) return { finding: { problem: 'future-period', column: 'period' } };
    const service = services.get(lettersAndDigits(name));
    if (!service) return { finding: { problem: 'unknown-service', column: 'service' } };
    const place = { agencyId, serviceId: service.serviceId, ...period, ...words };
    const key = keyOf(place);
    if (seen.has(key)) return { finding: { problem: 'twice' } };
    const rows = await standing(service.serviceId, period.from.slice(0, 4));
    const before = rows.get(key);
    const alike = [...rows.values()].filter(
      (one) => themeKey(one.theme) === themeKey(words.theme) && one.channel === words.channel,
    );
    if (alike.some((one) => one.period !== period.period && overlaps(one, period))) {
      return { finding: { problem: 'period-overlaps', column: 'period' } };
    }
    if (!before && rows.size >= mostThemes) return { finding: { problem: 'full' } };
    seen.add(key);
    const next: ThemeCount = { ...place, listId, rev: before?.rev ?? 0 };
    // Rows of one file overlap each other too.
    rows.set(key, next);
    const told = { row, service: service.name, next };
    if (!before) return { ...told, outcome: 'created' };
    return { ...told, outcome: isSame(before, next) ? 'skipped' : 'changed', before };
  };
}

const isSame = (one: ThemeCount, other: ThemeCount): boolean =>
  one.count === other.count && one.handled === other.handled && one.medianTenths === other.medianTenths;
