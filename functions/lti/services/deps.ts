import type {
  authenticateTool,
  createLineItem,
  PostScoreDeps,
  RosterDeps,
  ToolTokenDeps,
} from '@sinau/delivery/lti-services';
import type { TextBox } from '@sinau/kernel';
import type { RateLimiter } from '@sinau/platform/http';
import type { LtiAddresses } from '../../shared/lti-addresses.ts';

/** What the services that tools call are joined from. */
export type LtiServicesDeps = ToolTokenDeps &
  PostScoreDeps &
  RosterDeps &
  Parameters<typeof createLineItem>[0] &
  Parameters<typeof authenticateTool>[0] & {
    /** Seals where pages go on. */
    readonly cursors: TextBox;
    readonly addresses: Pick<LtiAddresses, 'issuer'>;
    /** Of a tool, by its access token or at the token endpoint. */
    readonly rateLimiter: RateLimiter;
  };
