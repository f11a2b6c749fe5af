import type { AgencyId, PersonId } from '@sinau/kernel';
import { basisOf, type FollowDeps, followPerson } from './follow-person.ts';
import { trainingOf } from './lacks-of.ts';
import type { RowStore } from './ports.ts';
import type { SyncSettings } from './settings.ts';
import { markOf, queued, type SyncRow, type SyncState, withoutWork } from './sync-row.ts';

/** Out of which a file is made. */
const fileStates = ['queued', 'rejected'] as const satisfies readonly SyncState[];
const together = 100;

export async function* pagesIn(
  rows: Pick<RowStore, 'listIn'>,
  { agencyId, state }: { readonly agencyId: AgencyId; readonly state: SyncState },
): AsyncIterable<readonly SyncRow[]> {
  let after: string | undefined;
  do {
    const page = await rows.listIn(agencyId, state, {
      limit: together,
      ...(after !== undefined && { after }),
    });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

interface File {
  readonly agencyId: AgencyId;
  readonly reportId: string;
  readonly year: number;
}

/**
 * Rows that a file may hold: new lines of one year. What stands in SIASN or may stand there is not one: it would be there twice. Those that
 * the same file holds already come again.
 */
export async function fileRows(
  { rows }: { readonly rows: Pick<RowStore, 'listIn'> },
  { agencyId, reportId, year }: File,
): Promise<readonly SyncRow[]> {
  const found: SyncRow[] = [];
  const isNew = ({ remote, tried, standing }: SyncRow) => !remote && !tried && !standing;
  for await (const page of pagesIn(rows, { agencyId, state: 'filed' }))
    found.push(...page.filter((row) => row.reportId === reportId));
  for (const state of fileStates)
    for await (const page of pagesIn(rows, { agencyId, state }))
      found.push(...page.filter((row) => row.year === year && row.content && isNew(row)));
  return found;
}

type Reserving = Pick<FollowDeps, 'rows' | 'mapping' | 'clock'>;

/** No file has come of it after all. */
export async function giveBackReserved(deps: Reserving, reserved: readonly SyncRow[]): Promise<void> {
  for (const { personId, lineId, reportId } of reserved) {
    const row = await deps.rows.find({ personId, lineId });
    if (row?.state !== 'filed' || row.reportId !== reportId) continue;
    const { reportId: _, filed: __, ...rest } = row;
    await deps.rows.save(queued(rest, deps.clock.now()));
  }
}

/**
 * Holds a row for a file: until that is marked as sent or released, nobody else brings it. Undefined: it has gone another way meanwhile, or
 * something is missing of it, and it is not in the file.
 */
export async function reserveForFile(
  deps: Reserving,
  given: {
    readonly row: SyncRow;
    readonly settings: SyncSettings;
    readonly nip: string | undefined;
    readonly reportId: string;
  },
): Promise<SyncRow | undefined> {
  const { row, settings, nip, reportId } = given;
  const { content, chosen } = row;
  if (row.state === 'filed') return row;
  if (row.environment !== settings.environment || row.agencyId !== settings.agencyId) return undefined;
  // It would be sent as what it is not any more in a minute.
  if (content?.isPrinting) return undefined;
  const like = content && trainingOf(content, await basisOf(deps, { settings, content, nip, chosen }));
  if (!like) return undefined;
  const { because: _, words: __, ...rest } = withoutWork(row);
  const filed = { mark: markOf(content), like };
  const changedAt = deps.clock.now().toISOString();
  const next: SyncRow = { ...rest, state: 'filed', lacks: [], reportId, filed, changedAt };
  return (await deps.rows.save(next)) === 'saved' ? next : undefined;
}

/** The rows of a file count as sent. Safe to repeat. What has become of a line since it was made is told at once. */
export async function markFile(
  deps: FollowDeps,
  { agencyId, reportId }: Pick<File, 'agencyId' | 'reportId'>,
): Promise<number> {
  const at = deps.clock.now().toISOString();
  return changeAll(deps, {
    ...{ agencyId, reportId, states: ['filed'] },
    change: ({ filed, ...row }) => ({
      ...{ ...row, state: 'accepted', changedAt: at },
      standing: { mark: filed?.mark ?? '', at, by: 'file', ...(filed && { like: filed.like }) },
    }),
  });
}

/** They do not, after all, or never will: they go by another way. `reason`: of whoever says so. Safe to repeat. */
export async function releaseFile(
  deps: FollowDeps,
  { agencyId, reportId, reason }: Pick<File, 'agencyId' | 'reportId'> & { readonly reason?: string },
): Promise<number> {
  const now = deps.clock.now();
  return changeAll(deps, {
    ...{ agencyId, reportId, states: ['filed', 'accepted', 'differs'] },
    change: ({ reportId: _, standing: __, filed: ___, because: ____, ...row }) => {
      if (row.content === undefined)
        return { ...row, state: 'superseded', lacks: [], changedAt: now.toISOString() };
      const words = reason === undefined ? {} : { words: reason };
      return { ...queued(row, now), because: 'file-released', ...words };
    },
  });
}

async function changeAll(
  deps: FollowDeps,
  given: Pick<File, 'agencyId' | 'reportId'> & {
    readonly states: readonly SyncState[];
    readonly change: (row: SyncRow) => SyncRow;
  },
): Promise<number> {
  const { agencyId, reportId, states, change } = given;
  const inside: SyncRow[] = [];
  for (const state of states)
    for await (const page of pagesIn(deps.rows, { agencyId, state }))
      inside.push(...page.filter((row) => row.reportId === reportId));
  let changed = 0;
  const people = new Set<PersonId>();
  for (const row of inside) {
    // Whose row has changed since goes its own way.
    if ((await deps.rows.save(change(row))) !== 'saved') continue;
    changed += 1;
    people.add(row.personId);
  }
  for (const personId of people) await followPerson(deps, personId);
  return changed;
}

/** Files that hold rows, with how many; of a thousand rows at most. */
export async function filesHolding(
  { rows }: { readonly rows: Pick<RowStore, 'listIn'> },
  agencyId: AgencyId,
): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>();
  const page = await rows.listIn(agencyId, 'filed', { limit: 1_000 });
  for (const { reportId } of page.rows)
    if (reportId !== undefined) held.set(reportId, (held.get(reportId) ?? 0) + 1);
  return held;
}

/** Whether a file holds rows of this agency; those of other agencies are never looked at. May be behind by a moment. */
export async function holdsRows(
  { rows }: { readonly rows: Pick<RowStore, 'listIn'> },
  { agencyId, reportId }: Pick<File, 'agencyId' | 'reportId'>,
): Promise<boolean> {
  for await (const page of pagesIn(rows, { agencyId, state: 'filed' }))
    if (page.some((row) => row.reportId === reportId)) return true;
  return false;
}
