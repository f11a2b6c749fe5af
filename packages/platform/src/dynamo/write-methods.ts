import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { readStoredItem, toStoredItem } from './attribute-value.ts';
import type { Connection } from './create-dynamo.ts';
import type { Dynamo, Item, WriteResult } from './dynamo.ts';
import { conditionOf, isRepeatable, updateOf } from './expressions.ts';
import { tracedItem, tracedUpdate } from './traced.ts';

interface Written {
  readonly Attributes?: Record<string, AttributeValue> | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
}

export function writeMethods(connection: Connection): Pick<Dynamo, 'put' | 'update' | 'delete'> {
  const { client, costs } = connection;
  return {
    put({ table, item: given, condition, stillTimely }) {
      const item = tracedItem(given);
      const command = { TableName: table, Item: toStoredItem(item), ...conditionOf(condition), ...costs };
      return write(connection, {
        what: `put ${table}`,
        stillTimely,
        send: () => client.send(new PutItemCommand(command)),
        // The try that got no answer was carried out: the row that stands in the way is ours.
        isOurs: (row) => isSameRow(row, item),
      });
    },
    update(input) {
      const returned = input.returnNew ? { ReturnValues: 'ALL_NEW' as const } : {};
      const command = { ...updateOf(tracedUpdate(input)), ...returned, ...costs };
      return write(connection, {
        what: `update ${input.table}`,
        stillTimely: input.stillTimely,
        send: () => client.send(new UpdateItemCommand(command)),
        repeatable: isRepeatable(input.update),
      });
    },
    delete({ table, key, condition }) {
      const command = { TableName: table, Key: toStoredItem(key), ...conditionOf(condition), ...costs };
      return write(connection, {
        what: `delete ${table}`,
        send: () => client.send(new DeleteItemCommand(command)),
      });
    },
  };
}

async function write(
  { call, note }: Connection,
  operation: {
    readonly what: `${'put' | 'update' | 'delete'} ${string}`;
    readonly send: () => Promise<Written>;
    readonly repeatable?: boolean;
    readonly stillTimely?: (() => boolean) | undefined;
    readonly isOurs?: (row: Item) => boolean;
  },
): Promise<WriteResult> {
  const { what, send, repeatable = true, stillTimely, isOurs } = operation;
  return call<WriteResult>({
    what,
    repeatable,
    stillTimely,
    async send({ unsure }) {
      try {
        const { Attributes: attributes, ConsumedCapacity: consumed } = await send();
        note(what.slice(0, what.indexOf(' ')), consumed);
        return { outcome: 'done', ...(attributes ? { attributes: readStoredItem(attributes) } : {}) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const item = error.Item && readStoredItem(error.Item);
        if (unsure && item && isOurs?.(item)) return { outcome: 'done' };
        return { outcome: 'condition-failed', ...(item ? { item } : {}) };
      }
    },
  });
}

function isSameRow(row: Item, item: Item): boolean {
  return isDeepStrictEqual(row, withoutUndefined(item));
}

function withoutUndefined(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(withoutUndefined);
  if (value === null || typeof value !== 'object' || value instanceof Set) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutUndefined(one)]));
}
