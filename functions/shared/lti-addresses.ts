import type { PlatformAddresses } from '@sinau/lti';

export interface LtiAddresses extends PlatformAddresses {
  readonly launch: string;
  readonly deepLinks: string;
  readonly launchReturn: string;
}

/** Where tools and browsers find what belongs to LTI; all of it on the portal's origin, which is the issuer's name. */
export function ltiAddresses(portalOrigin: string): LtiAddresses {
  const at = (path: string) => `${portalOrigin}/lti/${path}`;
  return {
    issuer: portalOrigin,
    authorization: at('authorize'),
    token: at('token'),
    jwks: at('jwks'),
    registration: at('register'),
    launch: at('launch'),
    deepLinks: at('deep-links'),
    launchReturn: at('return'),
  };
}
