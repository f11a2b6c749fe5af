import middy from '@middy/core';
import type { Context, ScheduledEvent } from 'aws-lambda';
import type { Log } from '../log/log.ts';
import { inTrace, newTrace } from '../trace/index.ts';
import { requestLog } from './request-log.ts';

/** A job that EventBridge runs by the clock; a fault makes Lambda try again and then use the dead-letter queue. */
export function scheduleHandler(options: {
  readonly name: string;
  readonly log: Log;
  readonly handle: () => Promise<void>;
}): (event: ScheduledEvent, context: Context) => Promise<void> {
  return middy<ScheduledEvent, void>()
    .use(requestLog(options.log, options.name))
    .handler(() => inTrace(newTrace(), () => options.handle()));
}
