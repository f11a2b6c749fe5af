import type { RecordStore } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import { pushMessageSchema } from '@sinau/push';
import type * as z from 'zod';
import type { Parts } from '../shared/parts.ts';
import { createPushParts } from '../shared/push-parts.ts';
import type { ForwarderDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The forwarder on its stores, in AWS and on one machine alike. */
export function composeForwarder(given: {
  readonly parts: Parts;
  readonly records: Pick<RecordStore, 'statements' | 'attachments'>;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): ForwarderDeps {
  const { parts, env, log } = given;
  return {
    ...createPushParts(given),
    queue: parts.queue(env.PUSH_QUEUE_URL, pushMessageSchema),
    random: Math.random,
    runMs: env.PUSH_RUN_SECONDS * 1000,
    log,
  };
}
