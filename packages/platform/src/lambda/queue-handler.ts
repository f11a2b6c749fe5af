import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Log } from '../log/log.ts';
import { asTrace, inTrace, newTrace, traceName } from '../trace/index.ts';
import { requestLog } from './request-log.ts';

/**
 * A consumer of a queue of JSON messages. Each message succeeds or fails by itself: the failed ones are reported and
 * come again until the queue's number of tries is over, then rest in its dead-letter queue (case R2). A message that
 * is not of the schema fails like any other, so that nothing is dropped unseen.
 */
export function queueHandler<Message>(options: {
  readonly name: string;
  readonly log: Log;
  readonly schema: z.ZodType<Message>;
  readonly handle: (message: Message, record: SQSRecord) => Promise<void>;
}): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const { name, log, schema, handle } = options;
  const handleRecord = async (record: SQSRecord): Promise<void> => {
    try {
      await handle(schema.parse(JSON.parse(record.body)), record);
    } catch (error) {
      log.error('message failed', error, {
        worker: name,
        messageId: record.messageId,
        tries: Number(record.attributes.ApproximateReceiveCount),
      });
      throw error;
    }
  };
  // What no action has sent, a rule by the clock, is one of its own.
  const handleInTrace = (record: SQSRecord): Promise<void> =>
    inTrace(asTrace(record.messageAttributes?.[traceName]?.stringValue) ?? newTrace(), () =>
      handleRecord(record),
    );
  return middy<SQSEvent, SQSBatchResponse>()
    .use(requestLog(log, name))
    .handler((event, context) =>
      processPartialResponse(event, handleInTrace, new BatchProcessor(EventType.SQS), {
        context,
        throwOnFullBatchFailure: false,
      }),
    );
}
