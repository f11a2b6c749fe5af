import dynalite from 'dynalite/db/index.js';
import { validationError } from './service-error.ts';
import type { StoredTable } from './tables.ts';

// LevelDB keys. Text becomes hex, so `/` (lower) and `~` (higher than every piece) mark ends without ambiguity.

export const rowPrefix = (table: StoredTable): string => `i~${table.id}~`;
export const indexPrefix = (table: StoredTable, index: string): string => `g~${table.id}~${index}~`;
export const expiryPrefix = (table: StoredTable): string => `e~${table.id}~`;
export const streamPrefix = (table: StoredTable): string => `s~${table.id}~`;

/** Where a row is kept, from its own key attributes. */
export function rowKey(table: StoredTable, row: dynalite.Row): string {
  return rowPrefix(table) + keyPieces(table, table.description.KeySchema, row);
}

/** Where an index keeps its entry for a row; undefined when the row is not in that index. */
export function indexKey(table: StoredTable, index: dynalite.Index, row: dynalite.Row): string | undefined {
  if (!index.KeySchema.every(({ AttributeName }) => row[AttributeName])) return undefined;
  const pieces = keyPieces(table, index.KeySchema, row);
  return indexPrefix(table, index.IndexName) + pieces + keyPieces(table, table.description.KeySchema, row);
}

/** Where the row stands in the order of expiry; undefined when it has no time to live. */
export function expiryKey(table: StoredTable, row: dynalite.Row): string | undefined {
  const { ttl } = table;
  const seconds = Number((ttl?.Enabled && row[ttl.AttributeName]?.N) || Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 0) return undefined;
  return expiryPrefix(table) + expiryTime(seconds) + rowKey(table, row);
}

export function expiryTime(seconds: number): string {
  return `${Math.floor(seconds).toString().padStart(15, '0')}/`;
}

/** One key attribute in sortable form, with its end mark. */
export function keyPiece(table: StoredTable, name: string, row: dynalite.Row): string {
  return `${openKeyPiece(table, name, row)}/`;
}

/** The same without end mark: what longer values may begin with. */
export function openKeyPiece(table: StoredTable, name: string, row: dynalite.Row): string {
  const type = attributeType(table, name);
  const value = row[name]?.[type];
  if (value === undefined) throw validationError('The provided key element does not match the schema');
  return dynalite.toRangeStr(value, type);
}

export function attributeType(table: StoredTable, name: string): 'S' | 'N' | 'B' {
  const found = table.description.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name);
  if (!found) throw validationError(`no type is defined for key attribute ${name}`);
  return found.AttributeType;
}

function keyPieces(table: StoredTable, schema: readonly dynalite.KeyElement[], row: dynalite.Row): string {
  return schema.map(({ AttributeName }) => keyPiece(table, AttributeName, row)).join('');
}
