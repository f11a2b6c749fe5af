import type { Dynamo } from '../dynamo/index.ts';

export class Crashed extends Error {}

/**
 * The process dies: after so many writing calls have been carried out, every further call fails for good. `after`
 * counts calls, so that a batch write is one.
 */
export function crashAfter(
  dynamo: Dynamo,
  after: number,
): { readonly dynamo: Dynamo; readonly writes: () => number } {
  let writes = 0;
  const guard =
    <Input extends readonly unknown[], Output>(
      call: (...input: Input) => Promise<Output>,
      writing: boolean,
    ) =>
    async (...input: Input): Promise<Output> => {
      if (writes >= after) throw new Crashed('the process is dead');
      if (writing) writes += 1;
      return call(...input);
    };
  return {
    writes: () => writes,
    dynamo: {
      get: guard(dynamo.get, false),
      query: guard(dynamo.query, false),
      batchGet: guard(dynamo.batchGet, false),
      transactGet: guard(dynamo.transactGet, false),
      put: guard(dynamo.put, true),
      update: guard(dynamo.update, true),
      delete: guard(dynamo.delete, true),
      batchWrite: guard(dynamo.batchWrite, true),
      transactWrite: guard(dynamo.transactWrite, true),
    },
  };
}
