/**
 * Where the AU sends the learner when it is done: a page of the portal, or its home (case F2). The origins are compared
 * as parsed, because `https://portal@evil`, `//evil` and `\\evil` all look right to a comparison of text.
 */
export function safeReturnUrl(portalOrigin: string, given: string | undefined): string {
  const home = `${portalOrigin}/`;
  if (given === undefined || !URL.canParse(given, home)) return home;
  const url = new URL(given, home);
  return url.origin === new URL(home).origin && url.username === '' && url.password === '' ? url.href : home;
}
