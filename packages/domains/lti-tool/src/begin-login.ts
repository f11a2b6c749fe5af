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

/** Some say no client: then one alone may be registered of the issuer. */
async function platformOf({ platforms }: LoginDeps, login: ToolLogin): Promise<ForeignPlatform> {
  const { issuer, clientId } = login;
  const found =
    clientId === undefined ? await platforms.listAt(issuer) : [await platforms.findAt(issuer, clientId)];
  const [platform, other] = found;
  if (!platform || other)
    throw new LaunchRefused('unknown-platform', 'iss, client_id: are not registered here.');
  refuseUnready(platform);
  return platform;
}

export function refuseUnready({ status }: ForeignPlatform): void {
  if (status === 'active') return;
  const why = status === 'waiting' ? 'waits for its owner to confirm it.' : 'was turned off by its owner.';
  throw new LaunchRefused('not-ready', `This registration ${why}`);
}
