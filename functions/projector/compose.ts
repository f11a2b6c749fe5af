import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import { createFeedStore } from '@sinau/records/dynamo';
import type * as z from 'zod';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createStatementNotes } from '../shared/insight-traces.ts';
import type { Parts } from '../shared/parts.ts';
import { createProjectorPulse } from '../shared/projector-pulse.ts';
import type { ProjectorDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The projector on both tables, in AWS and on one machine alike. */
export function composeProjector(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  /** One per process, since its horizon must know of what was healed. */
  readonly records: RecordStore;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): ProjectorDeps {
  const { parts, records, env, log } = given;
  const { dynamo } = parts;
  return {
    follower: records.follower,
    feed: createFeedStore({ dynamo, table: env.LRS_TABLE, clock: systemClock, sleep }),
    laneCount: env.FEED_LANES,
    enrolments: createEnrolmentStore({ dynamo, table: env.LMS_TABLE }),
    ...createStatementNotes({
      dynamo,
      table: env.LMS_TABLE,
      recordsTable: env.LRS_TABLE,
      issuer: env.ISSUER_URL,
    }),
    digest: nodeDigest,
    issuer: env.ISSUER_URL,
    pulse: createProjectorPulse({ dynamo, table: env.LRS_TABLE, clock: systemClock, log }),
    log,
  };
}
