import type { Clock, Digest, Ids } from '@sinau/kernel';
import { readToolMessage, type ToolMessage } from '@sinau/lti/tool';
import { refuseUnready } from './begin-login.ts';
import { LaunchRefused } from './errors.ts';
import type { ForeignPlatform } from './platform.ts';
import type { ForeignPlatformStore, PlatformSignatures, ToolVisitStore } from './ports.ts';
import {
  choosingSeconds,
  linkingSeconds,
  openVisit,
  refuseOtherBrowser,
  sealVisit,
  secretBytes,
  type ToolVisit,
} from './visit.ts';

export interface MessageDeps {
  readonly platforms: Pick<ForeignPlatformStore, 'find' | 'change' | 'noteLaunch'>;
  readonly visits: Pick<ToolVisitStore, 'find' | 'move'>;
  readonly signatures: PlatformSignatures;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

export interface TakenMessage {
  readonly platform: ForeignPlatform;
  readonly visit: ToolVisit;
  readonly message: ToolMessage;
  /** Goes on with the visit. */
  readonly pass: string;
}

/**
 * The platform answers: its message counts once, in the browser that it was asked for in. `said`: what it says went wrong, in the place of a
 * message; told to whoever asked and to nobody else. Rejects with `LaunchRefused`.
 */
export async function takeMessage(
  deps: MessageDeps,
  input: {
    readonly state: string;
    readonly idToken: string;
    readonly browser?: string;
    readonly said?: string;
  },
): Promise<TakenMessage> {
  const visit = await openVisit(deps, input.state, 'asked');
  refuseOtherBrowser(deps, visit, input.browser);
  if (input.said !== undefined) throw new LaunchRefused('told', input.said);
  const platform = await deps.platforms.find(visit.platformId);
  if (!platform) throw new LaunchRefused('unknown-platform', 'This registration was removed.');
  refuseUnready(platform);
  const message = await messageIn(deps, { platform, visit, idToken: input.idToken });
  await refuseStrangeDeployment(deps, platform, message);
  const secret = deps.ids.token(secretBytes);
  const seconds = message.kind === 'choice' ? choosingSeconds : linkingSeconds;
  const told: ToolVisit = {
    ...{ ...visit, state: 'told', message, secretHash: deps.digest.sha256(secret) },
    validUntil: new Date(deps.clock.now().getTime() + seconds * 1000).toISOString(),
  };
  if ((await deps.visits.move(told, 'asked')) === 'elsewhere') {
    throw new LaunchRefused('ended', 'state: was used.');
  }
  await deps.platforms.noteLaunch(platform.platformId, deps.clock.now().toISOString());
  return { platform, visit: told, message, pass: sealVisit(visit.visitId, secret) };
}

async function messageIn(
  deps: MessageDeps,
  given: { readonly platform: ForeignPlatform; readonly visit: ToolVisit; readonly idToken: string },
): Promise<ToolMessage> {
  const { platform, visit, idToken } = given;
  const claims = await deps.signatures.verify(platform, idToken);
  if (!claims) throw new LaunchRefused('message', 'id_token: not signed by a key of this platform (RS256).');
  const message = readToolMessage(claims, {
    ...{ issuer: platform.issuer, clientId: platform.clientId, nonce: visit.nonce },
    nowSeconds: Math.floor(deps.clock.now().getTime() / 1000),
  });
  if ('wrong' in message) throw new LaunchRefused('message', `id_token: ${message.wrong}`);
  return message;
}

/**
 * A platform that named no deployment when it was registered has the one of its first launch: the signature says that it is its own. Every
 * other one is noted, so that the owner may let it in.
 */
async function refuseStrangeDeployment(
  deps: MessageDeps,
  platform: ForeignPlatform,
  { deploymentId }: ToolMessage,
): Promise<void> {
  const { deployments, strangeDeployment } = platform;
  if (deployments.includes(deploymentId)) return;
  if (deployments.length === 0) {
    const outcome = await deps.platforms.change({ ...platform, deployments: [deploymentId] });
    if (outcome === 'changed') return;
    const now = await deps.platforms.find(platform.platformId);
    if (now?.deployments.includes(deploymentId)) return;
  } else if (strangeDeployment !== deploymentId) {
    // Whoever writes at the same time is right; the next launch notes it again.
    await deps.platforms.change({ ...platform, strangeDeployment: deploymentId });
  }
  throw new LaunchRefused('deployment', `deployment_id: ${deploymentId} is not one of this registration.`);
}
