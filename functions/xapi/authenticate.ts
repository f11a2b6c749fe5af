import { type AuPrincipal, anonymous, type ClientPrincipal, type Principal } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';

/** Who stands behind each kind of credential this door knows. */
export interface CredentialPorts {
  /** True for what claims to be the auth token of an AU, dead or alive; the text after `Basic `. */
  isAuToken(token: string): boolean;
  /** Undefined for a token that is unknown, replaced or dead. */
  au(token: string): Promise<AuPrincipal | undefined>;
  /** The header of an API client's Basic credentials; rejects with a DomainError for wrong ones. */
  basic(header: string): Promise<ClientPrincipal>;
  /** An OAuth 2 access token; rejects with a DomainError for a wrong one. */
  bearer(token: string): Promise<ClientPrincipal>;
}

/** Basic for AUs and API clients, Bearer for access tokens; nothing is anonymous, anything else is refused. */
export function authenticateRequest(ports: CredentialPorts): (request: Request) => Promise<Principal> {
  return async (request) => {
    const header = request.headers.get('authorization');
    if (header === null) return anonymous;
    const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(header) ?? [];
    if (/^bearer$/i.test(scheme)) return ports.bearer(credentials);
    if (!/^basic$/i.test(scheme)) throw new NotSignedIn('Send Basic or Bearer credentials.');
    if (!ports.isAuToken(credentials)) return ports.basic(header);
    const principal = await ports.au(credentials);
    if (principal) return principal;
    throw new NotSignedIn('This session token is not valid, or its session has ended; launch again.');
  };
}

/**
 * `Basic` makes a browser ask its user for a password. Content that runs in one sends an Origin or the token of its
 * session, and is told `Bearer`, which no browser reacts to.
 */
export function challengeOf(ports: Pick<CredentialPorts, 'isAuToken'>): (request: Request) => string {
  return (request) => {
    const token = /^Basic +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const fromBrowser = request.headers.has('origin') || ports.isAuToken(token);
    return fromBrowser ? 'Bearer realm="xapi"' : 'Basic realm="xapi", charset="UTF-8"';
  };
}
