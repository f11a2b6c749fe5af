import { type Clock, type Ids, InvalidInput, type ProviderId } from '@sinau/kernel';
import { isContact, isWebAddress, mostContacts, type ServiceScope, serviceScopes } from '@sinau/lti';
import * as z from 'zod/mini';
import { checkAddresses } from './check-addresses.ts';
import { LtiChangedMeanwhile, LtiNotFound, LtiTooMany } from './errors.ts';
import type { AddressCheck, LtiToolStore, ToolSignatures } from './ports.ts';
import { newTool, refuseTooMany } from './register-tool.ts';
import {
  type LtiClientId,
  type LtiTool,
  type LtiToolKeys,
  type LtiToolMessage,
  mostDeployments,
} from './tool.ts';

export interface ManageDeps {
  readonly tools: LtiToolStore;
  readonly toolSignatures: Pick<ToolSignatures, 'readPasted'>;
  readonly addressCheck: AddressCheck;
  readonly clock: Clock;
  readonly ids: Ids;
}

const address = z.string().check(z.trim(), z.refine(isWebAddress, 'Must be an http(s) address.'));
const parameter = z.string().check(z.maxLength(2048));

/** What somebody writes down of a tool that cannot register itself. */
export const toolByHandSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  initiateLoginUri: address,
  // OAuth 2.0, 3.1.2: what comes back would be lost behind a fragment.
  redirectUris: z
    .array(address.check(z.refine((uri) => !uri.includes('#'), 'Must have no fragment.')))
    .check(z.minLength(1), z.maxLength(20)),
  targetLinkUri: address,
  /** Given: authors may choose content there. */
  deepLinkingUri: z.exactOptional(address),
  /** One of the two. */
  jwksUri: z.exactOptional(address),
  publicKey: z.exactOptional(z.string().check(z.maxLength(20_000))),
  /** Who is told when it does not answer: e-mail addresses. Of a tool that is there: absent keeps those it has, none removes them. */
  contacts: z.exactOptional(
    z
      .array(z.string().check(z.trim(), z.refine(isContact, 'Must be an e-mail address.')))
      .check(z.maxLength(mostContacts)),
  ),
  scopes: z.array(z.enum(serviceScopes)),
  custom: z.record(z.string().check(z.minLength(1), z.maxLength(255)), parameter),
});
export type ToolByHand = z.infer<typeof toolByHandSchema>;

/** Waits for an operator, as one does that registered itself; unless an operator writes it. */
export async function addToolByHand(
  deps: ManageDeps,
  input: {
    readonly providerId: ProviderId;
    readonly registeredBy: string;
    readonly approved?: boolean;
    readonly tool: ToolByHand;
  },
): Promise<LtiTool> {
  const { providerId, registeredBy, approved = false } = input;
  const { deepLinkingUri, jwksUri, publicKey, scopes, contacts, ...told } = input.tool;
  const messages: readonly LtiToolMessage[] = [
    { type: 'LtiResourceLinkRequest' },
    ...(deepLinkingUri === undefined
      ? []
      : [{ type: 'LtiDeepLinkingRequest' as const, targetLinkUri: deepLinkingUri }]),
  ];
  const keys = await keysOf(deps, { ...(jwksUri && { jwksUri }), ...(publicKey && { publicKey }) });
  await checkAddresses(deps, { ...told, messages, ...(keys.kind === 'url' && { jwksUri: keys.jwksUri }) });
  await refuseTooMany(deps, providerId);
  const tool = newTool(deps, {
    ...{ ...told, messages, keys, scopes: [...new Set<ServiceScope>(scopes)], wishes: [] },
    ...contactsOf(contacts),
    ...{ providerId, registeredBy, status: approved ? 'active' : 'pending' },
  });
  await deps.tools.add(tool);
  return tool;
}

/** Each once; none at all is no member. */
export const contactsOf = (contacts: readonly string[] = []): Pick<LtiTool, 'contacts'> =>
  contacts.length > 0 ? { contacts: [...new Set(contacts)] } : {};

export async function keysOf(
  deps: ManageDeps,
  { jwksUri, publicKey }: { readonly jwksUri?: string; readonly publicKey?: string },
): Promise<LtiToolKeys> {
  if (jwksUri !== undefined) return { kind: 'url', jwksUri };
  const keys = publicKey === undefined ? undefined : await deps.toolSignatures.readPasted(publicKey);
  if (keys) return { kind: 'pasted', keys };
  const message =
    'Give the address of the key set, or paste a public RSA key of at least 2048 bits (PEM or JWK).';
  throw new InvalidInput(message, { issues: [{ path: '/publicKey', message }] });
}

/** A tool that the caller may see: any for operators, else those of one provider. */
export async function findTool(
  deps: { readonly tools: Pick<LtiToolStore, 'find'> },
  input: { readonly clientId: string; readonly providerId?: ProviderId },
): Promise<LtiTool> {
  const tool = await deps.tools.find(input.clientId as LtiClientId);
  if (!tool || (input.providerId !== undefined && tool.providerId !== input.providerId))
    throw new LtiNotFound();
  return tool;
}

type ChangeDeps = Pick<ManageDeps, 'tools' | 'clock'>;

export async function addDeployment(
  deps: ChangeDeps & Pick<ManageDeps, 'ids'>,
  tool: LtiTool,
  name: string,
): Promise<LtiTool> {
  const text = name.trim();
  if (text === '' || text.length > 200) {
    throw new InvalidInput('Give the place a name of at most 200 characters.', {
      issues: [{ path: '/name', message: 'Must have 1 to 200 characters.' }],
    });
  }
  if (tool.deployments.length >= mostDeployments) {
    throw new LtiTooMany(`A tool has at most ${mostDeployments} deployments.`);
  }
  return change(deps, tool, {
    deployments: [...tool.deployments, { deploymentId: deps.ids.uuid(), name: text }],
  });
}

async function change(
  { tools, clock }: ChangeDeps,
  tool: LtiTool,
  over: Pick<LtiTool, 'deployments'>,
): Promise<LtiTool> {
  const changed = { ...tool, ...over, updatedAt: clock.now().toISOString() };
  if ((await tools.change(changed)) === 'stale') throw new LtiChangedMeanwhile();
  return { ...changed, rev: tool.rev + 1 };
}
