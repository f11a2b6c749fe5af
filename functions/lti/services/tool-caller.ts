import { authenticateTool } from '@sinau/delivery/lti-services';
import { anonymous, type Principal } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';
import type { LtiServicesDeps } from './deps.ts';

export const tokenPath = '/lti/token';

/** Paths where a tool calls with its access token. */
export const isServicePath = (path: string): boolean => /^\/lti\/(ags|nrps)(\/|$)/.test(path);

export const isTokenPath = (path: string): boolean => path.replace(/\/+$/, '') === tokenPath;

/** The tool that calls a service; everywhere else nobody is known by a header. */
export async function toolCalling(
  deps: Pick<LtiServicesDeps, 'tools' | 'signer' | 'clock'>,
  request: Request,
): Promise<Principal> {
  if (!isServicePath(new URL(request.url).pathname)) return anonymous;
  const header = request.headers.get('authorization');
  if (header === null) return anonymous;
  const token = /^bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw new NotSignedIn('Send the access token as Bearer credentials.');
  return authenticateTool(deps, token);
}
