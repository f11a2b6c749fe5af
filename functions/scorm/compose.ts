import { createLaunchLog, createScormStore } from '@sinau/delivery/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createDoorLimiter } from '../shared/door-limits.ts';
import { createLaunchDocuments } from '../shared/launch-documents.ts';
import { createOwnPageParts } from '../shared/own-page-parts.ts';
import type { Parts } from '../shared/parts.ts';
import type { ScormAppDeps } from './app.ts';
import type { envSchema } from './env.ts';
import { createScormContent } from './scorm-content.ts';
import { createScormDocuments } from './scorm-documents.ts';

export interface ScormParts {
  readonly parts: Parts;
  /** One per process, since its horizon must know of every write. */
  readonly records: RecordStore;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}

/** The door on its stores, in AWS and on one machine alike. */
export function composeScorm({ parts, records, env, log }: ScormParts): ScormAppDeps {
  const { session, learners, lrs, content, stores, system } = createOwnPageParts({ parts, records, env });
  return {
    scorm: {
      ...session,
      learners,
      scorm: createScormStore({ ...stores, ...system, bodies: parts.objects(env.LRS_BUCKET) }),
      packages: createScormContent(content),
      documents: { ...createScormDocuments(lrs), ...createLaunchDocuments(lrs) },
    },
    launchLog: createLaunchLog(stores),
    rateLimiter: createDoorLimiter({
      ...stores,
      door: 'scorm',
      log,
      clientPerSecond: env.SCORM_SESSION_REQUESTS_PER_SECOND,
    }),
    log,
    portalOrigin: env.PORTAL_ORIGIN,
  };
}
