import type { ToolAddresses } from '@sinau/lti/tool';

/** Says that a browser is the one that a launch began in; `__Host-`: this host alone, over TLS. */
export const toolCookie = '__Host-sinau-tool';

export interface OwnToolAddresses extends ToolAddresses {
  /** Courses are behind it, by their id. */
  readonly courses: string;
  readonly register: string;
  readonly canvas: string;
}

/** Where learning systems of others find us as their tool; all of it on the portal's origin. */
export function ltiToolAddresses(portalOrigin: string): OwnToolAddresses {
  const at = (path: string) => `${portalOrigin}/tool/${path}`;
  return {
    login: at('login'),
    launch: at('launch'),
    choose: at('choose'),
    jwks: at('jwks'),
    courses: at('courses'),
    register: at('register'),
    canvas: at('canvas.json'),
  };
}
