import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Rows that make statements visible: the id row of one that came alone, which has no index in a batch, and the commit
 * row of a batch. They are one in eight of the rows of a single, and one in two hundred of those of a batch.
 */
export const commits = ['national', 'sandbox'].flatMap((store) => [
  {
    Keys: { pk: { S: FilterRule.beginsWith(`S#${store}#I#`) } },
    NewImage: { n: { N: FilterRule.notExists() } },
  },
  {
    Keys: { pk: { S: FilterRule.beginsWith(`S#${store}#F#`) } },
    NewImage: { k: { S: FilterRule.isEqual('c') } },
  },
]);

/**
 * `rows`: which rows to follow, at most five kinds; a consumer is not woken by rows of its own making, nor by what it
 * would pass over. It waits a second for company: what comes together shares chunks of a feed.
 */
export function streamOf(table: TableV2, deadLetters: Queue, rows: readonly object[]): DynamoEventSource {
  return new DynamoEventSource(table, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 200,
    maxBatchingWindow: Duration.seconds(1),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 10,
    parallelizationFactor: 4,
    onFailure: new SqsDlq(deadLetters),
    // Rows that leave, by their time to live or by erasure, are followed by nothing.
    filters: rows.map((dynamodb) =>
      FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb }),
    ),
  });
}
