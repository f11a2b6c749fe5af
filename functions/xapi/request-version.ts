import { InvalidInput } from '@sinau/kernel';
import { answerVersion, parseRequestVersion, type XapiVersion } from '@sinau/xapi';

export const versionHeader = 'x-experience-api-version';

/** Version of a request; every resource but About needs the header. */
export function requireVersion(request: { header(name: string): string | undefined }): XapiVersion {
  const version = parseRequestVersion(request.header(versionHeader));
  if (version) return version;
  const message = 'Send the header X-Experience-API-Version with 1.0.3 or 2.0.0.';
  throw new InvalidInput(message, { issues: [{ path: '', message, requirement: 'XAPI-00331' }] });
}

/** What stands in the answer's version header. */
export function versionOfAnswer(request: Request): string {
  const version = parseRequestVersion(request.headers.get(versionHeader));
  const about = new URL(request.url).pathname.endsWith('/about');
  return about && version === undefined ? '2.0.0' : answerVersion(version);
}
