import { asOf, type Basis, isDegree, lacksOf } from './lacks-of.ts';
import {
  type Chosen,
  type Content,
  markOf,
  queued,
  type SyncRow,
  saysSame,
  withoutWork,
} from './sync-row.ts';

/** A row after its line was looked at. The same object: nothing is new. */
export function nextRow(
  row: SyncRow,
  {
    content,
    basis,
    now,
  }: { readonly content: Content | undefined; readonly basis: Basis; readonly now: Date },
): SyncRow {
  return content === undefined ? withdrawn(row, now) : renewed(row, { content, basis, now });
}

function withdrawn(row: SyncRow, now: Date): SyncRow {
  const { content, ...rest } = row;
  switch (row.state) {
    case 'superseded':
      return row;
    case 'sending':
    case 'filed':
      // Whoever holds it comes back to it.
      return content === undefined ? row : { ...rest, changedAt: now.toISOString() };
    case 'queued':
    case 'unknown':
      // Its removal is on its way.
      return content === undefined ? row : gone(rest, now);
    case 'differs':
      return row.because === 'taken-back-since' ? row : differing(rest, 'taken-back-since', now);
    case 'incomplete':
    case 'rejected':
    case 'excluded':
    case 'accepted':
      return content === undefined && row.state === 'rejected' ? row : gone(rest, now);
  }
}

/** What we have made is deleted there; what others have entered is left to people; of everything else there is nothing. */
function gone(row: SyncRow, now: Date): SyncRow {
  if (row.remote?.made || row.tried) return queued(row, now);
  if (row.standing) return differing(row, 'taken-back-since', now);
  return { ...withoutWork(row), state: 'superseded', lacks: [], changedAt: now.toISOString() };
}

function differing(row: SyncRow, because: 'corrected-since' | 'taken-back-since', now: Date): SyncRow {
  const { words: _, ...rest } = withoutWork(row);
  return { ...rest, state: 'differs', because, lacks: [], changedAt: now.toISOString() };
}

function renewed(
  row: SyncRow,
  { content, basis, now }: { readonly content: Content; readonly basis: Basis; readonly now: Date },
): SyncRow {
  const isSame = markOf(content) === markOf(row.content);
  const next: SyncRow = { ...row, content, title: content.title, year: Number(content.to.slice(0, 4)) };
  const given = { basis, now };
  switch (row.state) {
    case 'sending':
    case 'filed':
      return isSame ? row : { ...next, changedAt: now.toISOString() };
    case 'unknown':
      return isSame ? row : next;
    case 'excluded':
      if (row.because === 'before-first-year' && !isBefore(next, basis)) return settled(next, given);
      return isSame ? row : next;
    case 'accepted':
      return renewedThere(row, next, { ...given, content, isSame });
    case 'differs':
      // As it was when it was brought there: nothing differs any more.
      if (row.standing && saysSame(row.standing.mark, content)) return backThere(next, now);
      return isSame ? row : next;
    case 'rejected':
      if (isBefore(next, basis)) return settled(next, given);
      return isSame && isSentAs(row, basis) ? row : settled(next, given);
    case 'queued':
      return isSame && !isBefore(next, basis) && lacksOf(content, basis).length === 0
        ? row
        : settled(next, given);
    case 'incomplete':
    case 'superseded': {
      const after = settled(next, given);
      return after.state === 'incomplete' && isSame && same(after.lacks, row.lacks) ? row : after;
    }
  }
}

/** A record of ours follows all of its line, its document too; one that a file or others have brought differs by what it says alone. */
function renewedThere(
  row: SyncRow,
  next: SyncRow,
  {
    content,
    isSame,
    basis,
    now,
  }: { readonly content: Content; readonly isSame: boolean; readonly basis: Basis; readonly now: Date },
): SyncRow {
  const { mark = '' } = row.standing ?? {};
  const kept = isSame ? row : next;
  if (row.remote?.made)
    return mark === markOf(content) && isSentAs(row, basis) ? kept : settled(next, { basis, now });
  return saysSame(mark, content) ? kept : differing(next, 'corrected-since', now);
}

function backThere(row: SyncRow, now: Date): SyncRow {
  const { because: _, there: __, ...rest } = row;
  return { ...rest, state: 'accepted', changedAt: now.toISOString() };
}

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** Nothing was sent yet, or it was sent as what it would be sent as now. */
function isSentAs({ as, content }: SyncRow, basis: Basis): boolean {
  if (as === undefined || content === undefined) return true;
  const now: Chosen = asOf(content, basis);
  return as.subjectId === now.subjectId && as.levelId === now.levelId;
}

/** Its year is not wanted, and nothing of it stands there: what stands there is looked after all the same. */
const isBefore = ({ year, remote, tried, standing }: SyncRow, { settings }: Basis): boolean =>
  year < settings.fromYear && !remote && !tried && !standing;

/** Waits to be sent, or for what is missing. */
function settled(row: SyncRow, { basis, now }: { readonly basis: Basis; readonly now: Date }): SyncRow {
  const { content } = row;
  if (content === undefined) return row;
  const at = now.toISOString();
  const { because: _, words: __, ...rest } = withoutWork(row);
  if (isDegree(content)) return { ...rest, state: 'excluded', because: 'degree', lacks: [], changedAt: at };
  if (isBefore(row, basis))
    return { ...rest, state: 'excluded', because: 'before-first-year', lacks: [], changedAt: at };
  const missing = lacksOf(content, { ...basis, chosen: row.chosen });
  if (missing.length === 0) return queued(row, now);
  return { ...rest, state: 'incomplete', lacks: missing, changedAt: at };
}

/** The first look at a line. */
export function newRow(
  of: Pick<SyncRow, 'personId' | 'lineId' | 'agencyId'>,
  { content, basis, now }: { readonly content: Content; readonly basis: Basis; readonly now: Date },
): SyncRow {
  const { title, to } = content;
  const changedAt = now.toISOString();
  const bare: SyncRow = {
    ...{ ...of, content, title, year: Number(to.slice(0, 4)), environment: basis.settings.environment },
    ...{ state: 'queued', lacks: [], tries: 0, changedAt, rev: 0 },
  };
  return settled(bare, { basis, now });
}
