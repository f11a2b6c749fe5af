import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoClient, type DynamoClientOptions } from '../dynamo/dynamo-client.ts';

export async function deleteTables(options: DynamoClientOptions, names: readonly string[]): Promise<void> {
  const client = createDynamoClient(options);
  for (const name of names) await client.send(new DeleteTableCommand({ TableName: name }));
  client.destroy();
}
