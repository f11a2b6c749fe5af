import type { GuestStore, LaunchDeps } from '@sinau/delivery';
import type { DispatchCoursePort, DispatchStore } from '@sinau/dispatch';
import type { Clock, Ids, Signer } from '@sinau/kernel';
import type { RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';

export interface DispatchAppDeps extends Pick<LaunchDeps, 'content' | 'registrations' | 'entitlements'> {
  readonly dispatches: DispatchStore;
  readonly courses: DispatchCoursePort;
  readonly guests: GuestStore;
  readonly signer: Signer;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Origin of the portal, where the learner's window goes. */
  readonly portalOrigin: string;
  /** Home page of the accounts of this deployment. */
  readonly issuer: string;
}
