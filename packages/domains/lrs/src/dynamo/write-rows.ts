import type { Item } from '@sinau/platform/dynamo';
import type { LrsContext } from './context.ts';

/** Rows that DynamoDB takes in one request. */
const together = 25;
const requestsAtOnce = 8;

/** All rows but the last side by side, then the last: whoever sees that one knows that all are there. */
export async function writeRows({ dynamo, table }: LrsContext, rows: readonly Item[]): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const parts = chunksOf(rows.slice(0, -1), together);
  await inParallel(parts, requestsAtOnce, (puts) => dynamo.batchWrite({ table, puts }));
  await dynamo.put({ table, item: last });
}

export function chunksOf<Element>(all: readonly Element[], size: number): readonly (readonly Element[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}

/** Works through a list with so many at once; results in the order of the list. Stops at the first failure. */
export async function inParallel<Input, Output>(
  inputs: readonly Input[],
  atOnce: number,
  work: (input: Input) => Promise<Output>,
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < inputs.length; n = next++) outputs[n] = await work(inputs[n] as Input);
  };
  const workers = Array.from({ length: Math.min(atOnce, inputs.length) }, worker);
  const settled = await Promise.allSettled(workers);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return outputs;
}
