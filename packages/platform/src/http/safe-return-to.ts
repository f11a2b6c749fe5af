/**
 * The path to go back to after sign-in, or `fallback`. Compares parsed origins, never prefixes, so that `//evil`,
 * `\\evil`, `https://portal.evil.example` and `https://portal@evil.example` all lead home (case F2).
 */
export function safeReturnTo(value: string | undefined, origin: string, fallback = '/'): string {
  if (!value || !URL.canParse(value, origin)) return fallback;
  const url = new URL(value, origin);
  if (url.origin !== new URL(origin).origin || url.username || url.password) return fallback;
  // A path of two slashes, given back alone, would name another host.
  if (url.pathname.startsWith('//')) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
