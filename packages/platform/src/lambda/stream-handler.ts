import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { traceOfRecord } from '../dynamo/stream-record.ts';
import type { Log } from '../log/log.ts';
import { inTrace } from '../trace/index.ts';
import { requestLog } from './request-log.ts';

/**
 * A consumer of a table's stream. Records of a shard are ordered, so work stops at the first failure and the stream
 * comes back from there; records after it were not touched. `handle` must be idempotent: streams repeat.
 */
export function streamHandler(options: {
  readonly name: string;
  readonly log: Log;
  readonly handle: (record: DynamoDBRecord) => Promise<void>;
}): (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse> {
  const { name, log, handle } = options;
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
    .use(requestLog(log, name))
    .handler(async (event) => {
      for (const record of event.Records) {
        const sequenceNumber = record.dynamodb?.SequenceNumber ?? '';
        try {
          await inTrace(traceOfRecord(record), () => handle(record));
        } catch (error) {
          inTrace(traceOfRecord(record), () =>
            log.error('stream record failed', error, { worker: name, sequenceNumber }),
          );
          return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
        }
      }
      return { batchItemFailures: [] };
    });
}
