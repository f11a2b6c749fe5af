/**
 * The path of the portal to go back to after sign-in, or `/`. Compares parsed origins, never prefixes: `//evil`,
 * `\\evil`, `https://portal.evil.example` and `https://portal@evil.example` all lead home (case F2).
 */
export function returnPath(wanted: string | undefined, portalOrigin: string): string {
  if (!wanted || wanted.length > 2000 || !URL.canParse(wanted, portalOrigin)) return '/';
  const url = new URL(wanted, portalOrigin);
  if (url.origin !== new URL(portalOrigin).origin || url.username || url.password) return '/';
  // A path of two slashes, given back alone, would name another host.
  if (url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
