import type { ExternalLearningMoved } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { isLineRow, readLine, readLineOwner, readRecord } from './rows.ts';

/** What one change of a row tells; the table's stream is the outbox. Lines never change, so each is told under one id. */
export function externalLearningFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ExternalLearningMoved[] {
  const { before, after } = change;
  if (before || !after || !isLineRow(after)) return [];
  const { personId, learningId } = readLineOwner(after);
  const { n, to: state, at: occurredAt } = readLine(after);
  const eventId = `external-learning-moved:${personId}:${learningId}:${n}`;
  return [{ eventId, type: 'external-learning-moved', occurredAt, personId, learningId, line: n, state }];
}

/** Whose record names another item of a plan than before, for whoever counts what came of plans; undefined for every other change. */
export function changedPlanItem(change: {
  readonly before?: Item;
  readonly after?: Item;
}): PersonId | undefined {
  const { before, after } = change;
  if (after?.kind !== 'external-learning') return undefined;
  const { personId, planItem } = readRecord(after);
  const was = before && readRecord(before).planItem;
  return was?.year === planItem?.year && was?.itemId === planItem?.itemId ? undefined : personId;
}
