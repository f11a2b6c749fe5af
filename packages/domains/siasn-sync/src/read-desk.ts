import type { AgencyId, PersonId } from '@sinau/kernel';
import { unprovenIn } from './lacks-of.ts';
import type { RowStore } from './ports.ts';
import { type SyncRow, type SyncState, syncStates } from './sync-row.ts';

/** Counted so far; more is `atLeast`. */
const mostCounted = 1_000;

export interface StateCount {
  readonly state: SyncState;
  readonly count: number;
  readonly atLeast: boolean;
  /** Of those counted: without a whole certificate, as far as there is anything to be brought. */
  readonly unproven: number;
}

/** How many rows of an agency are in each state. */
export async function countStates(
  { rows }: { readonly rows: Pick<RowStore, 'listIn'> },
  agencyId: AgencyId,
): Promise<readonly StateCount[]> {
  return Promise.all(
    syncStates.map(async (state) => {
      const page = await rows.listIn(agencyId, state, { limit: mostCounted });
      const unproven = page.rows.filter(({ content }) => content && unprovenIn(content).length > 0).length;
      return { state, count: page.rows.length, atLeast: page.next !== undefined, unproven };
    }),
  );
}

/** Rows of a person by their line. */
export async function rowsByLine(
  { rows }: { readonly rows: Pick<RowStore, 'listOf'> },
  personId: PersonId,
): Promise<ReadonlyMap<string, SyncRow>> {
  return new Map((await rows.listOf(personId)).map((row) => [row.lineId, row]));
}
