import type { Clock, Digest, Ids } from '@sinau/kernel';
import {
  type AuthenticationError,
  type AuthenticationRequest,
  only,
  type Parameters,
  readAuthenticationRequest,
} from '@sinau/lti';
import { openStep } from './begin-launch.ts';
import { LaunchEnded } from './errors.ts';
import { choiceSeconds, type LtiLaunch, sealPass } from './launch.ts';
import { secretBytes } from './order-launch.ts';
import type { PlatformSigner } from './platform-keys.ts';
import type { LtiLaunchStore, LtiToolStore, ToolSignsPort } from './ports.ts';
import { type TellDeps, tellLaunch } from './tell-launch.ts';
import type { LtiClientId, LtiTool } from './tool.ts';

export interface AuthenticationDeps extends TellDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly launches: Pick<LtiLaunchStore, 'find' | 'move'>;
  readonly signer: PlatformSigner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  /** @default nobody hears of it */
  readonly signs?: ToolSignsPort;
}

export type AuthenticationAnswer =
  /** Nothing may be sent anywhere (L3). */
  | { readonly outcome: 'stranger'; readonly because: 'client' | 'redirect-uri' }
  /** What the browser posts, and where to: an address that the tool has registered, to the letter. */
  | {
      readonly outcome: 'post';
      readonly redirectUri: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly toolName: string;
      /** Absent where the launch is not known. */
      readonly locale?: LtiLaunch['locale'];
    };

/**
 * Answers the authentication request of a tool (Security Framework 1.0, 5.1.1.3). `browser`: what the cookie holds. A launch is told once,
 * to the browser that began it.
 */
export async function answerAuthentication(
  deps: AuthenticationDeps,
  input: { readonly parameters: Parameters; readonly browser?: string },
): Promise<AuthenticationAnswer> {
  const tool = await deps.tools.find((only(input.parameters, 'client_id') ?? '') as LtiClientId);
  const active = tool?.status === 'active' ? tool : undefined;
  const read = readAuthenticationRequest(input.parameters, active?.redirectUris);
  if (read.outcome === 'stranger') return read;
  if (!active) return { outcome: 'stranger', because: 'client' };
  if (read.outcome === 'refused') return refusal(active, read);
  const { request } = read;
  // It asks back: whatever comes of it, its login works.
  await deps.signs?.seen(active.clientId, 'login');
  const begun = await launchOf(deps, { request, tool: active, browser: input.browser });
  if ('error' in begun) return refusal(active, { ...request, ...begun });
  const idToken = await tell(deps, { request, tool: active, launch: begun });
  // Another request with the same hint was faster.
  if (idToken === undefined) return refusal(active, { ...request, ...ended });
  await deps.signs?.seen(active.clientId, 'launch');
  const { redirectUri, state } = request;
  return {
    outcome: 'post',
    redirectUri,
    fields: { id_token: idToken, ...(state !== undefined && { state }) },
    toolName: active.name,
    locale: begun.locale,
  };
}

interface Refused {
  readonly error: AuthenticationError;
  readonly description: string;
}

const ended: Refused = {
  error: 'invalid_request',
  description: 'This launch has been used or is too old. Start again from the course.',
};
const signedOut: Refused = {
  error: 'login_required',
  description: 'This browser did not begin the launch, or does not send its cookie here.',
};

function refusal(
  tool: LtiTool,
  refused: Refused & { readonly redirectUri: string; readonly state?: string },
): AuthenticationAnswer {
  const { redirectUri, state, error, description } = refused;
  const fields = { error, error_description: description, ...(state !== undefined && { state }) };
  return { outcome: 'post', redirectUri, fields, toolName: tool.name };
}

/** The launch that this client, this browser and this user began. */
async function launchOf(
  deps: AuthenticationDeps,
  asked: {
    readonly request: AuthenticationRequest;
    readonly tool: LtiTool;
    readonly browser: string | undefined;
  },
): Promise<LtiLaunch | Refused> {
  const { request, tool, browser } = asked;
  const launch = await openStep(deps, request.messageHint, 'begun').catch((error: unknown) => {
    if (error instanceof LaunchEnded) return undefined;
    throw error;
  });
  if (browser === undefined) return signedOut;
  if (!launch || launch.clientId !== tool.clientId || launch.loginHint !== request.loginHint) return ended;
  if (launch.browserHash !== deps.digest.sha256(browser)) return signedOut;
  const isDeployed = tool.deployments.some(({ deploymentId }) => deploymentId === launch.deploymentId);
  return isDeployed ? launch : ended;
}

/** Undefined when the launch was told meanwhile. */
async function tell(
  deps: AuthenticationDeps,
  told: { readonly request: AuthenticationRequest; readonly tool: LtiTool; readonly launch: LtiLaunch },
): Promise<string | undefined> {
  const { request, tool, launch } = told;
  const secret = deps.ids.token(secretBytes);
  const now = deps.clock.now();
  const claims = await tellLaunch(deps, {
    ...{ tool, launch, nonce: request.nonce, nowSeconds: Math.floor(now.getTime() / 1000) },
    choicePass: sealPass(launch.launchId, secret),
  });
  const idToken = await deps.signer.sign(claims);
  const moved = await deps.launches.move(
    {
      ...{ ...launch, state: 'told' },
      // For a choice that the tool sends back; other launches end here.
      secretHash: deps.digest.sha256(secret),
      validUntil: new Date(now.getTime() + choiceSeconds * 1000).toISOString(),
    },
    'begun',
  );
  return moved === 'moved' ? idToken : undefined;
}
