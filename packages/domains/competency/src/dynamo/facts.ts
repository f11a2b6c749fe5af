import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { assessmentRow } from './rows.ts';

/** Whom an assessment is about that has come, changed or gone; undefined for every other row, and for a person's own word, which counts for nothing. */
export function changedAssessment(change: {
  readonly before?: Item;
  readonly after?: Item;
}): PersonId | undefined {
  const row = change.after ?? change.before;
  if (row?.kind !== 'assessment') return undefined;
  const { personId, method } = assessmentRow.parse(row);
  return method === 'self' ? undefined : personId;
}
