import type { PrioritySeatMoved, RecognitionMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { lastStep } from '../recognition.ts';
import { isPriorityRow, readPriorityRow } from './priority-store.ts';
import { isRecognitionRow, readRecognitionRow } from './rows.ts';

interface Change {
  readonly before?: Item;
  readonly after?: Item;
}

/** What one change of a row tells; the table's stream is the outbox. Who may see it is told nobody. */
export function recognitionFacts(change: Change): readonly (RecognitionMoved | PrioritySeatMoved)[] {
  const { before, after } = change;
  if (after && isPriorityRow(after)) return priorityFacts(before, after);
  if (!after || !isRecognitionRow(after)) return [];
  const one = readRecognitionRow(after);
  if (before && isRecognitionRow(before) && readRecognitionRow(before).state === one.state) return [];
  const { personId, recognitionId: recognition, state: to, rev } = one;
  const occurredAt = lastStep(one).at;
  // What a rule finds after an erasure may have the id of what was taken, and its revisions begin anew; its moment does not come again.
  const eventId = `recognition-moved:${personId}:${recognition}:${rev}:${occurredAt}`;
  return [{ eventId, type: 'recognition-moved', occurredAt, personId, recognition, to, rev }];
}

function priorityFacts(before: Item | undefined, row: Item): readonly PrioritySeatMoved[] {
  const { personId, agencyId, seatId: seat, state: to, steps, rev, createdAt } = readPriorityRow(row);
  const from = before && readPriorityRow(before).state;
  if (from === to) return [];
  const last = steps.at(-1);
  const eventId = `priority-seat-moved:${seat}:${rev}`;
  return [
    {
      ...{
        eventId,
        type: 'priority-seat-moved',
        occurredAt: last?.at ?? createdAt,
        personId,
        agencyId,
        seat,
      },
      ...{ to, rev },
      ...(from && { from }),
      ...(last?.by && { by: last.by.id }),
    },
  ];
}
