import { FeedbackNotFound, listServices } from '@sinau/feedback';
import {
  headOf,
  type ListedRow,
  listThemeLists,
  readThemeList,
  type ThemeCount,
  type ThemeList,
  takeThemeList,
  themeColumns,
  themeProblemWords,
  themesOfYear,
  undoThemeList,
} from '@sinau/feedback/themes';
import { localDateOf, type PersonPrincipal } from '@sinau/kernel';
import type { ThemeCountView, ThemeListSummary, ThemePorts, ThemeRowView } from '@sinau/web';
import { rowsFile } from '../shared/rows-file.ts';
import { refusedRowsFile, sendThemeList, themeTemplateFile } from '../shared/theme-lists.ts';
import type { PortalDeps } from './deps.ts';

/** Lists that the page names. */
const mostLists = 20;
/** Years back that the page offers. */
const mostYears = 5;

/** Themes of complaints, for administrators. */
export function joinThemes(deps: Pick<PortalDeps, 'citizens'>, maxBytes: number): ThemePorts {
  return {
    maxBytes,
    template: themeTemplateFile,
    async overviewOf(principal, wished) {
      const desk = await deps.citizens();
      const thisYear = Number(localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta').slice(0, 4));
      const years = Array.from({ length: mostYears }, (_, n) => thisYear - n);
      const year = wished !== undefined && wished <= thisYear ? wished : thisYear;
      const { named, rows } = await yearOf(deps, principal, year);
      const lists = await listThemeLists(desk, { principal, limit: mostLists });
      return {
        ...{ year, years, hasServices: named.length > 0, lists: lists.map(summaryOf) },
        services: named.flatMap(({ serviceId, name }) => {
          const own = rows.filter((row) => row.serviceId === serviceId);
          return own.length === 0 ? [] : [{ name, rows: own.toSorted(byPeriod).map(countView) }];
        }),
      };
    },
    async fileOf(principal, { year, format, language }) {
      const { named, rows } = await yearOf(deps, principal, year);
      const nameOf = new Map<string, string>(named.map(({ serviceId, name }) => [serviceId, name]));
      const lines = rows
        .toSorted(byPeriod)
        .map((row) => [
          ...[row.period, nameOf.get(row.serviceId), row.theme, row.channel, row.count, row.handled],
          row.medianTenths === undefined ? undefined : row.medianTenths / 10,
        ]);
      return rowsFile(titles[language], [heads, ...lines], format);
    },
    async upload(principal, file) {
      const sent = await sendThemeList(await deps.citizens(), { principal, ...file });
      return sent.outcome === 'tried' ? { outcome: 'tried', listId: sent.list.listId } : sent;
    },
    async listOf(principal, listId) {
      const { list, rows } = await readThemeList(await deps.citizens(), { principal, listId });
      return { ...summaryOf(list), ignored: list.ignored, ...(rows && { rows: rows.map(rowView) }) };
    },
    take: async (principal, listId) => {
      await takeThemeList(await deps.citizens(), { principal, listId });
    },
    undo: async (principal, listId) => {
      await undoThemeList(await deps.citizens(), { principal, listId });
    },
    async refusedRows(principal, listId, wish) {
      const { rows } = await readThemeList(await deps.citizens(), { principal, listId });
      if (!rows?.some(({ outcome }) => outcome === 'refused')) throw new FeedbackNotFound();
      return refusedRowsFile(rows, wish);
    },
  };
}

const titles = { id: 'Tema pengaduan', en: 'Themes of complaints' } as const;
/** As lists have them, so that the file may be sent again. */
const heads = themeColumns.map(headOf);

async function yearOf(deps: Pick<PortalDeps, 'citizens'>, principal: PersonPrincipal, year: number) {
  const desk = await deps.citizens();
  const named = await listServices(desk, { principal });
  const [first] = named;
  if (!first) return { named, rows: [] };
  return { named, rows: await themesOfYear(desk, { agencyId: first.agencyId, services: named, year }) };
}

const byPeriod = (a: ThemeCount, b: ThemeCount): number =>
  a.from.localeCompare(b.from) || b.count - a.count || a.theme.localeCompare(b.theme, 'id');

const countView = ({ period, theme, channel, count, handled, medianTenths }: ThemeCount): ThemeCountView => ({
  ...{ period, theme, channel, count, handled },
  ...(medianTenths !== undefined && { medianTenths }),
});

const summaryOf = ({ listId, name, state, counts, by, createdAt }: ThemeList): ThemeListSummary => ({
  ...{ listId, name, state, counts, by, createdAt },
});

function rowView({ row, outcome, service, next, before, finding }: ListedRow): ThemeRowView {
  return {
    ...{ row, outcome },
    ...(service !== undefined && { service }),
    ...(next && { says: countView(next) }),
    ...(before && { before: countView(before) }),
    ...(finding?.column && { column: headOf(finding.column) }),
    ...(finding && { problem: themeProblemWords(finding.problem) }),
  };
}
