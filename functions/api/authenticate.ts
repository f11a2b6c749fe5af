import { anonymous, type ClientPrincipal, type Principal } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';

export interface ClientCredentials {
  /** The whole `Authorization: Basic` header; both reject with a DomainError for wrong credentials. */
  basic(header: string): Promise<ClientPrincipal>;
  bearer(token: string): Promise<ClientPrincipal>;
}

/** API clients alone: Basic credentials, or an access token of the client credentials grant. */
export function authenticateClientRequest(
  credentials: ClientCredentials,
): (request: Request) => Promise<Principal> {
  return async (request) => {
    const header = request.headers.get('authorization');
    if (header === null) return anonymous;
    if (/^basic /i.test(header)) return credentials.basic(header);
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    if (token === undefined) throw new NotSignedIn('Send Basic or Bearer credentials.');
    return credentials.bearer(token);
  };
}
