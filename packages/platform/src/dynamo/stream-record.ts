import { asTrace, type Trace, traceName } from '../trace/index.ts';
import { readStoredItem, type StoredAttribute } from './attribute-value.ts';
import type { Item, Key } from './dynamo.ts';

/** One change of one row, as a table's stream tells it. */
export interface StreamChange {
  readonly eventId: string;
  /** Position in its shard; later changes of one row have greater numbers. */
  readonly sequenceNumber: string;
  readonly kind: 'insert' | 'modify' | 'remove';
  /** Removed because its time to live was over, not by a writer. */
  readonly expired: boolean;
  readonly key: Key;
  /** The row before; absent for `insert`. */
  readonly before?: Item;
  /** The row after; absent for `remove`. */
  readonly after?: Item;
}

/** The part of a Lambda `DynamoDBRecord` that is read. */
export interface StoredStreamRecord {
  readonly eventID?: string | undefined;
  readonly eventName?: 'INSERT' | 'MODIFY' | 'REMOVE' | undefined;
  readonly userIdentity?: { readonly principalId?: string } | undefined;
  readonly dynamodb?:
    | {
        readonly Keys?: Image | undefined;
        readonly OldImage?: Image | undefined;
        readonly NewImage?: Image | undefined;
        readonly SequenceNumber?: string | undefined;
      }
    | undefined;
}

type Image = Readonly<Record<string, StoredAttribute>>;

/** The action that wrote the row last; undefined for a row that is gone, and for one that does not say. */
export const traceOfRecord = ({ dynamodb }: StoredStreamRecord): Trace | undefined =>
  asTrace(dynamodb?.NewImage?.[traceName]?.S);

const kinds = { INSERT: 'insert', MODIFY: 'modify', REMOVE: 'remove' } as const;

/** Reads a record of a DynamoDB stream event. Throws a `TypeError` for what is not one. */
export function readStreamRecord(record: StoredStreamRecord): StreamChange {
  const { eventID: eventId, eventName, dynamodb, userIdentity } = record;
  if (!eventName || !dynamodb?.Keys || !dynamodb.SequenceNumber || !eventId) {
    throw new TypeError('not a record of a DynamoDB stream with keys');
  }
  const { Keys, OldImage, NewImage, SequenceNumber } = dynamodb;
  const { pk, sk } = readStoredItem(Keys);
  return {
    eventId,
    sequenceNumber: SequenceNumber,
    kind: kinds[eventName],
    expired: userIdentity?.principalId === 'dynamodb.amazonaws.com',
    key: { pk, sk },
    ...(OldImage ? { before: readStoredItem(OldImage) } : {}),
    ...(NewImage ? { after: readStoredItem(NewImage) } : {}),
  };
}
