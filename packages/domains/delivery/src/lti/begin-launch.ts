import type { Clock, Digest, Ids } from '@sinau/kernel';
import { loginInitiationUrl } from '@sinau/lti';
import { LaunchEnded, ToolNotReady } from './errors.ts';
import { type LtiLaunch, loginSeconds, openPass, sealPass } from './launch.ts';
import { secretBytes } from './order-launch.ts';
import type { LtiLaunchStore, LtiToolStore, ToolSignsPort } from './ports.ts';
import { type LtiTool, ownTargetOf, targetOf } from './tool.ts';

export interface BeginDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly launches: Pick<LtiLaunchStore, 'find' | 'move'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  /** `iss`, to the letter. */
  readonly issuer: string;
  /** @default nobody hears of it */
  readonly signs?: ToolSignsPort;
}

const browserPattern = /^[\w-]{20,100}$/;

/**
 * Trades a ticket for the way to the tool. `browser`: what the cookie of an earlier launch holds; it is kept, so that two quick launches
 * of one browser both work (case E5).
 */
export async function beginLaunch(
  deps: BeginDeps,
  input: { readonly ticket: string; readonly browser?: string },
): Promise<{ readonly url: string; readonly browser: string }> {
  const launch = await openStep(deps, input.ticket, 'ordered');
  const tool = await deps.tools.find(launch.clientId);
  if (tool?.status !== 'active')
    throw new ToolNotReady('This tool was turned off. Ask who looks after the course.');
  const browser =
    input.browser !== undefined && browserPattern.test(input.browser)
      ? input.browser
      : deps.ids.token(secretBytes);
  const secret = deps.ids.token(secretBytes);
  const loginHint = deps.ids.token(secretBytes);
  const moved = await deps.launches.move(
    {
      ...{ ...launch, state: 'begun', loginHint },
      browserHash: deps.digest.sha256(browser),
      secretHash: deps.digest.sha256(secret),
      validUntil: new Date(deps.clock.now().getTime() + loginSeconds * 1000).toISOString(),
    },
    'ordered',
  );
  if (moved === 'elsewhere') throw new LaunchEnded();
  const { clientId, deploymentId, launchId } = launch;
  await deps.signs?.led(clientId);
  const messageHint = sealPass(launchId, secret);
  const url = loginInitiationUrl(tool.initiateLoginUri, {
    ...{ issuer: deps.issuer, clientId, deploymentId, loginHint, messageHint },
    targetLinkUri: targetLinkOf(tool, launch),
    keepsForFrame: launch.target === 'iframe',
  });
  return { url, browser };
}

/**
 * What the link says, or what the tool said for this kind of message. Of a review: what the line item says of it, then the tool, then where
 * the link leads to (Submission Review 1.0).
 */
export function targetLinkOf(tool: LtiTool, { message, link }: Pick<LtiLaunch, 'message' | 'link'>): string {
  const own = link?.placement.url;
  if (message === 'LtiResourceLinkRequest') return own ?? targetOf(tool, message);
  if (message !== 'LtiSubmissionReviewRequest') return targetOf(tool, message);
  const { url } = link?.placement.lineItem?.submissionReview ?? {};
  return url ?? ownTargetOf(tool, message) ?? own ?? tool.targetLinkUri;
}

/** The launch whose step this is. Rejects with `LaunchEnded` for a pass that is unknown, used or too old. */
export async function openStep(
  deps: {
    readonly launches: Pick<LtiLaunchStore, 'find'>;
    readonly clock: Clock;
    readonly digest: Digest;
  },
  pass: string,
  ...states: readonly LtiLaunch['state'][]
): Promise<LtiLaunch> {
  const opened = openPass(pass);
  const launch = opened && (await deps.launches.find(opened.launchId));
  const isNow =
    launch &&
    states.includes(launch.state) &&
    launch.secretHash === deps.digest.sha256(opened.secret) &&
    Date.parse(launch.validUntil) > deps.clock.now().getTime();
  if (!isNow) throw new LaunchEnded();
  return launch;
}
