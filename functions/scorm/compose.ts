import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createLaunchLog, createRegistrationStore, createScormStore } from '@sinau/delivery/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import { createCourseContent } from '../shared/course-content.ts';
import { createDeliveryAddresses } from '../shared/delivery-addresses.ts';
import { createDoorLimiter } from '../shared/door-limits.ts';
import type { Parts } from '../shared/parts.ts';
import { createRecordWriter, lmsAuthority } from '../shared/record-writer.ts';
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

const system = { digest: nodeDigest, clock: systemClock, ids: systemIds };

/** The door on its stores, in AWS and on one machine alike. */
export function composeScorm({ parts, records, env, log }: ScormParts): ScormAppDeps {
  const issuer = env.ISSUER_URL;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const people = createPeopleStore(stores);
  const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  const lrs = {
    ...records,
    ...system,
    visibility: visibilityBy(createAgencyDirectory({ people, issuer })),
  };
  return {
    scorm: {
      ...system,
      registrations: createRegistrationStore(stores),
      records: createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' }),
      content: createCourseContent({ courses: createCourseStore(stores), content }),
      addresses: createDeliveryAddresses({
        portalOrigin: env.PORTAL_ORIGIN,
        contentOriginTemplate: env.CONTENT_ORIGIN_TEMPLATE,
        issuer,
      }),
      scorm: createScormStore({ ...stores, ...system, bodies: parts.objects(env.LRS_BUCKET) }),
      packages: createScormContent(content),
      learners: {
        find: async (personId) => {
          const person = await people.find(personId);
          return person && { name: person.name };
        },
      },
      documents: createScormDocuments(lrs),
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
