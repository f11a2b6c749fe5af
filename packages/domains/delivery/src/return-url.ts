import { InvalidInput } from '@sinau/kernel';

/**
 * Where the AU sends the learner when it is done: a page of the portal, or its home (case F2). The origins are compared
 * as parsed, because `https://portal@evil`, `//evil` and `\\evil` all look right to a comparison of text.
 */
export function safeReturnUrl(portalOrigin: string, given: string | undefined): string {
  const home = `${portalOrigin}/`;
  if (given === undefined || !URL.canParse(given, home)) return home;
  const url = new URL(given, home);
  return url.origin === new URL(home).origin && !hasCredentials(url) ? url.href : home;
}

/**
 * Where a guest goes back to: any page of another system, as its absolute https address. Only machines of the platform
 * launch guests, and they speak for many systems, so there is no list of hosts to compare with. What is no such address
 * is undefined. A portal on this machine takes pages of this machine too.
 */
export function guestReturnUrl(portalOrigin: string, given: string): string | undefined {
  // Parsers forgive what people misread: spaces and line breaks, backslashes, a missing slash.
  if (!/^https?:\/\/[^/\\\s]/i.test(given) || hasControlsOrSpaces(given)) return undefined;
  if (given.includes('\\') || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  const secure = url.protocol === 'https:';
  const local = isLoopback(new URL(portalOrigin).hostname) && isLoopback(url.hostname);
  return (secure || local) && !hasCredentials(url) ? url.href : undefined;
}

/** Absent is the portal's home; what is no address to go back to is `InvalidInput`. */
export function returnUrlOfGuest(portalOrigin: string, given: string | undefined): string {
  if (given === undefined) return `${portalOrigin}/`;
  const url = guestReturnUrl(portalOrigin, given);
  if (url !== undefined) return url;
  const message = 'has to be an absolute https address without a user name or password';
  throw new InvalidInput('The learner cannot be sent back to this address.', {
    issues: [{ path: '/returnUrl', message }],
  });
}

const hasCredentials = ({ username, password }: URL) => username !== '' || password !== '';

function hasControlsOrSpaces(text: string): boolean {
  return [...text].some((character) => character <= ' ' || character === '\u007f');
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
