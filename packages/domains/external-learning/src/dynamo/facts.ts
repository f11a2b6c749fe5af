import type { ExternalLearningMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isLineRow, readLine, readLineOwner } from './rows.ts';

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
