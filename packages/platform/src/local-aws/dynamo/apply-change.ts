import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBRecord } from 'aws-lambda';
import type dynalite from 'dynalite/db/index.js';
import { itemBytes } from './item-size.ts';
import { expiryKey, indexKey, streamPrefix } from './row-keys.ts';
import type { Scope } from './storage.ts';
import type { StoredTable } from './tables.ts';

export interface Change {
  readonly table: StoredTable;
  /** Where the row is kept. */
  readonly key: string;
  readonly before?: dynalite.Row | undefined;
  readonly after?: dynalite.Row | undefined;
}

/** Puts a change of one row, its index entries, its place in the order of expiry and its stream record together. */
export function applyChange(
  scope: Scope,
  change: Change,
  occasion: { readonly now: Date; readonly expired?: boolean },
): void {
  const { table, key, before, after } = change;
  if (isDeepStrictEqual(before, after)) return;
  if (after) scope.put(key, after);
  else scope.delete(key);
  for (const index of table.description.GlobalSecondaryIndexes ?? []) {
    move(scope, key, [before && indexKey(table, index, before), after && indexKey(table, index, after)]);
  }
  move(scope, key, [before && expiryKey(table, before), after && expiryKey(table, after)]);
  if (!table.streamArn) return;
  const record = streamRecord(scope.nextSequence(), change, occasion);
  scope.put(streamPrefix(table) + record.dynamodb?.SequenceNumber, record);
}

/** An entry that points to the row moves from one place of an order to another. */
function move(scope: Scope, rowKey: string, [from, to]: readonly (string | undefined)[]): void {
  if (from === to) return;
  if (from !== undefined) scope.delete(from);
  if (to !== undefined) scope.put(to, rowKey);
}

const eventNames = { insert: 'INSERT', modify: 'MODIFY', remove: 'REMOVE' } as const;

function streamRecord(
  sequenceNumber: string,
  { table, before, after }: Change,
  { now, expired }: { readonly now: Date; readonly expired?: boolean },
): DynamoDBRecord {
  const row = after ?? before ?? {};
  const names = table.description.KeySchema.map(({ AttributeName }) => AttributeName);
  const keys = Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
  const kind = !before ? 'insert' : after ? 'modify' : 'remove';
  return {
    eventID: hash('md5', `${table.id}/${sequenceNumber}`),
    eventName: eventNames[kind],
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ap-southeast-3',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now.getTime() / 1000),
      Keys: keys,
      ...(after ? { NewImage: after } : {}),
      ...(before ? { OldImage: before } : {}),
      SequenceNumber: sequenceNumber,
      SizeBytes: itemBytes(keys) + itemBytes(after ?? {}) + itemBytes(before ?? {}),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: table.streamArn ?? '',
    ...(expired ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
  };
}
