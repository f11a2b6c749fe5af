import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Parameters } from '@sinau/lti';
import { authenticationUrl, readToolLogin, type ToolLogin } from '@sinau/lti/tool';
import { LaunchRefused } from './errors.ts';
import type { ForeignPlatform } from './platform.ts';
import type { ForeignPlatformStore, ToolVisitStore } from './ports.ts';
import { askedSeconds, sealVisit, secretBytes } from './visit.ts';

export interface LoginDeps {
  readonly platforms: Pick<ForeignPlatformStore, 'findAt' | 'listAt'>;
  readonly visits: Pick<ToolVisitStore, 'add'>;
  /** The only address that an answer comes back to. */
  readonly redirectUri: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

const browserPattern = /^[\w-]{20,100}$/;

/**
 * A platform begins a launch. `browser`: what the cookie of an earlier one holds; it is kept, so that two quick launches of one browser both
 * work (case E5). Rejects with `LaunchRefused`.
 */
export async function beginLogin(
  deps: LoginDeps,
  input: { readonly parameters: Parameters; readonly browser?: string },
): Promise<{ readonly url: string; readonly browser: string }> {
  const login = readToolLogin(input.parameters);
  if ('wrong' in login) throw new LaunchRefused('message', login.wrong);
  const platform = await platformOf(deps, login);
  const kept = input.browser !== undefined && browserPattern.test(input.browser);
  const browser = kept && input.browser !== undefined ? input.browser : deps.ids.token(secretBytes);
  const [visitId, secret, nonce] = [
    deps.ids.uuid(),
    deps.ids.token(secretBytes),
    deps.ids.token(secretBytes),
  ];
  await deps.visits.add({
    ...{ visitId, platformId: platform.platformId, state: 'asked', nonce },
    validUntil: new Date(deps.clock.now().getTime() + askedSeconds * 1000).toISOString(),
    secretHash: deps.digest.sha256(secret),
    browserHash: deps.digest.sha256(browser),
  });
  const { clientId, authorizationUrl } = platform;
  const { redirectUri } = deps;
  const state = sealVisit(visitId, secret);
  return {
    url: authenticationUrl(authorizationUrl, { ...login, clientId, redirectUri, state, nonce }),
    browser,
  };
}

async function platformOf({ platforms }: LoginDeps, login: ToolLogin): Promise<ForeignPlatform> {
  const { issuer, clientId } = login;
  const platform =
    clientId === undefined
      ? withoutClient(await platforms.listAt(issuer), login)
      : await platforms.findAt(issuer, clientId);
  if (!platform) throw new LaunchRefused('unknown-platform', 'iss, client_id: are not registered here.');
  refuseUnready(platform);
  return platform;
}

/**
 * Some say no client. One that waits or was turned off stands in nobody's way, and of several the deployment says which is meant. A wrong
 * guess opens nothing: the message that follows must be signed by the platform that was asked.
 */
function withoutClient(
  found: readonly ForeignPlatform[],
  { deploymentId }: ToolLogin,
): ForeignPlatform | undefined {
  const active = found.filter(({ status }) => status === 'active');
  const named = active.filter(({ deployments }) => deployments.some((one) => one === deploymentId));
  const [platform, other] = named.length > 0 ? named : active;
  if (!other) return platform ?? found[0];
  throw new LaunchRefused(
    'ambiguous-platform',
    'client_id: is missing, and more than one registration here has this issuer. Send client_id, or lti_deployment_id of one of them.',
  );
}

export function refuseUnready({ status }: ForeignPlatform): void {
  if (status === 'active') return;
  const why = status === 'waiting' ? 'waits for its owner to confirm it.' : 'was turned off by its owner.';
  throw new LaunchRefused('not-ready', `This registration ${why}`);
}
