import { setTimeout as sleep } from 'node:timers/promises';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createEnrolmentStore } from '@sinau/enrolment/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createFeedRepair, createFeedStore } from '@sinau/records/dynamo';
import type * as z from 'zod';
import type { Parts } from '../shared/parts.ts';
import { statedHoursOf } from '../shared/stated-hours.ts';
import type { envSchema } from './env.ts';
import type { RebuildDeps } from './rebuild-projections.ts';

/** The rebuild on both tables, with the settings of the projector. */
export function composeRebuild(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly records: Pick<RecordStore, 'replay'>;
  readonly env: z.output<typeof envSchema>;
}): RebuildDeps {
  const { parts, records, env } = given;
  const { dynamo } = parts;
  const feeds = { dynamo, table: env.LRS_TABLE, clock: systemClock, sleep };
  return {
    replay: records.replay,
    feed: createFeedStore(feeds),
    repair: createFeedRepair(feeds),
    digest: nodeDigest,
    laneCount: env.FEED_LANES,
    enrolments: createEnrolmentStore({ dynamo, table: env.LMS_TABLE }),
    hours: statedHoursOf({ courses: createCourseStore({ dynamo, table: env.LMS_TABLE }) }),
    registrations: createRegistrationStore({ dynamo, table: env.LMS_TABLE }),
    issuer: env.ISSUER_URL,
  };
}
