import { type Connection, type ConnectionId, connectionIdSchema } from '@sinau/connectors';
import { createLtiToolStore } from '@sinau/delivery/dynamo';
import type { LtiClientId, LtiTool } from '@sinau/delivery/lti';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';

type Stores = { readonly dynamo: Dynamo; readonly table: string };

/**
 * A tool as comparisons see it: a connection that sends by itself, is asked for nothing, and enrols nobody. It is in no list of connections; its id is
 * the client's, and runs and findings lie under it.
 */
export const toolConnection = ({
  clientId,
  providerId,
  name,
  createdAt,
  updatedAt,
}: LtiTool): Connection => ({
  ...{ connectionId: connectionIdSchema.parse(clientId), providerId, kind: 'webhook', name },
  ...{ contactEmail: '', state: 'active', acceptance: 'person', schedule: {}, changedBy: '' },
  ...{ createdAt, updatedAt, rev: 1, runs: {} },
});

/** The tool that comparisons under this id are of. */
export const toolOf = (stores: Stores, connectionId: ConnectionId): Promise<LtiTool | undefined> =>
  createLtiToolStore(stores).find(connectionId as string as LtiClientId);

/** Tools of all providers that are in use. */
export async function activeTools(stores: Stores): Promise<readonly LtiTool[]> {
  const tools = createLtiToolStore(stores);
  const found: LtiTool[] = [];
  for (const { providerId } of await createOrganisationStore(stores).listProviders())
    found.push(...(await tools.listOf(providerId)).filter(({ status }) => status === 'active'));
  return found;
}
