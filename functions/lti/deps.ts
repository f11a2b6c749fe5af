import type { PlatformKeyDeps, PlatformSigner } from '@sinau/delivery/lti';
import type { RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { LtiAddresses } from '../shared/lti-addresses.ts';
import type { LtiServicesDeps } from './services/deps.ts';

/** What the doors of LTI are joined from. */
export interface LtiAppDeps extends Pick<PlatformKeyDeps, 'clock' | 'ids'> {
  readonly signer: PlatformSigner;
  readonly addresses: LtiAddresses;
  readonly rateLimiter: RateLimiter;
  readonly services: LtiServicesDeps;
  readonly log: Log;
}
