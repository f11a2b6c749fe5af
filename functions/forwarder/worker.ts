import { queueHandler, scheduleHandler } from '@sinau/platform/lambda';
import { deliver, dispatchDue, pushMessageSchema } from '@sinau/push';
import type { Context, ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { ForwarderDeps } from './deps.ts';

/** Consumer of the push queue: one run of one subscription a message. */
export function createDeliverer(
  deps: ForwarderDeps,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  return queueHandler({
    name: 'forwarder',
    log: deps.log,
    schema: pushMessageSchema,
    handle: async ({ ownerId, subscriptionId }) => {
      const run = await deliver(deps, { ownerId, subscriptionId, runMs: deps.runMs });
      deps.log.info('push', { ownerId, subscriptionId, ...run });
    },
  });
}

/** Every minute: wakes the consumer for subscriptions that are due and have lines. */
export function createDispatcher(
  deps: ForwarderDeps,
): (event: ScheduledEvent, context: Context) => Promise<void> {
  return scheduleHandler({
    name: 'push-dispatcher',
    log: deps.log,
    handle: async () => {
      const count = await dispatchDue({
        ...deps,
        onFailure: (error, subscriptionId) =>
          deps.log.error('push not dispatched', error, { subscriptionId }),
      });
      deps.log.info('push dispatched', count);
    },
  });
}

/** Both in one function: the queue's messages and the clock's events are told apart by their shape. */
export function createForwarder(
  deps: ForwarderDeps,
): (event: SQSEvent | ScheduledEvent, context: Context) => Promise<SQSBatchResponse | undefined> {
  const onMessages = createDeliverer(deps);
  const onClock = createDispatcher(deps);
  return async (event, context) => {
    if ('Records' in event) return onMessages(event, context);
    await onClock(event, context);
    return undefined;
  };
}
