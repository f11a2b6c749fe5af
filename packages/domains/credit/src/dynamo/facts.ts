import type { CreditChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { isEntryRow, readEntry, readYearItem } from './rows.ts';

/** What one change of a row tells; the table's stream is the outbox. Lines never change, so each is told under one id. */
export function creditFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CreditChanged[] {
  const { before, after } = change;
  if (before || !after || !isEntryRow(after)) return [];
  const { entryId, personId, recordedAt: occurredAt, kind: entry } = readEntry(after);
  const eventId = `credit-changed:${personId}:${entryId}`;
  return [{ eventId, type: 'credit-changed', occurredAt, personId, entryId, entry }];
}

/** Whose ledger has another line; undefined for every other row. */
export function changedLedger({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): PersonId | undefined {
  return !before && after && isEntryRow(after) ? readEntry(after).personId : undefined;
}

/** Whose sums of a year a change is about, for whoever counts people; undefined for every other row. */
export function changedYear(change: { readonly after?: Item }): PersonId | undefined {
  return change.after?.kind === 'credit-year' ? readYearItem(change.after).personId : undefined;
}
