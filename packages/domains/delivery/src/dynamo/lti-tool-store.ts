import type { ProviderId } from '@sinau/kernel';
import { messageTypes, serviceScopes } from '@sinau/lti';
import type { Dynamo, Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LtiClientId, LtiTool, LtiToolStore } from '../lti/index.ts';
import { byAge, pendingTools, toolKey, toolsPartition } from './lti-keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const texts = z.record(z.string(), z.string());

const toolRow = z.object({
  clientId: branded<LtiClientId>(),
  providerId: branded<ProviderId>(),
  name: z.string(),
  description: z.string().exactOptional(),
  status: z.enum(['pending', 'active', 'disabled']),
  decision: z
    .object({
      to: z.enum(['active', 'disabled']),
      by: z.enum(['operator', 'provider']),
      at: z.string(),
      reason: z.string().exactOptional(),
      mayReturn: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  deployments: z.array(z.object({ deploymentId: z.string(), name: z.string() })),
  initiateLoginUri: z.string(),
  redirectUris: z.array(z.string()),
  targetLinkUri: z.string(),
  messages: z.array(
    z.object({
      type: z.enum(messageTypes),
      targetLinkUri: z.string().exactOptional(),
      label: z.string().exactOptional(),
      custom: texts.exactOptional(),
    }),
  ),
  keys: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('url'), jwksUri: z.string() }),
    z.object({ kind: z.literal('pasted'), keys: z.array(z.record(z.string(), z.unknown())) }),
  ]),
  scopes: z.array(z.enum(serviceScopes)),
  custom: texts,
  logoUri: z.string().exactOptional(),
  domain: z.string().exactOptional(),
  contacts: z.array(z.string()).exactOptional(),
  wishes: z.array(z.string()),
  registeredBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

export const readTool = (row: Item): LtiTool => toolRow.parse(row);

export const isToolRow = (row: Item): boolean => row.kind === 'lti-tool';

export const toToolRow = (tool: LtiTool): Item => ({
  ...toolKey(tool.clientId),
  kind: 'lti-tool',
  ...tool,
  ...{ gsi1pk: toolsPartition(tool.providerId), gsi1sk: byAge(tool) },
  ...(tool.status === 'pending' && { gsi2pk: pendingTools, gsi2sk: byAge(tool) }),
});

/** More at once is nothing that a person looks through. */
const mostListed = 200;

const mostIdChars = 255;

/** One row a tool, written as a whole. */
export function createLtiToolStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): LtiToolStore {
  const { dynamo, table } = deps;
  const listed = async (index: 'gsi1' | 'gsi2', partition: string) => {
    const { items } = await dynamo.query({ table, index, partition, limit: mostListed });
    return items.map(readTool);
  };
  return {
    async find(clientId) {
      // Comes from outside unread: what is longer than a key may be is nobody's id.
      if (clientId.length > mostIdChars) return undefined;
      const row = await dynamo.get({ table, key: toolKey(clientId), consistent: true });
      return row && readTool(row);
    },
    listOf: (providerId) => listed('gsi1', toolsPartition(providerId)),
    listPending: () => listed('gsi2', pendingTools),
    async add(tool) {
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item: toToolRow(tool), condition });
      if (result.outcome !== 'done') throw new Error('the id of a new tool was taken');
    },
    async change(tool) {
      const item = toToolRow({ ...tool, rev: tool.rev + 1 });
      // Unmoved: an operator approves while the tool says that it leads elsewhere.
      const condition = { expression: 'rev = :rev', values: { ':rev': tool.rev } };
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'changed' : 'stale';
    },
  };
}
