import { type Condition, type Item, unchangedSince } from '@sinau/platform/dynamo';
import type { AuditEntry } from '../audit-line.ts';
import { type AuditedOptions, writeNoted } from './audit-log.ts';

/** Still as it was read, or absent for a new one: closes the race of two who decide at once. */
export const asRead: (rev: number) => Condition = unchangedSince;

/** A row and the line about it, both or neither; without a line the row alone. */
export async function saveNoted(
  options: AuditedOptions,
  given: { readonly item: Item; readonly condition: Condition; readonly entry: AuditEntry | undefined },
): Promise<'saved' | 'stale'> {
  const { item, condition, entry } = given;
  const { dynamo, table } = options;
  const write = { kind: 'put', table, item, condition } as const;
  if (entry) return (await writeNoted(options, { entry, write })) ? 'saved' : 'stale';
  return (await dynamo.put({ table, item, condition })).outcome === 'done' ? 'saved' : 'stale';
}
