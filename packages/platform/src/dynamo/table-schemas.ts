import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** Shape of one table; names are given at creation. */
export type TableSchema = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes' | 'BillingMode' | 'StreamSpecification'
>;

/** Name of the attribute (epoch seconds) after which a row may vanish. */
export const expiryAttribute = 'expiresAt';

const common = {
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} satisfies TableSchema;

/** The two tables of Sinau as every engine gets them; infra declares the same in CDK. */
export const tableSchemas = {
  lms: {
    ...common,
    AttributeDefinitions: strings('pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'),
    GlobalSecondaryIndexes: [index('gsi1'), index('gsi2')],
  },
  lrs: { ...common, AttributeDefinitions: strings('pk', 'sk') },
} satisfies Readonly<Record<string, TableSchema>>;

function strings(...names: readonly string[]) {
  return names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const }));
}

function index(name: string) {
  return {
    IndexName: name,
    KeySchema: [
      { AttributeName: `${name}pk`, KeyType: 'HASH' as const },
      { AttributeName: `${name}sk`, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'ALL' as const },
  };
}
