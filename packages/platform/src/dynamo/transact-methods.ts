import { createHash } from 'node:crypto';
import {
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { readStoredItem, toStoredItem } from './attribute-value.ts';
import type { Connection } from './create-dynamo.ts';
import type { CancellationReason, Dynamo, TransactResult } from './dynamo.ts';
import { transactItemOf } from './expressions.ts';
import { tracedTransactItem } from './traced.ts';

export function transactMethods(connection: Connection): Pick<Dynamo, 'transactWrite' | 'transactGet'> {
  const { client, costs, newToken, call, note } = connection;
  return {
    async transactWrite(items, { token, stillTimely } = {}) {
      const command = {
        TransactItems: items.map((item) => transactItemOf(tracedTransactItem(item))),
        // One token for all tries: a try that got no answer is not carried out twice.
        ClientRequestToken: token === undefined ? newToken() : shortToken(token),
        ...costs,
      };
      return call<TransactResult>({
        what: `transactWrite ${items[0]?.table}`,
        stillTimely,
        async send() {
          try {
            const output = await client.send(new TransactWriteItemsCommand(command));
            note('transactWrite', output.ConsumedCapacity);
            return { outcome: 'done' };
          } catch (error) {
            const reasons = readReasons(error);
            if (!reasons) throw error;
            return { outcome: 'cancelled', reasons };
          }
        },
      });
    },
    async transactGet(keys) {
      const command = {
        TransactItems: keys.map(({ table, key }) => ({ Get: { TableName: table, Key: toStoredItem(key) } })),
        ...costs,
      };
      const output = await call({
        what: `transactGet ${keys[0]?.table}`,
        send: () => client.send(new TransactGetItemsCommand(command)),
      });
      note('transactGet', output.ConsumedCapacity);
      return keys.map((_, n) => {
        const row = output.Responses?.[n]?.Item;
        return row && readStoredItem(row);
      });
    },
  };
}

/** DynamoDB takes tokens of at most 36 characters. */
function shortToken(token: string): string {
  if (token.length <= 36) return token;
  return createHash('sha256').update(token).digest('base64url').slice(0, 36);
}

/** The reasons when a condition decided; undefined for every other error, also for a mere conflict. */
function readReasons(error: unknown): readonly CancellationReason[] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons ?? [];
  if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return undefined;
  return reasons.map(({ Code, Item }) =>
    Code === 'ConditionalCheckFailed'
      ? { code: 'ConditionalCheckFailed', ...(Item ? { item: readStoredItem(Item) } : {}) }
      : { code: 'None' },
  );
}
