import dynalite from 'dynalite/db/index.js';
import { projected, readUnits, toldCapacity } from './consumed.ts';
import type { Engine } from './engine.ts';
import { itemBytes } from './item-size.ts';
import { keyBounds } from './key-bounds.ts';
import { type Body, prepare } from './requests.ts';
import { indexKey, indexPrefix, rowKey, rowPrefix } from './row-keys.ts';
import { validationError } from './service-error.ts';
import type { Storage } from './storage.ts';
import type { StoredTable } from './tables.ts';

/** A page ends when it has read this much. */
const mostPageBytes = 1024 * 1024;

/** What a query or scan reads from: the table itself or one of its indexes. */
interface Source {
  readonly table: StoredTable;
  readonly index: dynalite.Index | undefined;
  readonly prefix: string;
}

interface Page {
  readonly rows: dynalite.Row[];
  readonly bytes: number;
  /** The row after which the next page starts. */
  readonly last?: dynalite.Row | undefined;
}

/** Query. */
export async function query(engine: Engine, body: Body): Promise<object> {
  const request = prepare('Query', body);
  const source = sourceOf(engine, request);
  const schema = source.index?.KeySchema ?? source.table.description.KeySchema;
  const range = { ...keyBounds(source.table, schema, request.KeyConditions ?? {}) };
  return answer(engine, request, {
    source,
    range: startAfter(source, request, { gte: source.prefix + range.gte, lt: source.prefix + range.lt }),
  });
}

/** Scan. */
export async function scan(engine: Engine, body: Body): Promise<object> {
  const request = prepare('Scan', body);
  if (request.Segment !== undefined) throw validationError('Parallel scans are not supported here');
  const source = sourceOf(engine, request);
  const range = { gte: source.prefix, lt: `${source.prefix}~` };
  return answer(engine, request, { source, range: startAfter(source, request, range) });
}

function sourceOf({ tables }: Engine, request: dynalite.Request): Source {
  const table = tables.require(request.TableName);
  const { IndexName } = request;
  if (IndexName === undefined) return { table, index: undefined, prefix: rowPrefix(table) };
  const index = table.description.GlobalSecondaryIndexes?.find((one) => one.IndexName === IndexName);
  if (!index) throw validationError(`The table does not have the specified index: ${IndexName}`);
  if (request.ConsistentRead) {
    throw validationError('Consistent reads are not supported on global secondary indexes');
  }
  return { table, index, prefix: indexPrefix(table, index.IndexName) };
}

function startAfter(
  { table, index }: Source,
  { ExclusiveStartKey: start, ScanIndexForward }: dynalite.Request,
  range: { readonly gte: string; readonly lt: string },
): dynalite.Range {
  if (!start) return { ...range };
  const key = index ? indexKey(table, index, start) : rowKey(table, start);
  if (key === undefined || Object.keys(start).length !== positionNames(table, index).length) {
    throw validationError('The provided starting key is invalid');
  }
  if (key < range.gte || key >= range.lt) {
    throw validationError('The provided starting key does not match the range key predicate');
  }
  return ScanIndexForward === false ? { gte: range.gte, lt: key } : { gt: key, lt: range.lt };
}

async function answer(
  { storage }: Engine,
  request: dynalite.Request,
  { source, range }: { readonly source: Source; readonly range: dynalite.Range },
): Promise<object> {
  const page = await readPage(storage, source, {
    range: { ...range, reverse: request.ScanIndexForward === false },
    mostRows: request.Limit ?? Number.POSITIVE_INFINITY,
  });
  const filter = request._filter;
  const kept = filter
    ? page.rows.filter((row) => dynalite.matchesExprFilter(row, filter.expression))
    : page.rows;
  const paths = request._projection?.paths;
  const shown = paths ? kept.map((row) => dynalite.mapPaths(paths, row)) : kept;
  const capacity = toldCapacity(request.ReturnConsumedCapacity, request.TableName, () => {
    const units = readUnits(page.bytes, request.ConsistentRead);
    return source.index
      ? { table: 0, indexes: { [source.index.IndexName]: units } }
      : { table: units, indexes: {} };
  });
  return {
    Count: kept.length,
    ScannedCount: page.rows.length,
    ...(request.Select === 'COUNT' ? {} : { Items: shown }),
    ...(page.last ? { LastEvaluatedKey: position(source, page.last) } : {}),
    ...(capacity ? { ConsumedCapacity: capacity } : {}),
  };
}

async function readPage(
  storage: Storage,
  source: Source,
  { range, mostRows }: { readonly range: dynalite.Range; readonly mostRows: number },
): Promise<Page> {
  const { table, index } = source;
  const rows: dynalite.Row[] = [];
  let bytes = 0;
  // One snapshot, so that an index entry always finds the row it was written for; an iterator alone is one already.
  const seen = index ? { snapshot: storage.level.snapshot() } : {};
  const iterator = storage.level.iterator({ ...range, ...seen, highWaterMarkBytes: mostPageBytes });
  try {
    const step = Math.min(mostRows, 100);
    for (let entries = await iterator.nextv(step); entries.length > 0; entries = await iterator.nextv(step)) {
      for (const [, value] of entries) {
        const whole = index ? storage.level.getSync(value as string, seen) : value;
        const row = index ? projected(table, index, whole as dynalite.Row) : (whole as dynalite.Row);
        rows.push(row);
        bytes += itemBytes(row);
        if (rows.length >= mostRows || bytes >= mostPageBytes) return { rows, bytes, last: row };
      }
    }
    return { rows, bytes };
  } finally {
    await iterator.close();
    await seen.snapshot?.close();
  }
}

function position({ table, index }: Source, row: dynalite.Row): dynalite.Row {
  return Object.fromEntries(
    positionNames(table, index).flatMap((name) => (row[name] ? [[name, row[name]]] : [])),
  );
}

function positionNames({ description }: StoredTable, index: dynalite.Index | undefined): readonly string[] {
  const schema = [...(index?.KeySchema ?? []), ...description.KeySchema];
  return [...new Set(schema.map(({ AttributeName }) => AttributeName))];
}
