import { CrossOrigin } from './errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that a page of another origin sent (CSRF, case F6). Every current browser sends Origin on
 * them; `null`, look-alikes and uploaded content's own origins never equal ours. A request with neither header does
 * not come from a browser, so it carries no victim's cookie.
 */
export function refuseCrossOrigin(request: Request, ownOrigin: string): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign =
    origin === null ? site !== null && site !== 'same-origin' && site !== 'none' : origin !== ownOrigin;
  if (foreign) throw new CrossOrigin('This request came from a page of another site.');
}
