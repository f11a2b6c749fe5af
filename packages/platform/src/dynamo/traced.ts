import { currentTrace, traceName } from '../trace/index.ts';
import type { Item, TransactItem, UpdateInput } from './dynamo.ts';

/**
 * Rows say which action wrote them, so that whoever follows the table's stream goes on in its trace. Those that name their kind do; others lie
 * by the thousand beside a row that does, and would grow. Nothing is read back from it: schemas of rows leave it out.
 */
export function tracedItem(item: Item): Item {
  const trace = currentTrace();
  return trace === undefined || !('kind' in item) ? item : { ...item, [traceName]: trace };
}

const [name, value] = ['#sinauTrace', ':sinauTrace'];

export function tracedUpdate<Input extends Pick<UpdateInput, 'update' | 'names' | 'values'>>(
  input: Input,
): Input {
  const trace = currentTrace();
  if (trace === undefined) return input;
  return {
    ...input,
    update: withAssignment(input.update, `${name} = ${value}`),
    names: { ...input.names, [name]: traceName },
    values: { ...input.values, [value]: trace },
  };
}

/** Expressions have one SET at most. */
const withAssignment = (update: string, assignment: string): string =>
  /\bSET\s/.test(update) ? update.replace(/\bSET\s+/, `SET ${assignment}, `) : `SET ${assignment} ${update}`;

export function tracedTransactItem(item: TransactItem): TransactItem {
  if (item.kind === 'put') return { ...item, item: tracedItem(item.item) };
  return item.kind === 'update' ? tracedUpdate(item) : item;
}
