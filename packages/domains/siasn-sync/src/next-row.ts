import { type Basis, isDegree, lacksOf } from './lacks-of.ts';
import { type Content, markOf, queued, type SyncRow, withoutWork } from './sync-row.ts';

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
  if (row.content === undefined) return row;
  const { content: _, ...rest } = row;
  const changedAt = now.toISOString();
  if (row.state === 'sending') return { ...rest, changedAt };
  if (row.remote?.made || row.tried) return queued(rest, now);
  // By a file, by hand, or never: nothing of ours is to be deleted there.
  return { ...withoutWork(rest), state: 'superseded', lacks: [], changedAt };
}

function renewed(
  row: SyncRow,
  { content, basis, now }: { readonly content: Content; readonly basis: Basis; readonly now: Date },
): SyncRow {
  const isSame = markOf(content) === markOf(row.content);
  const next: SyncRow = { ...row, content, title: content.title, year: Number(content.to.slice(0, 4)) };
  switch (row.state) {
    case 'sending':
      return isSame ? row : { ...next, changedAt: now.toISOString() };
    case 'unknown':
    case 'excluded':
      return isSame ? row : next;
    case 'accepted':
      return row.standing?.mark === markOf(content) ? (isSame ? row : next) : settled(next, { basis, now });
    case 'rejected':
      return isSame ? row : settled(next, { basis, now });
    case 'queued':
      return isSame && lacksOf(content, basis).length === 0 ? row : settled(next, { basis, now });
    case 'incomplete':
    case 'superseded': {
      const after = settled(next, { basis, now });
      return after.state === 'incomplete' && isSame && same(after.lacks, row.lacks) ? row : after;
    }
  }
}

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** Waits to be sent, or for what is missing. */
function settled(row: SyncRow, { basis, now }: { readonly basis: Basis; readonly now: Date }): SyncRow {
  const { content } = row;
  if (content === undefined) return row;
  if (isDegree(content)) {
    const at = now.toISOString();
    return { ...withoutWork(row), state: 'excluded', because: 'degree', lacks: [], changedAt: at };
  }
  const missing = lacksOf(content, { ...basis, chosen: row.chosen });
  if (missing.length === 0) return queued(row, now);
  const { because: _, words: __, ...rest } = withoutWork(row);
  return { ...rest, state: 'incomplete', lacks: missing, changedAt: now.toISOString() };
}

/** The first look at a line. */
export function newRow(
  of: Pick<SyncRow, 'personId' | 'lineId' | 'agencyId'>,
  { content, basis, now }: { readonly content: Content; readonly basis: Basis; readonly now: Date },
): SyncRow {
  const { title, to } = content;
  const changedAt = now.toISOString();
  const bare: SyncRow = {
    ...{ ...of, content, title, year: Number(to.slice(0, 4)) },
    ...{ state: 'queued', lacks: [], tries: 0, changedAt, rev: 0 },
  };
  return settled(bare, { basis, now });
}
