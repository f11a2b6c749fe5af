import dynalite from 'dynalite/db/index.js';
import { applyChange } from './apply-change.ts';
import { toldCapacities, toldCapacity, writeUnits } from './consumed.ts';
import type { Engine } from './engine.ts';
import {
  conditionFailed,
  meetsCondition,
  type PlannedWrite,
  planPrepared,
  planWrite,
  type WriteOperation,
} from './plan-write.ts';
import { type Body, prepare } from './requests.ts';
import { validationError } from './service-error.ts';
import type { Scope } from './storage.ts';

interface Done {
  readonly before: dynalite.Row | undefined;
  readonly after: dynalite.Row | undefined;
}

/** PutItem, UpdateItem, DeleteItem. */
export async function writeItem(engine: Engine, operation: WriteOperation, body: Body): Promise<object> {
  const write = planWrite(engine.tables, operation, body);
  const done = await engine.storage.run((scope) => perform(engine, scope, write));
  const { table, request } = write;
  const capacity = toldCapacity(request.ReturnConsumedCapacity, request.TableName, () =>
    writeUnits(table, done.before, done.after),
  );
  const attributes = returnedAttributes(request, done);
  return {
    ...(attributes ? { Attributes: attributes } : {}),
    ...(capacity ? { ConsumedCapacity: capacity } : {}),
  };
}

function perform({ clock }: Engine, scope: Scope, write: PlannedWrite): Done {
  const before = scope.get(write.key) as dynalite.Row | undefined;
  if (!meetsCondition(write, before)) throw conditionFailed(write, before);
  const after = write.next(before);
  applyChange(scope, { table: write.table, key: write.key, before, after }, { now: clock.now() });
  return { before, after };
}

function returnedAttributes(request: dynalite.Request, { before, after }: Done): dynalite.Row | undefined {
  const paths = request._updates?.paths ?? [];
  switch (request.ReturnValues) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return before && dynalite.mapPaths(paths, before);
    case 'UPDATED_NEW':
      return after && dynalite.mapPaths(paths, after);
    default:
      return undefined;
  }
}

type BatchEntry = {
  readonly PutRequest?: { readonly Item: dynalite.Row };
  readonly DeleteRequest?: { readonly Key: dynalite.Row };
};

/** BatchWriteItem: checked as a whole, then carried out; nothing is ever left unprocessed. */
export async function batchWrite(engine: Engine, body: Body): Promise<object> {
  const request = prepare('BatchWriteItem', body);
  const writes = Object.entries(request.RequestItems).flatMap(([TableName, entries]) =>
    (entries as readonly BatchEntry[]).map((entry) => {
      // Checked with the whole request; an entry has no expressions of its own.
      const { Item, Key } = { ...entry.PutRequest, ...entry.DeleteRequest };
      return planPrepared(engine.tables, {
        operation: Item ? 'PutItem' : 'DeleteItem',
        request: { TableName, Item, Key } as dynalite.Request,
        showsRow: false,
      });
    }),
  );
  if (new Set(writes.map(({ key }) => key)).size < writes.length) {
    throw validationError('Provided list of item keys contains duplicates');
  }
  const done = await engine.storage.run((scope) => writes.map((write) => perform(engine, scope, write)));
  const parts = writes.map(({ table }, n) => ({
    tableName: table.description.TableName,
    units: () => writeUnits(table, done[n]?.before, done[n]?.after),
  }));
  const capacity = toldCapacities(request.ReturnConsumedCapacity, parts);
  return { UnprocessedItems: {}, ...(capacity ? { ConsumedCapacity: capacity } : {}) };
}
