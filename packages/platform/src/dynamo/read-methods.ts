import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { readStoredItem, toStoredItem } from './attribute-value.ts';
import type { Connection } from './create-dynamo.ts';
import type { Dynamo } from './dynamo.ts';
import { queryOf } from './expressions.ts';
import { fits } from './key-limits.ts';

export function readMethods({ client, costs, call, note }: Connection): Pick<Dynamo, 'get' | 'query'> {
  return {
    async get({ table, key, consistent = false }) {
      // Ids of addresses stand in keys, and DynamoDB refuses one that is too long for a row to have.
      if (!fits(key)) return undefined;
      const command = { TableName: table, Key: toStoredItem(key), ConsistentRead: consistent, ...costs };
      const output = await call({
        what: `get ${table}`,
        send: () => client.send(new GetItemCommand(command)),
      });
      note('get', output.ConsumedCapacity);
      return output.Item && readStoredItem(output.Item);
    },
    async query(input) {
      const prefix = input.sort && 'prefix' in input.sort ? input.sort.prefix : '';
      if (!fits({ pk: input.partition, sk: prefix })) return { items: [] };
      const command = { ...queryOf(input), ...costs };
      const output = await call({
        what: `query ${input.table}`,
        send: () => client.send(new QueryCommand(command)),
      });
      note('query', output.ConsumedCapacity);
      const items = (output.Items ?? []).map(readStoredItem);
      return { items, ...(output.LastEvaluatedKey ? { last: readStoredItem(output.LastEvaluatedKey) } : {}) };
    },
  };
}
