import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import type { Training } from '@sinau/siasn';
import { SiasnChanged, SiasnNotFound } from './errors.ts';
import { basisOf, type FollowDeps, followPerson } from './follow-person.ts';
import { trainingOf } from './lacks-of.ts';
import type { RowStore } from './ports.ts';
import { markOf, queued, type SyncRef, type SyncRow, withoutWork } from './sync-row.ts';

/** The agency of an administrator; never named by a request (case C3). */
export function agencyOf({ agencyId, roles }: PersonPrincipal): AgencyId {
  if (agencyId === undefined || !roles.includes('agency-admin')) throw new SiasnNotFound();
  return agencyId;
}

/**
 * `retry`: send it again, also a new record where somebody has deleted ours. `exclude`: it is not to be sent. `by-hand`: it stands there
 * already, entered or corrected by people. `undo`: what was excluded or marked is to be sent after all. `release`: it is not brought by the
 * file that holds it. `take-over`: what others have entered is ours from now on, to be changed and deleted.
 */
export const decisions = ['retry', 'exclude', 'by-hand', 'undo', 'release', 'take-over'] as const;
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
  const next = decided(row, { decision, like: await likeOf(deps, row), now: deps.clock.now() });
  // A record that somebody has deleted there, or that stands for nothing any more, may be another line's.
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
    case 'filed':
      return ['release'];
    case 'differs':
      return ['by-hand', 'take-over'];
    case 'excluded':
      return because === 'degree' || because === 'before-first-year' ? [] : ['undo'];
    case 'accepted':
      return standing?.by === 'service' ? [] : ['undo'];
    case 'unknown':
    case 'sending':
    case 'superseded':
      return [];
  }
}

/** By what it is known again if Sinau is to change it one day. */
async function likeOf(deps: FollowDeps, row: SyncRow): Promise<Training | undefined> {
  const { content, chosen, agencyId, personId } = row;
  const settings = await deps.settings.find(agencyId);
  if (!content || !settings) return undefined;
  const person = await deps.lines.read(personId);
  return trainingOf(content, await basisOf(deps, { settings, content, nip: person?.nip, chosen }));
}

function decided(
  row: SyncRow,
  given: { readonly decision: Decision; readonly like: Training | undefined; readonly now: Date },
): SyncRow {
  const { decision, like, now } = given;
  if (!decisionsFor(row).includes(decision)) throw new SiasnChanged();
  const changedAt = now.toISOString();
  const { because, words: _, reportId: __, filed: ___, there: ____, standing, ...rest } = withoutWork(row);
  switch (decision) {
    case 'retry': {
      const { remote, ...bare } = rest;
      return queued(because === 'gone-there' ? bare : { ...bare, ...(remote && { remote }) }, now);
    }
    case 'exclude':
      return { ...rest, ...(standing && { standing }), state: 'excluded', because: 'by-hand', changedAt };
    case 'by-hand':
      // Taken back, and deleted there by people.
      if (row.content === undefined) return { ...rest, state: 'superseded', lacks: [], changedAt };
      return {
        ...{ ...rest, state: 'accepted', lacks: [], changedAt },
        standing: { mark: markOf(row.content), at: changedAt, by: 'hand', ...(like && { like }) },
      };
    case 'undo':
      return queued(rest, now);
    case 'release':
      if (row.content === undefined) return { ...rest, state: 'superseded', lacks: [], changedAt };
      return { ...queued(rest, now), because: 'file-released' };
    case 'take-over':
      return queued(takenOver(rest, standing?.like), now);
  }
}

/** By its id where that is known, else by what was said when it was entered; then it is looked for as if we had tried it. */
function takenOver(row: SyncRow, like: Training | undefined): SyncRow {
  if (row.remote) return { ...row, remote: { ...row.remote, made: true } };
  return like ? { ...row, tried: like } : row;
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
