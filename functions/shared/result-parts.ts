import type { SubjectStore } from '@sinau/agreements';
import { createSubjectStore } from '@sinau/agreements/dynamo';
import { createProviderEnrolmentStore } from '@sinau/connectors/dynamo';
import type { ProviderEnrolmentStore } from '@sinau/connectors/enrolments';
import type { OutcomePort, PlaceDeps } from '@sinau/connectors/results';
import { recordOutcome } from '@sinau/delivery';
import { createGuestStore } from '@sinau/delivery/dynamo';
import type { ProviderWords } from '@sinau/enrolment';
import { actorsOf } from './delivery-addresses.ts';
import { createSessionParts } from './delivery-parts.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEntitlements } from './entitlements.ts';
import type { Lrs } from './open-lrs.ts';
import type { Parts } from './parts.ts';
import { createPlaceParts } from './place-parts.ts';
import { createProviderWords } from './provider-words.ts';
import { writersLater } from './writers-later.ts';

export interface ResultEnv {
  readonly LMS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly PORTAL_ORIGIN: string;
  readonly CONTENT_ORIGIN_TEMPLATE: string;
  readonly ISSUER_URL: string;
}

/** Results of providers, from the inbox to the record. */
export interface ResultParts extends PlaceDeps {
  readonly outcomes: OutcomePort;
  readonly providerWords: ProviderWords;
  readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'find'>;
  readonly subjects: Pick<SubjectStore, 'knownSubjects'>;
}

export function createResultParts(given: {
  readonly parts: Parts;
  readonly lrs: () => Promise<Lrs>;
  readonly env: ResultEnv;
}): ResultParts {
  const { parts, lrs, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const session = createSessionParts({ parts, env });
  const enrolments = createEnrolmentStore(stores);
  const delivery = {
    ...session,
    entitlements: createEntitlements({ enrolments, guests: createGuestStore(stores) }),
    actors: actorsOf(env.ISSUER_URL),
    records: writersLater(lrs, env.ISSUER_URL).records,
  };
  const placing = createPlaceParts({ ...stores, content: session.content });
  return {
    ...placing,
    providerWords: createProviderWords({ ...session, results: placing.results }),
    outcomes: { record: (outcome) => recordOutcome(delivery, outcome) },
    providerEnrolments: createProviderEnrolmentStore(stores),
    subjects: createSubjectStore(stores),
  };
}
