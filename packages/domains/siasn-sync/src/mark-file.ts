import type { AgencyId, Clock } from '@sinau/kernel';
import type { RowStore, SyncStore } from './ports.ts';
import { markOf, queued, type SyncRow, type SyncState, withoutWork } from './sync-row.ts';

/** What goes into a file: what stands in SIASN, may stand there, or cannot be sent, does not. */
export const fileStates = ['queued', 'rejected'] as const satisfies readonly SyncState[];
const together = 100;

/** Rows of one year that a file holds, in pages. */
export async function* fileRows(
  { rows }: { readonly rows: Pick<RowStore, 'listIn'> },
  { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number },
): AsyncIterable<readonly SyncRow[]> {
  for (const state of fileStates)
    for await (const page of pagesIn(rows, { agencyId, state }))
      yield page.filter((row) => row.year === year && row.content !== undefined && row.tried === undefined);
}

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
  /** When its rows were read, ISO 8601 UTC: what has changed since is not in it. */
  readonly asOf: string;
}

/** The rows of a file count as sent. Safe to repeat. */
export async function markFile(
  deps: Pick<SyncStore, 'rows'> & { readonly clock: Clock },
  { asOf, reportId, ...file }: File,
): Promise<number> {
  const inside: SyncRow[] = [];
  for await (const page of fileRows(deps, file)) inside.push(...page.filter((row) => row.changedAt <= asOf));
  const at = deps.clock.now().toISOString();
  let marked = 0;
  for (const row of inside) {
    const { because: _, words: __, ...rest } = withoutWork(row);
    const standing = { mark: markOf(row.content), at, by: 'file' } as const;
    const next: SyncRow = { ...rest, state: 'accepted', lacks: [], standing, reportId, changedAt: at };
    // Whose row has changed since goes its own way.
    if ((await deps.rows.save(next)) === 'saved') marked += 1;
  }
  return marked;
}

/** They do not, after all. Safe to repeat. */
export async function unmarkFile(
  deps: Pick<SyncStore, 'rows'> & { readonly clock: Clock },
  { agencyId, reportId }: Pick<File, 'agencyId' | 'reportId'>,
): Promise<number> {
  const inside: SyncRow[] = [];
  for await (const page of pagesIn(deps.rows, { agencyId, state: 'accepted' }))
    inside.push(...page.filter((row) => row.reportId === reportId));
  let undone = 0;
  for (const row of inside) {
    const { reportId: _, standing: __, ...rest } = row;
    if ((await deps.rows.save(queued(rest, deps.clock.now()))) === 'saved') undone += 1;
  }
  return undone;
}
