import dynalite from 'dynalite/db/index.js';
import { readUnits, toldCapacities, toldCapacity, type Units } from './consumed.ts';
import type { Engine } from './engine.ts';
import { itemBytes } from './item-size.ts';
import { type Body, prepare } from './requests.ts';
import { rowKey } from './row-keys.ts';
import { validationError } from './service-error.ts';

/** GetItem. */
export function getItem({ tables, storage }: Engine, body: Body): object {
  const request = prepare('GetItem', body);
  const table = tables.require(request.TableName);
  const invalid = dynalite.validateKey(request.Key, table.description);
  if (invalid) throw invalid;
  const row = storage.get(rowKey(table, request.Key)) as dynalite.Row | undefined;
  const capacity = toldCapacity(request.ReturnConsumedCapacity, request.TableName, () => ({
    table: readUnits(itemBytes(row ?? {}), request.ConsistentRead),
    indexes: {},
  }));
  const shown = row && request._projection ? dynalite.mapPaths(request._projection.paths, row) : row;
  return { ...(shown ? { Item: shown } : {}), ...(capacity ? { ConsumedCapacity: capacity } : {}) };
}

interface BatchPart {
  readonly Keys: readonly dynalite.Row[];
  readonly ConsistentRead?: boolean;
  readonly _projection?: dynalite.Paths;
}

/** An answer ends at 16 MB; keys after that are left unprocessed. */
const mostBytes = 16 * 1024 * 1024;

/** BatchGetItem. */
export function batchGet({ tables, storage }: Engine, body: Body): object {
  const request = prepare('BatchGetItem', body);
  const responses: Record<string, dynalite.Row[]> = {};
  const unprocessed: Record<string, BatchPart> = {};
  const parts: { tableName: string; units: () => Units }[] = [];
  let bytes = 0;
  for (const [tableName, entry] of Object.entries(request.RequestItems)) {
    const part = entry as BatchPart;
    const table = tables.require(tableName);
    const keys = keysOf(table.description, part).map((key) => rowKey(table, key));
    if (new Set(keys).size < keys.length) {
      throw validationError('Provided list of item keys contains duplicates');
    }
    const rows: dynalite.Row[] = [];
    responses[tableName] = rows;
    for (const [n, key] of keys.entries()) {
      if (bytes >= mostBytes) {
        unprocessed[tableName] = { ...part, Keys: part.Keys.slice(n) };
        break;
      }
      const row = storage.get(key) as dynalite.Row | undefined;
      const size = itemBytes(row ?? {});
      bytes += size;
      parts.push({ tableName, units: () => ({ table: readUnits(size, part.ConsistentRead), indexes: {} }) });
      if (row) rows.push(part._projection ? dynalite.mapPaths(part._projection.paths, row) : row);
    }
  }
  const capacity = toldCapacities(request.ReturnConsumedCapacity, parts);
  return {
    Responses: responses,
    UnprocessedKeys: unprocessed,
    ...(capacity ? { ConsumedCapacity: capacity } : {}),
  };
}

function keysOf(description: dynalite.Table, { Keys }: BatchPart): readonly dynalite.Row[] {
  for (const key of Keys) {
    const invalid = dynalite.validateKey(key, description);
    if (invalid) throw invalid;
  }
  return Keys;
}
