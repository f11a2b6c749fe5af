import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** What one request to DynamoDB cost. */
export interface CapacityReport {
  /** The method of `Dynamo`. */
  readonly operation: string;
  readonly table: string;
  readonly readUnits: number;
  /** Table and indexes together. */
  readonly writeUnits: number;
  /** Units of each index, reads or writes as the operation is. */
  readonly indexes: Readonly<Record<string, number>>;
}

const writing = new Set(['put', 'update', 'delete', 'batchWrite', 'transactWrite']);

export function toCapacityReports(
  operation: string,
  consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined,
): readonly CapacityReport[] {
  const all = consumed === undefined ? [] : [consumed].flat();
  return all.map((one) => {
    const units = one.CapacityUnits ?? 0;
    const indexes = Object.entries(one.GlobalSecondaryIndexes ?? {});
    return {
      operation,
      table: one.TableName ?? '',
      readUnits: writing.has(operation) ? 0 : units,
      writeUnits: writing.has(operation) ? units : 0,
      indexes: Object.fromEntries(indexes.map(([name, { CapacityUnits }]) => [name, CapacityUnits ?? 0])),
    };
  });
}
