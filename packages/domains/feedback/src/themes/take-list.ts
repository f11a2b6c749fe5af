import type { Clock, Ids } from '@sinau/kernel';
import { agencyOf, type Caller } from '../authority.ts';
import { FeedbackChanged, FeedbackNotFound, ListBusy, ListFixed, ListReplaced } from '../errors.ts';
import type { ThemeListStore, ThemeStore } from './ports.ts';
import { keyOf, type ThemeCount, type ThemeListId } from './theme.ts';
import { countsOf, type ListedRow, type ListState, type ThemeList } from './theme-list.ts';

export interface DecideDeps {
  readonly themes: ThemeStore;
  readonly themeLists: ThemeListStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface At {
  readonly principal: Caller;
  readonly listId: string;
}

/** Lists of one's agency, newest first. */
export const listThemeLists = async (
  { themeLists }: Pick<DecideDeps, 'themeLists'>,
  { principal, limit }: { readonly principal: Caller; readonly limit: number },
): Promise<readonly ThemeList[]> => themeLists.lists(agencyOf(principal), limit);

/** A list with its rows; `rows` absent: they are gone by their age. */
export async function readThemeList(
  { themeLists }: Pick<DecideDeps, 'themeLists'>,
  { principal, listId }: At,
): Promise<{ readonly list: ThemeList; readonly rows?: readonly ListedRow[] }> {
  const list = await themeLists.find(agencyOf(principal), listId as ThemeListId);
  if (!list) throw new FeedbackNotFound();
  const isTaken = list.state !== 'tried' && list.state !== 'taking';
  const rows = await themeLists.rows(list, isTaken ? 'taken' : 'tried');
  return { list, ...(rows && { rows }) };
}

/**
 * Takes a list as it was shown: a row in whose place something else stands since then is refused. Whoever is interrupted asks again, and what was
 * done is found done.
 */
export async function takeThemeList(deps: DecideDeps, input: At): Promise<ThemeList> {
  const { list, rows } = await readThemeList(deps, input);
  if (list.state === 'taken') return list;
  if (!rows) throw new FeedbackNotFound();
  return alone(deps, { list, allowed: ['tried', 'taking'] }, async (held) => {
    const begun = held.state === 'taking' ? held : await moved(deps, { ...held, state: 'taking' });
    const done: ListedRow[] = [];
    for (const row of rows) done.push(await takeRow(deps, row));
    await deps.themeLists.keepRows(begun, 'taken', done);
    const takenAt = deps.clock.now().toISOString();
    return moved(deps, { ...begun, state: 'taken', counts: countsOf(done), takenAt });
  });
}

async function takeRow(deps: DecideDeps, row: ListedRow): Promise<ListedRow> {
  const { next, service = '' } = row;
  if (!next || (row.outcome !== 'created' && row.outcome !== 'changed')) return row;
  if ((await deps.themes.save(next)) === 'saved') return row;
  if ((await standingAt(deps, next))?.listId === next.listId) return row;
  const finding = { problem: 'changed' } as const;
  return { row: row.row, outcome: 'refused', finding, cells: cellsAgain(service, next) };
}

/** A refused row as the template has it. */
const cellsAgain = (service: string, next: ThemeCount): readonly string[] => [
  ...[next.period, service, next.theme, next.channel, String(next.count), String(next.handled)],
  next.medianTenths === undefined ? '' : String(next.medianTenths / 10),
];

/**
 * Puts back what stood before a list. Refused while rows of a later list stand in place of its own: that one is undone first, or nothing would
 * tell what stood before it.
 */
export async function undoThemeList(deps: DecideDeps, input: At): Promise<ThemeList> {
  const { list, rows = [] } = await readThemeList(deps, input);
  if (list.state === 'undone') return list;
  return alone(deps, { list, allowed: ['taken', 'undoing'] }, async (held) => {
    const own = rows.filter(({ outcome }) => outcome === 'created' || outcome === 'changed');
    const found = await standingOf(deps, own);
    if (held.state === 'taken' && found.some(({ now }) => now?.listId !== held.listId)) {
      throw new ListReplaced();
    }
    const begun = held.state === 'undoing' ? held : await moved(deps, { ...held, state: 'undoing' });
    for (const { row, now } of found) if (now?.listId === held.listId) await putBack(deps, row, now);
    return moved(deps, { ...begun, state: 'undone', undoneAt: deps.clock.now().toISOString() });
  });
}

async function putBack({ themes }: DecideDeps, { before }: ListedRow, now: ThemeCount): Promise<void> {
  const outcome = before ? await themes.save({ ...before, rev: now.rev }) : await themes.remove(now);
  if (outcome === 'conflict') throw new FeedbackChanged();
}

/** Beside each row what stands in its place now. */
async function standingOf(deps: DecideDeps, rows: readonly ListedRow[]) {
  const held = new Map<string, readonly ThemeCount[]>();
  const found: { readonly row: ListedRow; readonly now: ThemeCount | undefined }[] = [];
  for (const row of rows) {
    const { next } = row;
    if (!next) continue;
    const place = `${next.serviceId} ${next.from}`;
    const standing = held.get(place) ?? (await deps.themes.of(next, { from: next.from, to: next.from }));
    held.set(place, standing);
    found.push({ row, now: standing.find((one) => keyOf(one) === keyOf(next)) });
  }
  return found;
}

async function standingAt({ themes }: DecideDeps, at: ThemeCount): Promise<ThemeCount | undefined> {
  const found = await themes.of(at, { from: at.from, to: at.from });
  return found.find((one) => keyOf(one) === keyOf(at));
}

/** One run of an agency at a time, on a list whose state allows it. */
async function alone(
  deps: DecideDeps,
  { list, allowed }: { readonly list: ThemeList; readonly allowed: readonly ListState[] },
  act: (held: ThemeList) => Promise<ThemeList>,
): Promise<ThemeList> {
  const { agencyId, listId } = list;
  // Of this run alone: of two clicks the second waits, and does not let go what the first holds.
  const run = deps.ids.token(9);
  if (!(await deps.themeLists.hold(agencyId, run, deps.clock.now()))) throw new ListBusy();
  try {
    const held = await deps.themeLists.find(agencyId, listId);
    if (!held) throw new FeedbackNotFound();
    if (!allowed.includes(held.state)) throw new ListFixed();
    return await act(held);
  } finally {
    await deps.themeLists.release(agencyId, run);
  }
}

async function moved({ themeLists }: DecideDeps, next: ThemeList): Promise<ThemeList> {
  if ((await themeLists.save(next)) === 'conflict') throw new FeedbackChanged();
  return { ...next, rev: next.rev + 1 };
}
