import { InvalidInput } from '@sinau/kernel';
import { checkAddresses } from './check-addresses.ts';
import { LtiChangedMeanwhile, LtiNotFound } from './errors.ts';
import { contactsOf, keysOf, type ManageDeps, type ToolByHand } from './manage-tools.ts';
import { afterLeading, leadsElsewhere } from './register-tool.ts';
import { type LtiTool, type LtiToolMessage, targetOf } from './tool.ts';

/**
 * What somebody writes down anew of a tool, held to the same checks as a new one. `rev`: of the tool as it was read. One that leads elsewhere,
 * or asks for more, waits for an operator, unless an operator writes it.
 */
export async function changeToolByHand(
  deps: ManageDeps,
  input: {
    readonly before: LtiTool;
    readonly rev: number;
    readonly byOperator: boolean;
    readonly tool: ToolByHand;
  },
): Promise<LtiTool> {
  const { before, rev, byOperator } = input;
  if (before.rev !== rev) throw new LtiChangedMeanwhile();
  const { deepLinkingUri, jwksUri, publicKey, scopes, contacts, ...told } = input.tool;
  // Nothing pasted and no address: the keys that were pasted before stay.
  const isKept = jwksUri === undefined && publicKey === undefined && before.keys.kind === 'pasted';
  const keys = isKept
    ? before.keys
    : await keysOf(deps, { ...(jwksUri && { jwksUri }), ...(publicKey && { publicKey }) });
  const messages = messagesOf(before, deepLinkingUri);
  await checkAddresses(deps, { ...told, messages, ...(keys.kind === 'url' && { jwksUri: keys.jwksUri }) });
  const updatedAt = deps.clock.now().toISOString();
  const { contacts: known, ...rest } = before;
  const after = {
    ...{ ...rest, ...told, messages, keys, scopes: [...new Set(scopes)], updatedAt },
    ...contactsOf(contacts ?? known),
  };
  if (byOperator || !leadsElsewhere(before, after)) return write(deps, after);
  return write(deps, afterLeading(after));
}

/** Other kinds of messages are as the tool has registered them. */
function messagesOf(before: LtiTool, deepLinkingUri: string | undefined): readonly LtiToolMessage[] {
  const isChoice = ({ type }: LtiToolMessage) => type === 'LtiDeepLinkingRequest';
  const others = before.messages.filter((message) => !isChoice(message));
  if (deepLinkingUri === undefined) return others;
  const known = before.messages.find(isChoice);
  if (known && targetOf(before, known.type) === deepLinkingUri) return before.messages;
  const choice = { ...known, type: 'LtiDeepLinkingRequest', targetLinkUri: deepLinkingUri } as const;
  return [...others, choice];
}

/**
 * Takes a place away. Its modules can be opened no more, and what is chosen for it is not taken; results that came stay. The last one
 * stays: a tool without any can only be turned off.
 */
export async function removeDeployment(
  deps: Pick<ManageDeps, 'tools' | 'clock'>,
  tool: LtiTool,
  deploymentId: string,
): Promise<LtiTool> {
  const deployments = tool.deployments.filter((one) => one.deploymentId !== deploymentId);
  if (deployments.length === tool.deployments.length) throw new LtiNotFound('There is no such deployment.');
  if (deployments.length === 0) {
    const message = 'This is the only deployment of the tool. Add another one first, or turn the tool off.';
    throw new InvalidInput(message, { issues: [{ path: '/deploymentId', message }] });
  }
  return write(deps, { ...tool, deployments, updatedAt: deps.clock.now().toISOString() });
}

async function write({ tools }: Pick<ManageDeps, 'tools'>, tool: LtiTool): Promise<LtiTool> {
  if ((await tools.change(tool)) === 'stale') throw new LtiChangedMeanwhile();
  return { ...tool, rev: tool.rev + 1 };
}
