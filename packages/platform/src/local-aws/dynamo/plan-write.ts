import updateItem from 'dynalite/actions/updateItem.js';
import dynalite from 'dynalite/db/index.js';
import { itemBytes } from './item-size.ts';
import { type Body, prepare } from './requests.ts';
import { rowKey } from './row-keys.ts';
import { ServiceError, validationError } from './service-error.ts';
import type { StoredTable, Tables } from './tables.ts';

export const mostItemBytes = 400 * 1024;

/** A write that was checked as far as possible without looking at the row. Performed at most once. */
export interface PlannedWrite {
  readonly table: StoredTable;
  readonly request: dynalite.Request;
  /** Where the row is kept. */
  readonly key: string;
  /** A failed condition gives back the row it met. */
  readonly showsRow: boolean;
  /** The row after the write; undefined when it is gone. Throws what DynamoDB refuses. */
  next(before: dynalite.Row | undefined): dynalite.Row | undefined;
}

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

export function planWrite(tables: Tables, operation: WriteOperation, body: Body): PlannedWrite {
  const showsRow = body.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  return planPrepared(tables, { operation, request: prepare(operation, body), showsRow });
}

/** For a request whose types and values are known to be right. */
export function planPrepared(
  tables: Tables,
  prepared: Pick<PlannedWrite, 'request' | 'showsRow'> & { readonly operation: WriteOperation },
): PlannedWrite {
  const { operation, request, showsRow } = prepared;
  const table = tables.require(request.TableName);
  const row = operation === 'PutItem' ? request.Item : request.Key;
  throwIfAny(
    operation === 'PutItem'
      ? dynalite.validateItem(row, table.description)
      : dynalite.validateKey(row, table.description),
  );
  if (operation === 'PutItem') checkRow(table, row, 'Item size has exceeded the maximum allowed size');
  return {
    table,
    request,
    key: rowKey(table, row),
    showsRow,
    next(before) {
      if (operation === 'DeleteItem') return undefined;
      return operation === 'PutItem' ? row : updated(table, request, before);
    },
  };
}

/** True when the row meets the condition of the write. */
export function meetsCondition({ request }: PlannedWrite, before: dynalite.Row | undefined): boolean {
  return !dynalite.checkConditional(request, before);
}

export function conditionFailed(write: PlannedWrite, before: dynalite.Row | undefined): ServiceError {
  const shown = write.showsRow && before ? { Item: before } : {};
  return new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', shown);
}

/** Lets dynalite apply the update expression to this one row, with no store behind it. */
function updated(
  table: StoredTable,
  request: dynalite.Request,
  before: dynalite.Row | undefined,
): dynalite.Row {
  let after: dynalite.Row = {};
  let failure: Error | null = null;
  const keep = (_key: string, row: dynalite.Row, done: (error: null) => void) => {
    after = row;
    done(null);
  };
  const ignore = (...args: readonly unknown[]) => (args.at(-1) as () => void)();
  const rowNotFound = Object.assign(new Error('not found'), { name: 'NotFoundError' });
  const rows = {
    lock: (_key: string, critical: (release: <Done>(done: Done) => Done) => void) => critical((done) => done),
    get: (_key: string, done: (error: Error | null, row?: dynalite.Row) => void) =>
      before ? done(null, before) : done(rowNotFound),
    put: keep,
  };
  const store = {
    options: { maxItemSize: Number.POSITIVE_INFINITY },
    getTable: (_name: string, done: (error: null, found: dynalite.Table) => void) =>
      done(null, table.description),
    getItemDb: () => rows,
    getIndexDb: () => ({ put: ignore, del: ignore }),
  };
  updateItem(store, request, (error) => {
    failure = error;
  });
  throwIfAny(failure);
  // dynalite hands out objects without prototype; rows are plain.
  const row = { ...after };
  checkRow(table, row, 'Item size to update has exceeded the maximum allowed size');
  return row;
}

function checkRow(table: StoredTable, row: dynalite.Row, tooLarge: string): void {
  for (const { IndexName, KeySchema } of table.description.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName } of KeySchema) {
      const value = row[AttributeName];
      if (value?.S !== '' && value?.B !== '') continue;
      throw validationError(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          'The AttributeValue for a key attribute cannot contain an empty string value. ' +
          `IndexName: ${IndexName}, IndexKey: ${AttributeName}`,
      );
    }
  }
  if (itemBytes(row) > mostItemBytes) throw validationError(tooLarge);
}

function throwIfAny(error: Error | null | undefined): void {
  if (error) throw error;
}
