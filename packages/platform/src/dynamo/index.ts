export type { CapacityReport } from './capacity.ts';
export { absent, unchangedSince } from './conditions.ts';
export { createDynamo, type DynamoOptions } from './create-dynamo.ts';
export { createTables, type TableNames } from './create-tables.ts';
export type {
  CancellationReason,
  Condition,
  DeleteInput,
  Dynamo,
  Item,
  Key,
  PutInput,
  QueryInput,
  QueryPage,
  TransactItem,
  TransactResult,
  UpdateInput,
  WriteResult,
} from './dynamo.ts';
export type { DynamoClientOptions } from './dynamo-client.ts';
export { composeKey, keyPrefix, parseKey } from './keys.ts';
export { createPieceStore, type PiecePlace } from './pieces.ts';
export { queryAll } from './query-all.ts';
export { type ListPage, queryPage } from './query-page.ts';
export { readStreamRecord, type StoredStreamRecord, type StreamChange } from './stream-record.ts';
export { expiryAttribute, type TableSchema, tableSchemas } from './table-schemas.ts';
