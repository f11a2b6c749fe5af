import type { RecognitionMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { lastStep } from '../recognition.ts';
import { isRecognitionRow, readRecognitionRow } from './rows.ts';

/** What one change of a row tells; the table's stream is the outbox. Who may see it is told nobody. */
export function recognitionFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly RecognitionMoved[] {
  if (!after || !isRecognitionRow(after)) return [];
  const one = readRecognitionRow(after);
  if (before && isRecognitionRow(before) && readRecognitionRow(before).state === one.state) return [];
  const { personId, recognitionId: recognition, state: to, rev } = one;
  const eventId = `recognition-moved:${personId}:${recognition}:${rev}`;
  return [
    { eventId, type: 'recognition-moved', occurredAt: lastStep(one).at, personId, recognition, to, rev },
  ];
}
