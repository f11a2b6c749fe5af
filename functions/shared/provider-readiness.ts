import { createProviderEnrolmentStore } from '@sinau/connectors/dynamo';
import { ProviderNotReady, providerReady } from '@sinau/connectors/enrolments';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Refuses what is taken at a provider while it has not enrolled the learner. Loaded when such a part is opened. */
export async function refuseUnlessReady(
  stores: { readonly dynamo: Dynamo; readonly table: string },
  registration: string,
): Promise<void> {
  const providerEnrolments = createProviderEnrolmentStore(stores);
  const readiness = await providerReady({ providerEnrolments }, { registration });
  if (readiness.state !== 'ready') throw new ProviderNotReady(readiness.state, readiness.reason);
}
