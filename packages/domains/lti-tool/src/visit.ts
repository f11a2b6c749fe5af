import type { Clock, Digest } from '@sinau/kernel';
import type { ToolMessage } from '@sinau/lti/tool';
import { LaunchRefused } from './errors.ts';
import type { ForeignPlatformId } from './platform.ts';
import type { ToolVisitStore } from './ports.ts';

/** Seconds in which the platform must answer; somebody may have to sign in over there first. */
export const askedSeconds = 600;
/** Seconds in which somebody may sign in here and link the accounts. */
export const linkingSeconds = 1800;
/** Seconds in which somebody may choose courses. */
export const choosingSeconds = 4 * 3600;
export const secretBytes = 32;

/**
 * One way from a platform to us. Each step happens once, and brings a secret of its own: `asked` (the browser was sent back with a state) →
 * `told` (a message came, and waits for its person or their choice) → `done`. Times are ISO 8601 UTC.
 */
export interface ToolVisit {
  readonly visitId: string;
  readonly platformId: ForeignPlatformId;
  readonly state: 'asked' | 'told' | 'done';
  /** The next step must come before. */
  readonly validUntil: string;
  /** SHA-256 of the secret that the next step must bring. */
  readonly secretHash: string;
  /** SHA-256 of what the browser keeps in its cookie. */
  readonly browserHash: string;
  readonly nonce: string;
  /** From `told` on. */
  readonly message?: ToolMessage;
}

/** Travels through browsers: which visit, and the secret of its next step. */
export const sealVisit = (visitId: string, secret: string): string => `${visitId}.${secret}`;

export function readVisitPass(
  pass: string,
): { readonly visitId: string; readonly secret: string } | undefined {
  const found = /^([\da-f-]{36})\.([\w-]{20,200})$/.exec(pass);
  return found?.[1] && found[2] ? { visitId: found[1], secret: found[2] } : undefined;
}

export interface OpenVisitDeps {
  readonly visits: Pick<ToolVisitStore, 'find'>;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** The visit whose step this is. Rejects with `LaunchRefused`, `ended`, for a pass that is unknown, used or too old. */
export async function openVisit(
  deps: OpenVisitDeps,
  pass: string,
  state: ToolVisit['state'],
): Promise<ToolVisit> {
  const read = readVisitPass(pass);
  const visit = read && (await deps.visits.find(read.visitId));
  const isNow =
    visit?.state === state &&
    visit.secretHash === deps.digest.sha256(read?.secret ?? '') &&
    Date.parse(visit.validUntil) > deps.clock.now().getTime();
  if (!visit || !isNow) throw new LaunchRefused('ended', 'state: is unknown, was used, or is too old.');
  return visit;
}

/** Somebody else's browser goes no further: what one person began, no other is led into. */
export function refuseOtherBrowser(
  { digest }: Pick<OpenVisitDeps, 'digest'>,
  visit: ToolVisit,
  browser: string | undefined,
): void {
  if (browser !== undefined && digest.sha256(browser) === visit.browserHash) return;
  const missing =
    browser === undefined ? 'the cookie of the login did not come along.' : 'begun in another browser.';
  throw new LaunchRefused('browser', `state: ${missing}`);
}
