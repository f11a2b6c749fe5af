import type { Dynamo, Item, StreamChange } from '@sinau/platform/dynamo';

/**
 * Keeps the changes that make statements visible, as the table's stream would bring them: commit rows of batches and
 * id rows of statements that came alone. Works on every engine, and costs nothing.
 */
export function noteCommits(dynamo: Dynamo): { readonly dynamo: Dynamo; take(): readonly StreamChange[] } {
  let changes: StreamChange[] = [];
  const note = (after: Item) => {
    const sequenceNumber = String(changes.length + 1);
    const { pk, sk } = after;
    const key = { pk, sk };
    changes.push({ eventId: sequenceNumber, sequenceNumber, kind: 'insert', expired: false, key, after });
  };
  return {
    take() {
      const taken = changes;
      changes = [];
      return taken;
    },
    dynamo: {
      ...dynamo,
      async put(input) {
        const result = await dynamo.put(input);
        if (input.item.k === 'c' && result.outcome === 'done') note(input.item);
        return result;
      },
      async update(input) {
        const result = await dynamo.update({ ...input, returnNew: true });
        const row = result.outcome === 'done' ? result.attributes : undefined;
        // The claim of an id, and of no reservation.
        if (row?.p !== undefined && input.values?.[':p'] !== undefined && row.n === undefined) note(row);
        return result;
      },
    },
  };
}
