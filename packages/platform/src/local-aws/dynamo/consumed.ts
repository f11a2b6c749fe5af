import { isDeepStrictEqual } from 'node:util';
import type dynalite from 'dynalite/db/index.js';
import { itemBytes } from './item-size.ts';
import { indexKey } from './row-keys.ts';
import type { StoredTable } from './tables.ts';

/** Units of one request on one table. */
export interface Units {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

const none: Units = { table: 0, indexes: {} };

/** What a change of one row costs: the larger of its two states, and every index entry that it touches. */
export function writeUnits(
  table: StoredTable,
  before: dynalite.Row | undefined,
  after: dynalite.Row | undefined,
): Units {
  const indexes: Record<string, number> = {};
  for (const index of table.description.GlobalSecondaryIndexes ?? []) {
    const units = indexUnits(table, index, { before, after });
    if (units > 0) indexes[index.IndexName] = units;
  }
  return { table: Math.max(kilobytes(before), kilobytes(after)), indexes };
}

function indexUnits(
  table: StoredTable,
  index: dynalite.Index,
  { before, after }: { readonly before: dynalite.Row | undefined; readonly after: dynalite.Row | undefined },
): number {
  const from = before && indexKey(table, index, before);
  const to = after && indexKey(table, index, after);
  const old = from === undefined ? undefined : projected(table, index, before);
  const now = to === undefined ? undefined : projected(table, index, after);
  if (!old && !now) return 0;
  if (from === to) return isDeepStrictEqual(old, now) ? 0 : Math.max(kilobytes(old), kilobytes(now));
  return (old ? kilobytes(old) : 0) + (now ? kilobytes(now) : 0);
}

/** The part of a row that an index shows. */
export function projected(table: StoredTable, index: dynalite.Index, row: dynalite.Row = {}): dynalite.Row {
  const { ProjectionType, NonKeyAttributes = [] } = index.Projection;
  if (ProjectionType === 'ALL') return row;
  const keys = [...table.description.KeySchema, ...index.KeySchema].map(({ AttributeName }) => AttributeName);
  const shown = new Set([...keys, ...NonKeyAttributes]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => shown.has(name)));
}

function kilobytes(row: dynalite.Row | undefined): number {
  return Math.max(1, Math.ceil(itemBytes(row ?? {}) / 1024));
}

/** Units to read so many bytes. */
export function readUnits(bytes: number, consistent: boolean | undefined): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

export function times(units: Units, factor: number): Units {
  const indexes = Object.entries(units.indexes).map(([name, count]) => [name, count * factor]);
  return { table: units.table * factor, indexes: Object.fromEntries(indexes) };
}

export function sumUnits(all: readonly Units[]): Units {
  return all.reduce((total, one) => {
    const indexes = { ...total.indexes };
    for (const [name, count] of Object.entries(one.indexes)) indexes[name] = (indexes[name] ?? 0) + count;
    return { table: total.table + one.table, indexes };
  }, none);
}

type Wanted = 'INDEXES' | 'TOTAL' | 'NONE' | undefined;

/** `ConsumedCapacity` of one table as the request wants it told; undefined, and not counted, when it does not. */
export function toldCapacity(wanted: Wanted, tableName: string, count: () => Units): object | undefined {
  if (wanted !== 'INDEXES' && wanted !== 'TOTAL') return undefined;
  const units = count();
  const indexes = Object.entries(units.indexes);
  const total = indexes.reduce((sum, [, count]) => sum + count, units.table);
  const summary = { TableName: tableName, CapacityUnits: total };
  if (wanted === 'TOTAL') return summary;
  const told = indexes.map(([name, CapacityUnits]) => [name, { CapacityUnits }]);
  return {
    ...summary,
    Table: { CapacityUnits: units.table },
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: Object.fromEntries(told) } : {}),
  };
}

/** The same for requests that touch several tables. */
export function toldCapacities(
  wanted: Wanted,
  parts: readonly { readonly tableName: string; readonly units: () => Units }[],
): readonly object[] | undefined {
  if (wanted !== 'INDEXES' && wanted !== 'TOTAL') return undefined;
  const names = [...new Set(parts.map(({ tableName }) => tableName))];
  return names.flatMap((name) => {
    const units = sumUnits(parts.filter(({ tableName }) => tableName === name).map((part) => part.units()));
    return toldCapacity(wanted, name, () => units) ?? [];
  });
}
