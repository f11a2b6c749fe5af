import type {
  AuthenticationDeps,
  BeginDeps,
  ChoiceDeps,
  PlatformKeyDeps,
  PlatformSigner,
  RegisterDeps,
} from '@sinau/delivery/lti';
import type { ProviderId } from '@sinau/kernel';
import type { RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { ClientCredentials } from '../shared/client-credentials.ts';
import type { LtiAddresses } from '../shared/lti-addresses.ts';
import type { LtiServicesDeps } from './services/deps.ts';

/** What the doors of LTI are joined from. */
export interface LtiAppDeps extends Pick<PlatformKeyDeps, 'clock' | 'ids'> {
  readonly signer: PlatformSigner;
  readonly addresses: LtiAddresses;
  readonly launching: BeginDeps & AuthenticationDeps & ChoiceDeps;
  readonly registering: RegisterDeps;
  /** Machines of the platform that register tools without a token of registration. */
  readonly registrars: {
    readonly clients: Pick<ClientCredentials, 'bearer'>;
    /** Whose tools are that name no provider. */
    readonly defaultProvider: ProviderId | undefined;
    readonly providerExists: (providerId: ProviderId) => Promise<boolean>;
  };
  readonly rateLimiter: RateLimiter;
  readonly services: LtiServicesDeps;
  readonly log: Log;
}
