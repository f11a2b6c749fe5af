import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestTables } from '../../testing/with-tables.ts';
import type { Dynamo, Item } from '../dynamo.ts';
import { bytes, partition, skOf } from './fixtures.ts';

/** The tables themselves, and batches. */
export function tablesAndBatchesContract(tables: () => TestTables): void {
  let dynamo: Dynamo;
  let table: string;
  let lrs: string;
  let client: DynamoDBClient;

  beforeAll(() => {
    dynamo = tables().dynamo;
    table = tables().lms;
    lrs = tables().lrs;
    client = new DynamoDBClient({ ...tables().connection, maxAttempts: 1 });
    return () => client.destroy();
  });

  describe('tables', () => {
    it('have both indexes, a stream of both images and a time to live', async () => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
      expect(Table).toMatchObject({
        TableStatus: 'ACTIVE',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        LatestStreamArn: expect.stringContaining('/stream/'),
      });
      const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, IndexStatus }) => [
        IndexName,
        IndexStatus,
      ]);
      expect(indexes?.sort()).toEqual([
        ['gsi1', 'ACTIVE'],
        ['gsi2', 'ACTIVE'],
      ]);
      const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
      expect(ttl.TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
      const { TableNames } = await client.send(new ListTablesCommand({}));
      expect(TableNames).toEqual(expect.arrayContaining([table, lrs]));
    });

    it('that are not there are refused', async () => {
      await expect(dynamo.get({ table: 'nowhere', key: { pk: 'a', sk: 'b' } })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });
  });

  describe('batches', () => {
    it('write and read any number of rows, in requests of 25 and 100', async () => {
      const pk = partition();
      const keys = Array.from({ length: 130 }, (_, n) => ({ pk, sk: `r${n}` }));
      await dynamo.batchWrite({ table, puts: keys });
      await dynamo.batchWrite({ table, puts: [{ pk, sk: 'r1', n: 1 } as Item], deletes: [{ pk, sk: 'r0' }] });
      const found = await dynamo.batchGet({ table, keys, consistent: true });
      expect(found).toHaveLength(129);
      expect(found.find(({ sk }) => sk === 'r1')).toEqual({ pk, sk: 'r1', n: 1 });
      expect(await dynamo.batchGet({ table, keys: [] })).toEqual([]);
    });

    it('read more than the 16 MB of one answer', async () => {
      const pk = partition();
      const keys = Array.from({ length: 50 }, (_, n) => ({ pk, sk: `r${n}` }));
      const body = bytes(390 * 1024);
      for (const key of keys) await dynamo.put({ table: lrs, item: { ...key, body } as Item });
      const found = await dynamo.batchGet({ table: lrs, keys });
      expect(found.map(skOf).sort()).toEqual(keys.map(({ sk }) => sk).sort());
    });

    it('are refused with more than 25 writes or with one row twice', async () => {
      const put = (sk: string) => ({ PutRequest: { Item: { pk: { S: 'batch' }, sk: { S: sk } } } });
      const many = Array.from({ length: 26 }, (_, n) => put(`r${n}`));
      for (const requests of [many, [put('a'), put('a')]]) {
        await expect(
          client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } })),
        ).rejects.toMatchObject({ name: 'ValidationException' });
      }
      expect((await dynamo.query({ table, partition: 'batch' })).items).toEqual([]);
    });
  });
}
