import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { SiasnChanged, SiasnNotFound } from './errors.ts';
import type { FollowDeps } from './follow-person.ts';
import { followPerson } from './follow-person.ts';
import type { RowStore } from './ports.ts';
import { markOf, queued, type SyncRef, type SyncRow, withoutWork } from './sync-row.ts';

/** The agency of an administrator; never named by a request (case C3). */
export function agencyOf({ agencyId, roles }: PersonPrincipal): AgencyId {
  if (agencyId === undefined || !roles.includes('agency-admin')) throw new SiasnNotFound();
  return agencyId;
}

/**
 * `retry`: send it again, also a new record where somebody has deleted ours. `exclude`: it is not to be sent. `by-hand`: it stands there
 * already, entered by people. `undo`: what was excluded or marked is to be sent after all.
 */
export const decisions = ['retry', 'exclude', 'by-hand', 'undo'] as const;
export type Decision = (typeof decisions)[number];

interface Given {
  readonly principal: PersonPrincipal;
  readonly ref: SyncRef;
}

export async function readRow(
  { rows }: { readonly rows: Pick<RowStore, 'find'> },
  { principal, ref }: Given,
): Promise<SyncRow> {
  const row = await rows.find(ref);
  if (row?.agencyId !== agencyOf(principal)) throw new SiasnNotFound();
  return row;
}

export async function decideRow(
  deps: FollowDeps,
  { decision, ...given }: Given & { readonly decision: Decision },
): Promise<void> {
  const row = await readRow(deps, given);
  if (row.state === 'sending') throw new SiasnChanged();
  const next = decided(row, decision, deps.clock);
  const freed = row.remote && !next.remote ? row.remote.id : undefined;
  if ((await deps.rows.save(next, freed)) !== 'saved') throw new SiasnChanged();
  await followPerson(deps, row.personId);
}

/** What it may be decided from. */
export function decisionsFor({ state, standing, because }: SyncRow): readonly Decision[] {
  switch (state) {
    case 'rejected':
      return ['retry', 'by-hand', 'exclude'];
    case 'queued':
    case 'incomplete':
      return ['by-hand', 'exclude'];
    case 'excluded':
      return because === 'degree' ? [] : ['undo'];
    case 'accepted':
      return standing?.by === 'service' ? [] : ['undo'];
    case 'unknown':
    case 'sending':
    case 'superseded':
      return [];
  }
}

function decided(row: SyncRow, decision: Decision, clock: Clock): SyncRow {
  if (!decisionsFor(row).includes(decision)) throw new SiasnChanged();
  const now = clock.now();
  const changedAt = now.toISOString();
  const { because, words: _, reportId: __, standing, ...rest } = withoutWork(row);
  switch (decision) {
    case 'retry': {
      const { remote, ...bare } = rest;
      return queued(because === 'gone-there' ? bare : { ...bare, ...(remote && { remote }) }, now);
    }
    case 'exclude':
      return { ...rest, ...(standing && { standing }), state: 'excluded', because: 'by-hand', changedAt };
    case 'by-hand':
      return {
        ...{ ...rest, state: 'accepted', lacks: [], changedAt },
        standing: { mark: markOf(row.content), at: changedAt, by: 'hand' },
      };
    case 'undo':
      return queued(rest, now);
  }
}

/** Kind of course or level of this line alone; waits no longer for it then. */
export async function chooseForRow(
  deps: FollowDeps,
  { chosen, ...given }: Given & { readonly chosen: NonNullable<SyncRow['chosen']> },
): Promise<void> {
  const row = await readRow(deps, given);
  if (row.state === 'sending') throw new SiasnChanged();
  if ((await deps.rows.save({ ...row, chosen: { ...row.chosen, ...chosen } })) !== 'saved')
    throw new SiasnChanged();
  await followPerson(deps, row.personId);
}
