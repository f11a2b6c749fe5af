import { recountPerson } from '@sinau/compliance';
import { changedYear } from '@sinau/credit/dynamo';
import { changedPerson } from '@sinau/identity/dynamo';
import type { PersonId } from '@sinau/kernel';
import { changedDuty } from '@sinau/obligations/dynamo';
import { readStreamRecord, type StreamChange } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { ComplianceParts } from '../shared/compliance-parts.ts';

type StreamConsumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

export interface FollowComplianceDeps {
  /** Loaded with the first change that somebody counts by. */
  readonly compliance: () => Promise<ComplianceParts>;
  readonly log: Log;
}

/** People of a batch that are counted at the same time. */
const atOnce = 8;

/**
 * After the facts of a batch were followed, whoever they are about is counted anew: once a batch, however many changes there
 * were. When that fails, the stream comes again from the first of those changes on.
 */
export function followCompliance(deps: FollowComplianceDeps, consumer: StreamConsumer): StreamConsumer {
  return async (event, context) => {
    const response = await consumer(event, context);
    const concerned = concernedIn(event, response);
    const [first] = concerned;
    if (!first) return response;
    try {
      const parts = await deps.compliance();
      const people = [...new Set(concerned.map((one) => one.personId))];
      for (let n = 0; n < people.length; n += atOnce) {
        await Promise.all(people.slice(n, n + atOnce).map((personId) => recountPerson(parts, personId)));
      }
      return response;
    } catch (error) {
      deps.log.error('people not counted', error, { worker: 'announcer', people: concerned.length });
      return { batchItemFailures: [{ itemIdentifier: first.sequenceNumber }] };
    }
  };
}

/** People of the changes before the first record that failed: from there on the stream comes again. */
function concernedIn({ Records }: DynamoDBStreamEvent, { batchItemFailures }: DynamoDBBatchResponse) {
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const end = Records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  return Records.slice(0, end === -1 ? undefined : end).flatMap((record) => {
    const personId = concernedBy(readStreamRecord(record));
    return personId === undefined
      ? []
      : [{ personId, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' }];
  });
}

const concernedBy = (change: StreamChange): PersonId | undefined =>
  changedPerson(change) ?? changedYear(change) ?? changedDuty(change);
