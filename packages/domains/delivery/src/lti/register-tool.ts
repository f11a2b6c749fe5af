import { type Clock, type Digest, type Ids, InvalidInput, type ProviderId } from '@sinau/kernel';
import { readRegistration, type ToolMetadata } from '@sinau/lti';
import { checkAddresses } from './check-addresses.ts';
import { withoutReturn } from './decide-tool.ts';
import { LtiChangedMeanwhile, LtiTooMany, RegistrationRefused, RegistrationTokenInvalid } from './errors.ts';
import type { AddressCheck, LtiToolStore, RegistrationTokenStore } from './ports.ts';
import type { RegistrationToken } from './registration-token.ts';
import type { LtiClientId, LtiTool, LtiToolKeys } from './tool.ts';

export interface RegisterDeps {
  readonly tools: LtiToolStore;
  readonly registrationTokens: RegistrationTokenStore;
  readonly addressCheck: AddressCheck;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

/** More tools than a provider has use for. */
const mostTools = 100;

/** A tool registers itself with a token that somebody of its provider made (Dynamic Registration 1.0, 3.5). */
export async function registerTool(
  deps: RegisterDeps,
  input: { readonly token: string; readonly body: unknown },
): Promise<LtiTool> {
  const token = await validToken(deps, input.token);
  if (token.clientId !== undefined) throw new RegistrationTokenInvalid();
  const metadata = await readMetadata(deps, input.body);
  await refuseTooMany(deps, token.providerId);
  const tool = toolOf(deps, metadata, {
    providerId: token.providerId,
    registeredBy: token.madeBy,
    status: token.approved ? 'active' : 'pending',
  });
  const outcome = await deps.registrationTokens.spend(token.tokenHash, tool);
  if (outcome === 'spent') throw new RegistrationTokenInvalid();
  return tool;
}

/** A tool registers itself with the access token of a machine of the platform. It waits for its approval like any other (R5). */
export async function registerToolAsOperator(
  deps: RegisterDeps,
  input: { readonly providerId: ProviderId; readonly registeredBy: string; readonly body: unknown },
): Promise<LtiTool> {
  const { providerId, registeredBy } = input;
  const metadata = await readMetadata(deps, input.body);
  await refuseTooMany(deps, providerId);
  const tool = toolOf(deps, metadata, { providerId, registeredBy, status: 'pending' });
  await deps.tools.add(tool);
  return tool;
}

/** A tool, or the token it registered with, reads its registration again. */
export async function readRegistered(
  deps: RegisterDeps,
  input: { readonly token: string; readonly clientId: string },
): Promise<LtiTool> {
  const { clientId } = await validToken(deps, input.token);
  const tool = clientId === input.clientId ? await deps.tools.find(clientId as LtiClientId) : undefined;
  if (!tool) throw new RegistrationTokenInvalid();
  return tool;
}

/** A tool says anew what it is. Whatever an operator has approved of is looked at again when it leads elsewhere. */
export async function updateRegistered(
  deps: RegisterDeps,
  input: { readonly token: string; readonly clientId: string; readonly body: unknown },
): Promise<LtiTool> {
  const before = await readRegistered(deps, input);
  const metadata = await readMetadata(deps, input.body);
  const told = toldBy(metadata);
  // Left out is taken back; the rest was never the tool's to say.
  const { description: _d, logoUri: _l, contacts: _c, domain: _h, ...kept } = before;
  const said = { ...kept, ...told, updatedAt: deps.clock.now().toISOString() };
  const after = leadsElsewhere(before, said) ? afterLeading(said) : said;
  const outcome = await deps.tools.change(after);
  if (outcome === 'stale') throw new LtiChangedMeanwhile();
  return { ...after, rev: before.rev + 1 };
}

async function validToken(deps: RegisterDeps, token: string): Promise<RegistrationToken> {
  const found = await deps.registrationTokens.find(deps.digest.sha256(token));
  if (!found || Date.parse(found.validUntil) <= deps.clock.now().getTime())
    throw new RegistrationTokenInvalid();
  return found;
}

async function readMetadata(deps: RegisterDeps, body: unknown): Promise<ToolMetadata> {
  const read = readRegistration(body);
  if ('refusal' in read) throw new RegistrationRefused(read.refusal);
  await checkAddresses(deps, read.metadata).catch((error: unknown) => {
    if (!(error instanceof InvalidInput)) throw error;
    const isRedirect = error.message.startsWith('redirect_uris');
    throw new RegistrationRefused({
      error: isRedirect ? 'invalid_redirect_uri' : 'invalid_client_metadata',
      description: error.message,
    });
  });
  return read.metadata;
}

export async function refuseTooMany(
  deps: Pick<RegisterDeps, 'tools'>,
  providerId: ProviderId,
): Promise<void> {
  if ((await deps.tools.listOf(providerId)).length < mostTools) return;
  throw new LtiTooMany(`A provider has at most ${mostTools} tools. Go on with one that is there.`);
}

type Told = Omit<
  LtiTool,
  | 'decision'
  | 'clientId'
  | 'providerId'
  | 'status'
  | 'deployments'
  | 'registeredBy'
  | 'createdAt'
  | 'updatedAt'
  | 'rev'
>;

function toldBy({ jwksUri, claims: wishes, ...metadata }: ToolMetadata): Told {
  return { ...metadata, wishes, keys: { kind: 'url', jwksUri } };
}

function toolOf(
  deps: RegisterDeps,
  metadata: ToolMetadata,
  by: Pick<LtiTool, 'providerId' | 'registeredBy' | 'status'>,
): LtiTool {
  return newTool(deps, { ...toldBy(metadata), ...by });
}

/** With a client id and a first deployment of its own. */
export function newTool(
  deps: Pick<RegisterDeps, 'clock' | 'ids'>,
  tool: Told & Pick<LtiTool, 'providerId' | 'registeredBy' | 'status'>,
): LtiTool {
  const at = deps.clock.now().toISOString();
  const clientId = deps.ids.uuid() as LtiClientId;
  const deployments = [{ deploymentId: deps.ids.uuid(), name: tool.name }];
  return { ...tool, clientId, deployments, createdAt: at, updatedAt: at, rev: 0 };
}

/** What an operator looks at: where people are sent, whose keys count, and what may be asked. */
export function leadsElsewhere(before: LtiTool, after: LtiTool): boolean {
  const looked = ({ initiateLoginUri, redirectUris, targetLinkUri, messages, keys }: LtiTool) =>
    JSON.stringify([
      initiateLoginUri,
      [...redirectUris].sort(),
      targetLinkUri,
      messages.map(leadOf).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      keyOf(keys),
    ]);
  const grown = after.scopes.some((scope) => !before.scopes.includes(scope));
  return grown || looked(before) !== looked(after);
}

/** What nobody has looked at waits, and does not come back by itself. */
export function afterLeading({ decision, ...tool }: LtiTool): LtiTool {
  return {
    ...tool,
    ...(tool.status === 'active' && { status: 'pending' }),
    ...(decision && { decision: withoutReturn(decision) }),
  };
}

const leadOf = ({ type, targetLinkUri }: LtiTool['messages'][number]) => [type, targetLinkUri];
const keyOf = (keys: LtiToolKeys) => (keys.kind === 'url' ? keys.jwksUri : keys.keys);
