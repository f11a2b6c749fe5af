import type { Dynamo, Item, Key, StreamChange } from '@sinau/platform/dynamo';

/** Tells the changes of a table as its stream would, in the order of the writes that go through it. */
export function recordChanges(
  dynamo: Dynamo,
  table: string,
): { readonly dynamo: Dynamo; take(): readonly StreamChange[] } {
  let changes: StreamChange[] = [];
  const around = async <Result>(keys: readonly Key[], write: () => Promise<Result>): Promise<Result> => {
    const read = () =>
      Promise.all(
        keys.map((key) => dynamo.get({ table, key: { pk: key.pk, sk: key.sk }, consistent: true })),
      );
    const before = await read();
    const result = await write();
    const after = await read();
    for (const [n, key] of keys.entries()) note(key, before[n], after[n]);
    return result;
  };
  const note = ({ pk, sk }: Key, before: Item | undefined, after: Item | undefined) => {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const sequenceNumber = String(changes.length + 1);
    const kind = before ? (after ? 'modify' : 'remove') : 'insert';
    const images = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
    changes.push({
      eventId: sequenceNumber,
      sequenceNumber,
      kind,
      expired: false,
      key: { pk, sk },
      ...images,
    });
  };
  return {
    take() {
      const taken = changes;
      changes = [];
      return taken;
    },
    dynamo: {
      ...dynamo,
      put: (input) => around([input.item], () => dynamo.put(input)),
      update: (input) => around([input.key], () => dynamo.update(input)),
      delete: (input) => around([input.key], () => dynamo.delete(input)),
      batchWrite: (input) =>
        around([...(input.puts ?? []), ...(input.deletes ?? [])], () => dynamo.batchWrite(input)),
      transactWrite: (items, options) =>
        around(
          items.map((item) => (item.kind === 'put' ? item.item : item.key)),
          () => dynamo.transactWrite(items, options),
        ),
    },
  };
}
