import type { PersonId } from '@sinau/kernel';
import { readStreamRecord, type StreamChange } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

export type StreamConsumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

interface Following {
  /** Whom a change is about; undefined for what counts for nobody. */
  readonly concernedBy: (change: StreamChange) => PersonId | undefined;
  /** Opened with the first change that somebody counts by. */
  readonly open: () => Promise<(personId: PersonId) => Promise<unknown>>;
  /** What is said when it fails. */
  readonly failure: string;
  readonly log: Log;
}

/** People of a batch that are counted at the same time. */
const atOnce = 8;

/**
 * After the facts of a batch were followed, whoever they are about is counted anew: once a batch, however many changes there
 * were. When that fails, the stream comes again from the first of those changes on.
 */
export function followPeople(following: Following, consumer: StreamConsumer): StreamConsumer {
  return async (event, context) => {
    const response = await consumer(event, context);
    const concerned = concernedIn(following, event, response);
    const [first] = concerned;
    if (!first) return response;
    try {
      const count = await following.open();
      const people = [...new Set(concerned.map((one) => one.personId))];
      for (let n = 0; n < people.length; n += atOnce) {
        await Promise.all(people.slice(n, n + atOnce).map(count));
      }
      return response;
    } catch (error) {
      following.log.error(following.failure, error, { worker: 'announcer', people: concerned.length });
      return { batchItemFailures: [{ itemIdentifier: first.sequenceNumber }] };
    }
  };
}

/** People of the changes before the first record that failed: from there on the stream comes again. */
function concernedIn(
  { concernedBy }: Following,
  { Records }: DynamoDBStreamEvent,
  { batchItemFailures }: DynamoDBBatchResponse,
) {
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const end = Records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  return Records.slice(0, end === -1 ? undefined : end).flatMap((record) => {
    const personId = concernedBy(readStreamRecord(record));
    return personId === undefined
      ? []
      : [{ personId, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' }];
  });
}
