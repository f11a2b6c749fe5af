import type dynalite from 'dynalite/db/index.js';
import batchGetItem from 'dynalite/validations/batchGetItem.js';
import batchWriteItem from 'dynalite/validations/batchWriteItem.js';
import createTable from 'dynalite/validations/createTable.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import getItem from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import putItem from 'dynalite/validations/putItem.js';
import query from 'dynalite/validations/query.js';
import scan from 'dynalite/validations/scan.js';
import updateItem from 'dynalite/validations/updateItem.js';
import { createShapeMemory, shapeOf } from './request-shapes.ts';

const rules = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
};

/** A parsed JSON body of a request. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * Checks types and values of a request and parses its expressions, as DynamoDB does before it looks at any row.
 * Parameters dynalite does not know are left out of the result; the caller reads them from the body.
 */
export function prepare(operation: keyof typeof rules, body: Body): dynalite.Request {
  const { types, custom } = rules[operation];
  const request = validations.checkTypes({ ...body }, types) as dynalite.Request;
  const shape = ofOneRow.has(operation) ? shapeOf(operation, request) : undefined;
  if (shapes.complete(shape, request)) return request;
  validations.checkValidations(request, types, custom, unlimited);
  shapes.remember(shape, request);
  return request;
}

const shapes = createShapeMemory();
const ofOneRow: ReadonlySet<string> = new Set(['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']);
/** Sizes are checked by the engine, in bytes; dynalite counts characters. */
const unlimited = { options: { maxItemSize: Number.POSITIVE_INFINITY } };
