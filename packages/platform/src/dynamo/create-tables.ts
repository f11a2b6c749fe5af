import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { createDynamoClient, type DynamoClientOptions } from './dynamo-client.ts';
import { expiryAttribute, tableSchemas } from './table-schemas.ts';

/** Which table gets which name; a kind left out is not made. */
export type TableNames = Partial<Readonly<Record<keyof typeof tableSchemas, string>>>;

/**
 * Makes the tables that are not there yet, with streams and time to live. For one machine and tests; AWS has CDK.
 * @param plain neither, for tests: their clocks may stand in a past that the engine does not share, and DynamoDB Local
 *   keeps the streams of all tables there ever were, which makes it slower with every test
 */
export async function createTables(
  options: DynamoClientOptions,
  names: TableNames,
  { plain = false }: { readonly plain?: boolean } = {},
): Promise<void> {
  const client = createDynamoClient(options);
  try {
    for (const [kind, schema] of Object.entries(tableSchemas)) {
      const name = names[kind as keyof typeof tableSchemas];
      if (name === undefined) continue;
      const { StreamSpecification, ...rest } = schema;
      const made = await createTable(client, name, plain ? rest : { ...rest, StreamSpecification });
      if (made && !plain) await enableExpiry(client, name);
    }
  } finally {
    client.destroy();
  }
}

/** False when it was there. */
async function createTable(
  client: DynamoDBClient,
  name: string,
  schema: Omit<CreateTableCommandInput, 'TableName'>,
): Promise<boolean> {
  try {
    await client.send(new CreateTableCommand({ TableName: name, ...schema }));
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 60 }, { TableName: name });
  return true;
}

async function enableExpiry(client: DynamoDBClient, name: string): Promise<void> {
  const specification = { AttributeName: expiryAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: specification }));
}
