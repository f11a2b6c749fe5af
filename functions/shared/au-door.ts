import { type AcceptDeps, authenticateAuToken, isAuToken, SessionEnded } from '@sinau/delivery';
import { type AuPrincipal, anonymous, InvalidInput, type Principal, parseStrictJson } from '@sinau/kernel';
import { AccessDenied, NotSignedIn } from '@sinau/platform/http';
import type * as z from 'zod/v4/core';

/**
 * Doors that pages of ours on content origins speak to: from any origin, without cookies. Their token is that of a cmi5
 * session; a page that is being closed can send no headers, so it may stand in the address.
 */
export const auDoorCors = {
  allowHeaders: ['Authorization', 'Content-Type', 'X-Request-Id'],
  exposeHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
} as const;

export function authenticateAu(
  deps: Pick<AcceptDeps<never>, 'registrations' | 'digest' | 'clock' | 'isAccountOpen'>,
): (request: Request) => Promise<Principal> {
  return async (request) => {
    const token = tokenOf(request);
    if (token === undefined) return anonymous;
    if (!isAuToken(token)) throw new NotSignedIn('Send the auth token of a launched session.');
    const principal = await authenticateAuToken(deps, token);
    if (principal) return principal;
    // Not 401: the page is to say that it was ended, and a browser must never ask for a password.
    throw new SessionEnded();
  };
}

export function tokenOf(request: Request): string | undefined {
  const header = request.headers.get('authorization');
  if (header !== null) return /^Basic +(\S+)$/i.exec(header)?.[1] ?? '';
  return new URL(request.url).searchParams.get('token') ?? undefined;
}

export function auOf(principal: Principal): AuPrincipal {
  if (principal.kind === 'au') return principal;
  throw new AccessDenied('Only a launched session may do this.');
}

/** Of whichever zod. */
interface Schema<Output> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Output }
    | { readonly success: false; readonly error: Pick<z.$ZodError, 'issues'> };
}

/** A page that is being closed sends `text/plain`, whatever it is: the body tells. */
export function readMessage<Output>(schema: Schema<Output>, body: string): Output {
  const json = parseStrictJson(body);
  if (!json.ok) throw new InvalidInput('The body is not usable JSON.', { issues: [json.issue] });
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('Some fields of the message are not right.', {
    issues: parsed.error.issues.map(({ path, message }) => ({
      path: `/${path.map(String).join('/')}`,
      message,
    })),
  });
}
