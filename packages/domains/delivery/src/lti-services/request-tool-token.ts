import type { Clock, Signer, ToolPrincipal } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';
import { checkAssertion, grantScopes, type TokenRefusal, type TokenRequest } from '@sinau/lti/services';
import type {
  LtiClientId,
  LtiTool,
  LtiToolStore,
  SeenMessages,
  ToolSignatures,
  ToolSignsPort,
} from '../lti/index.ts';
import { sealToolToken, toolPrincipalOf, toolTokenSeconds } from './tool-token.ts';

export interface ToolTokenDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly signatures: Pick<ToolSignatures, 'claimedClient' | 'verify'>;
  readonly seen: SeenMessages;
  readonly signer: Signer;
  readonly clock: Clock;
  /** What an assertion may be addressed to: the token URL, and the issuer. */
  readonly audiences: readonly string[];
  /** @default nobody hears of it */
  readonly signs?: ToolSignsPort;
}

export interface ToolToken {
  readonly tool: ToolPrincipal;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly ServiceScope[];
}

/** Client credentials with a signed assertion (Security Framework 1.0, 4.1). What is refused is told in OAuth's words. */
export async function requestToolToken(
  deps: ToolTokenDeps,
  request: TokenRequest,
): Promise<ToolToken | TokenRefusal> {
  const tool = await claimedTool(deps, request.assertion);
  const claims = tool && (await deps.signatures.verify(tool, request.assertion));
  // One answer for an unknown client, one that is not active, and a wrong signature.
  if (!claims) return unknownClient;
  const nowSeconds = Math.floor(deps.clock.now().getTime() / 1000);
  const { audiences } = deps;
  const checked = checkAssertion(claims, { clientId: tool.clientId, audiences, nowSeconds });
  if ('error' in checked) return checked;
  const scopes = grantScopes(request.scopes, tool.scopes);
  if ('error' in scopes) return scopes;
  const taken = await deps.seen.take({ clientId: tool.clientId, ...checked, nowSeconds });
  if (taken === 'seen') return replayed;
  await deps.signs?.seen(tool.clientId, 'token');
  const exp = nowSeconds + toolTokenSeconds;
  return {
    tool: toolPrincipalOf(tool, scopes),
    accessToken: sealToolToken(deps.signer, { client: tool.clientId, scopes, exp }),
    expiresInSeconds: toolTokenSeconds,
    scopes,
  };
}

async function claimedTool(deps: ToolTokenDeps, assertion: string): Promise<LtiTool | undefined> {
  const clientId = deps.signatures.claimedClient(assertion);
  if (clientId === undefined || clientId === '' || clientId.length > 255) return undefined;
  const tool = await deps.tools.find(clientId as LtiClientId);
  return tool?.status === 'active' ? tool : undefined;
}

const unknownClient: TokenRefusal = {
  error: 'invalid_client',
  description:
    'The client is unknown or not active, or its assertion is not signed by RS256 with a key that the tool has registered.',
};

const replayed: TokenRefusal = {
  error: 'invalid_client',
  description: 'This assertion was used before; make one with a new jti for each request.',
};
