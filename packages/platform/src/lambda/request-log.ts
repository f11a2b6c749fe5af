import type { MiddlewareObj } from '@middy/core';
import type { Log } from '../log/log.ts';

/** One line per invocation: how many records, how many failed, or the fault. Never the records themselves. */
export function requestLog(log: Log, name: string): MiddlewareObj<unknown, unknown> {
  return {
    after: ({ event, response, context }) => {
      log.info('worker', {
        worker: name,
        requestId: context.awsRequestId,
        records: countOf(event, 'Records'),
        failed: countOf(response, 'batchItemFailures'),
      });
    },
    onError: ({ error, context }) => {
      log.error('worker failed', error, { worker: name, requestId: context.awsRequestId });
    },
  };
}

function countOf(value: unknown, property: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const list: unknown = Reflect.get(value, property);
  return Array.isArray(list) ? list.length : 0;
}
