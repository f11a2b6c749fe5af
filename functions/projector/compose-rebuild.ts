import { setTimeout as sleep } from 'node:timers/promises';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import type { OrganisationStore } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createFeedRepair, createFeedStore } from '@sinau/records/dynamo';
import type * as z from 'zod';
import { createComplianceParts } from '../shared/compliance-parts.ts';
import { createCreditParts } from '../shared/credit-parts.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createStatementNotes, createTraceDeps } from '../shared/insight-traces.ts';
import type { Parts } from '../shared/parts.ts';
import { statedHoursOf } from '../shared/stated-hours.ts';
import type { rebuildEnvSchema } from './env.ts';
import { createInsightRebuilder } from './rebuild-insight.ts';
import type { RebuildDeps } from './rebuild-projections.ts';

/** Agencies, providers and the platform. */
async function indexHolders(
  stores: Parameters<typeof createPeopleStore>[0],
  organisations: Pick<OrganisationStore, 'listAgencies' | 'listProviders'>,
): Promise<void> {
  const people = createPeopleStore(stores);
  const [agencies, providers] = await Promise.all([
    organisations.listAgencies(),
    organisations.listProviders(),
  ]);
  await people.indexHolders({ kind: 'platform' });
  for (const { agencyId } of agencies) await people.indexHolders({ kind: 'agency', agencyId });
  for (const { providerId } of providers) await people.indexHolders({ kind: 'provider', providerId });
}

/** The rebuild on both tables, with the settings of the projector. */
export function composeRebuild(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly records: Pick<RecordStore, 'replay' | 'statements'>;
  readonly env: z.output<typeof rebuildEnvSchema>;
}): RebuildDeps {
  const { parts, records, env } = given;
  const { dynamo } = parts;
  const feeds = { dynamo, table: env.LRS_TABLE, clock: systemClock, sleep };
  const stores = { dynamo, table: env.LMS_TABLE, recordsTable: env.LRS_TABLE };
  const courses = createCourseStore(stores);
  const enrolments = createEnrolmentStore(stores);
  const organisations = createOrganisationStore(stores);
  return {
    people: {
      indexHolders: () => indexHolders(stores, organisations),
      agencies: async () => (await organisations.listAgencies()).map(({ agencyId }) => agencyId),
      counting: createComplianceParts({ ...stores, clock: systemClock }),
    },
    insight: createInsightRebuilder({
      notes: {
        ...createStatementNotes({ ...stores, issuer: env.ISSUER_URL }),
        ...{ digest: nodeDigest, issuer: env.ISSUER_URL },
      },
      traces: createTraceDeps({ ...stores, courses, content: parts.objects(env.CONTENT_BUCKET) }),
      organisations,
      courses,
      enrolments,
    }),
    credit: createCreditParts({ parts, statements: async () => records, env }),
    replay: records.replay,
    feed: createFeedStore(feeds),
    repair: createFeedRepair(feeds),
    digest: nodeDigest,
    laneCount: env.FEED_LANES,
    enrolments,
    catalogue: { organisations, courses },
    hours: statedHoursOf({ courses }),
    registrations: createRegistrationStore(stores),
    issuer: env.ISSUER_URL,
  };
}
