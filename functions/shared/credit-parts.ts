import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createResultStore } from '@sinau/connectors/dynamo';
import type { CompletionDirectory, CreditStore, StandingDirectory } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import type { StatementStore } from '@sinau/lrs';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createCompletions } from './completions.ts';
import { createCourseContent } from './course-content.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { learningMoments } from './learning-moments.ts';
import type { Parts } from './parts.ts';
import { personStandingsOf } from './person-standings.ts';
import { toldCertificates } from './told-certificates.ts';

/** What turns completed courses into lines of the ledger, and these into sums. */
export interface CreditParts {
  readonly credit: CreditStore;
  readonly completions: CompletionDirectory;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

export function createCreditParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly statements: () => Promise<{ readonly statements: StatementStore }>;
  readonly env: { readonly LMS_TABLE: string; readonly CONTENT_BUCKET: string; readonly ISSUER_URL: string };
}): CreditParts {
  const { parts, statements, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const courses = createCourseStore(stores);
  const people = createPeopleStore(stores);
  const organisations = createOrganisationStore(stores);
  const results = createResultStore({ ...stores, digest: nodeDigest });
  const content = createContentRoom({ content: parts.objects(env.CONTENT_BUCKET) });
  return {
    credit: createCreditStore(stores),
    standings: personStandingsOf({ people }),
    completions: createCompletions({
      ...{ courses, people, content: createCourseContent({ courses, content }) },
      enrolments: createEnrolmentStore(stores),
      registrations: createRegistrationStore(stores),
      certificatesOf: (registration) => toldCertificates({ results, organisations }, registration),
      momentsOf: async (registration) =>
        learningMoments({ ...(await statements()), issuer: env.ISSUER_URL }, registration),
    }),
    clock: systemClock,
  };
}
