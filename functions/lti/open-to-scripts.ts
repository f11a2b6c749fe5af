import { applyCors } from '@sinau/platform/http';

/**
 * What scripts of a tool's own page may ask from the browser: what the platform says of itself, its keys, and the registration, since the
 * page that registers a tool (Dynamic Registration 1.0, 3.3) may be one without a server behind it. None of these knows a cookie.
 */
const addresses = /^\/(?:\.well-known\/openid-configuration|lti\/jwks|lti\/register(?:\/[^/]+)?)\/?$/;

export function openToScripts(headers: Headers, path: string): void {
  if (!addresses.test(path)) return;
  applyCors(headers, {
    allowHeaders: ['authorization', 'content-type', 'accept'],
    exposeHeaders: ['www-authenticate', 'retry-after'],
  });
}
