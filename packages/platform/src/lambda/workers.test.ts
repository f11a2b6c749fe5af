import type { Context, DynamoDBStreamEvent, ScheduledEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { queueHandler } from './queue-handler.ts';
import { scheduleHandler } from './schedule-handler.ts';
import { streamHandler } from './stream-handler.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const context = { awsRequestId: 'r1', getRemainingTimeInMillis: () => 30_000 } as Context;

describe('queueHandler', () => {
  it('R2: finishes nine of ten and reports the poison alone', async () => {
    const done: number[] = [];
    const handler = queueHandler({
      name: 'numbers',
      log: silent,
      schema: z.object({ n: z.number() }),
      handle: async ({ n }) => {
        if (n === 4) throw new Error('poison');
        done.push(n);
      },
    });
    const Records = Array.from({ length: 10 }, (_, n) => ({
      messageId: `m${n}`,
      body: JSON.stringify({ n }),
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const result = await handler({ Records } as SQSEvent, context);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'm4' }] });
    expect(done.sort()).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
  });

  it('reports a message that is not of the schema or not JSON, even when it is the only one', async () => {
    const handler = queueHandler({
      name: 'numbers',
      log: silent,
      schema: z.object({ n: z.number() }),
      handle: async () => {},
    });
    for (const body of ['{"n":"one"}', '{']) {
      const Records = [{ messageId: 'm', body, attributes: { ApproximateReceiveCount: '1' } }];
      expect((await handler({ Records } as SQSEvent, context)).batchItemFailures).toHaveLength(1);
    }
  });
});

describe('streamHandler', () => {
  it('stops at the first failure and asks for the stream from there', async () => {
    const seen: string[] = [];
    const handler = streamHandler({
      name: 'feed',
      log: silent,
      handle: async (record) => {
        if (record.dynamodb?.SequenceNumber === '2') throw new Error('not yet');
        seen.push(record.dynamodb?.SequenceNumber ?? '');
      },
    });
    const Records = ['1', '2', '3'].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
    const result = await handler({ Records } as DynamoDBStreamEvent, context);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(seen).toEqual(['1']);
  });
});

describe('scheduleHandler', () => {
  it('lets a fault escape, so that the scheduler tries again', async () => {
    const handler = scheduleHandler({
      name: 'sweep',
      log: silent,
      handle: async () => {
        throw new Error('down');
      },
    });
    await expect(handler({} as ScheduledEvent, context)).rejects.toThrow('down');
  });
});
