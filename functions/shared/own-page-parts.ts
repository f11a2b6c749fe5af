import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { AcceptDeps, LearnerPort } from '@sinau/delivery';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createAgencyDirectory, visibilityBy } from './agency-directory.ts';
import { createCourseContent } from './course-content.ts';
import { createDeliveryAddresses } from './delivery-addresses.ts';
import { openAccounts } from './open-accounts.ts';
import type { Parts } from './parts.ts';
import { createRecordWriter, lmsAuthority } from './record-writer.ts';

export interface OwnPageEnv {
  readonly LMS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly ISSUER_URL: string;
  readonly PORTAL_ORIGIN: string;
  readonly CONTENT_ORIGIN_TEMPLATE: string;
}

/** What the doors of our own pages have in common: the session of delivery on its stores, in AWS and on one machine alike. */
export function createOwnPageParts(given: {
  readonly parts: Parts;
  readonly records: RecordStore;
  readonly env: OwnPageEnv;
}) {
  const { parts, records, env } = given;
  const issuer = env.ISSUER_URL;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const system = { digest: nodeDigest, clock: systemClock, ids: systemIds };
  const people = createPeopleStore(stores);
  const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  const lrs = {
    ...records,
    ...system,
    visibility: visibilityBy(createAgencyDirectory({ people, issuer })),
  };
  const session: AcceptDeps<never> = {
    ...system,
    registrations: createRegistrationStore(stores),
    isAccountOpen: openAccounts({ people, clock: system.clock }),
    records: createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' }),
    content: createCourseContent({ courses: createCourseStore(stores), content }),
    addresses: createDeliveryAddresses({
      portalOrigin: env.PORTAL_ORIGIN,
      contentOriginTemplate: env.CONTENT_ORIGIN_TEMPLATE,
      issuer,
    }),
  };
  const learners: LearnerPort = {
    find: async (personId) => {
      const person = await people.find(personId);
      return person && { name: person.name };
    },
  };
  return { session, learners, lrs, content, stores, system };
}
