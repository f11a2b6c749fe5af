import type { Clock } from '@sinau/kernel';
import type { Delivered, Training } from '@sinau/siasn';
import { leasedFrom } from './claim-work.ts';
import { type FollowDeps, followPerson } from './follow-person.ts';
import type { SyncStore } from './ports.ts';
import { queued, type SyncRef, type SyncRow, withoutWork } from './sync-row.ts';
import { graceMs, settlesMs, waitMs, waitsForMs } from './timing.ts';

type Deps = SyncStore & { readonly clock: Clock };

export interface Held extends SyncRef {
  readonly leaseId: string;
}

const mostTries = 5;

/**
 * Right before a record is created; its lease begins anew, so that nobody looks for the record while it is on its way. `lost`: the lease is
 * over, and nothing must be created.
 */
export async function noteCreating(
  { rows, clock }: Pick<Deps, 'rows' | 'clock'>,
  { held, training }: { readonly held: Held; readonly training: Training },
): Promise<'noted' | 'lost'> {
  for (let n = 0; n < mostTries; n += 1) {
    const row = await rows.find(held);
    const now = clock.now();
    if (row?.work?.leaseId !== held.leaseId || isOver(row, now)) return 'lost';
    // In conflict the line has changed meanwhile: the row goes on, and is sent again afterwards.
    if ((await rows.save({ ...row, tried: training, ...leasedFrom(now) })) === 'saved') return 'noted';
  }
  return 'lost';
}

const isOver = ({ dueAt = '' }: SyncRow, now: Date) => Date.parse(dueAt) - graceMs <= now.getTime();

/**
 * Notes what became of an order. What its line has come to meanwhile is taken up at once. `lost`: somebody else works on it by now, who looks
 * first and finds whatever stands there.
 */
export async function settleWork(
  deps: Deps & FollowDeps,
  { held, end }: { readonly held: Held; readonly end: Delivered },
): Promise<'noted' | 'lost'> {
  for (let n = 0; n < mostTries; n += 1) {
    const row = await deps.rows.find(held);
    // Told once more what was noted already.
    if (row?.endedLease === held.leaseId) return 'noted';
    if (row?.work?.leaseId !== held.leaseId) return 'lost';
    const now = deps.clock.now();
    const next = { ...settledBy(row, end, now), endedLease: held.leaseId };
    const freed = row.remote && row.remote.id !== next.remote?.id ? row.remote.id : undefined;
    let outcome = await deps.rows.save(next, freed);
    if (outcome === 'taken') outcome = await deps.rows.save(takenBy(row, now));
    if (outcome !== 'saved') continue;
    if (end.outcome === 'accepted')
      await deps.mapping.keepSiasnId(row.personId, { siasnId: end.personId, environment: row.environment });
    await followPerson(deps, row.personId);
    return 'noted';
  }
  return 'lost';
}

/** Another line has got this record meanwhile: look for one of its own. */
const takenBy = (row: SyncRow, now: Date): SyncRow => ({
  ...queued(row, now),
  because: 'record-taken',
});

function settledBy(row: SyncRow, end: Delivered, now: Date): SyncRow {
  switch (end.outcome) {
    case 'accepted':
      return accepted(row, end, now);
    case 'removed':
      return removed(row, now);
    case 'rejected':
      return rejected(row, end, now);
    case 'unknown':
      return waiting(row, { now, state: 'unknown', because: end.because, ms: settlesMs });
    case 'stopped':
      return waiting(row, { now, state: open(row), ms: waitMs(1) });
    case 'later': {
      const { afterSeconds, because } = end;
      return waiting(row, { now, state: open(row), because, ms: waitMs(row.tries, afterSeconds) });
    }
  }
}

/** Nothing was written this time; what was begun before is still open. */
const open = ({ tried }: SyncRow) => (tried === undefined ? 'queued' : 'unknown');

function rejected(
  row: SyncRow,
  { because, words, stands }: Extract<Delivered, { readonly outcome: 'rejected' }>,
  now: Date,
): SyncRow {
  const { tried, words: _, ...rest } = withoutWork(row);
  return {
    ...{ ...rest, state: 'rejected', because, changedAt: now.toISOString() },
    ...(row.work && { as: row.work.as }),
    ...(words !== '' && { words }),
    // Refused while it was looked for: what was begun before may stand there all the same.
    ...(stands === 'as-before' && tried && { tried }),
  };
}

function accepted(
  row: SyncRow,
  { remote, differs }: Extract<Delivered, { readonly outcome: 'accepted' }>,
  now: Date,
): SyncRow {
  const { tried: _, because: __, words: ___, waitsSince: ____, there: _____, ...rest } = withoutWork(row);
  const at = now.toISOString();
  // What somebody else has entered is not what is to stand there, until a person says so.
  const standing = { mark: differs ? '' : (row.work?.mark ?? ''), at, by: 'service' } as const;
  const done: SyncRow = {
    ...{ ...rest, state: 'accepted', lacks: [], remote, standing, tries: 0, changedAt: at },
    ...(differs && { state: 'differs', because: 'found-differs', there: differs }),
    ...(row.work && { as: row.work.as }),
  };
  // Taken back while it was sent.
  return row.content === undefined && remote.made ? queued(done, now) : done;
}

function removed(row: SyncRow, now: Date): SyncRow {
  const {
    tried: _,
    remote: __,
    standing: ___,
    because: ____,
    words: _____,
    as: ______,
    ...rest
  } = withoutWork(row);
  const at = now.toISOString();
  // It counts again, or belongs to another door.
  if (row.content !== undefined) return queued(rest, now);
  return { ...rest, state: 'superseded', lacks: [], tries: 0, changedAt: at };
}

function waiting(
  row: SyncRow,
  given: {
    readonly now: Date;
    readonly state: 'queued' | 'unknown';
    readonly because?: NonNullable<SyncRow['because']>;
    readonly ms: number;
  },
): SyncRow {
  const { now, state, because, ms } = given;
  const rest = withoutWork(row);
  const changedAt = now.toISOString();
  const said = because === undefined ? {} : { because };
  if (Date.parse(row.waitsSince ?? changedAt) <= now.getTime() - waitsForMs)
    return { ...rest, state: 'rejected', because: 'no-answer', changedAt };
  const dueAt = new Date(now.getTime() + ms).toISOString();
  return { ...rest, ...said, state, dueAt, changedAt };
}
