import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Connection } from './create-dynamo.ts';
import type { Dynamo, Item } from './dynamo.ts';
import { queryOf } from './expressions.ts';

export function readMethods({ client, costs, call, note }: Connection): Pick<Dynamo, 'get' | 'query'> {
  return {
    async get({ table, key, consistent = false }) {
      const command = { TableName: table, Key: key, ConsistentRead: consistent, ...costs };
      const output = await call({ what: `get ${table}`, send: () => client.send(new GetCommand(command)) });
      note('get', output.ConsumedCapacity);
      return output.Item as Item | undefined;
    },
    async query(input) {
      const command = { ...queryOf(input), ...costs };
      const output = await call({
        what: `query ${input.table}`,
        send: () => client.send(new QueryCommand(command)),
      });
      note('query', output.ConsumedCapacity);
      const items = (output.Items ?? []) as Item[];
      return { items, ...(output.LastEvaluatedKey ? { last: output.LastEvaluatedKey } : {}) };
    },
  };
}
