import { anonymous, type Principal } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';
import type { ClientCredentials } from './client-credentials.ts';

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
