import type { ToolPort } from '@sinau/catalogue';
import { createAddressCheck } from '@sinau/delivery/adapters';
import { createLtiToolStore } from '@sinau/delivery/dynamo';
import type { LtiClientId } from '@sinau/delivery/lti';
import { createOutbound } from '@sinau/platform/outbound';
import type { Parts } from './parts.ts';

/** Whose content of tools may be placed: of tools of the same provider that are in use, and only where they are deployed. */
export function createToolPort(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly PUSH_ALLOW_LOOPBACK: boolean };
}): ToolPort {
  const { parts, env } = given;
  const tools = createLtiToolStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  const outbound = createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK });
  const addressCheck = createAddressCheck({ outbound });
  return {
    mayLeadTo: async (url) => (await addressCheck.refusal(url)) === undefined,
    async mayPlace(providerId, { clientId, deploymentId }) {
      const tool = await tools.find(clientId as LtiClientId);
      return (
        tool?.providerId === providerId &&
        tool.status === 'active' &&
        tool.deployments.some((one) => one.deploymentId === deploymentId)
      );
    },
  };
}
