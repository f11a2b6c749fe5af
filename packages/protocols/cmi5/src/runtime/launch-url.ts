import type { Agent } from '@sinau/xapi';

/** The five parameters of 8.1; an AU's own query must not use these names (8.1.0.0-6). */
export interface LaunchParameters {
  /** Base of the xAPI resources, without trailing slash. */
  readonly endpoint: string;
  /** One-time URL that answers the auth token. */
  readonly fetch: string;
  readonly actor: Agent;
  readonly registration: string;
  readonly activityId: string;
}

/**
 * The AU's URL with the launch parameters behind its own query and before its fragment. Works on text, so that URLs of
 * app schemes and hand-written queries arrive as the publisher wrote them.
 */
export function buildLaunchUrl(auUrl: string, parameters: LaunchParameters): string {
  const [address, fragment] = cut(auUrl, '#');
  const [, query] = cut(address, '?');
  const joint = query === undefined ? '?' : query === '' || query.endsWith('&') ? '' : '&';
  const pairs = [
    ['endpoint', parameters.endpoint],
    ['fetch', parameters.fetch],
    ['actor', JSON.stringify(parameters.actor)],
    ['registration', parameters.registration],
    ['activityId', parameters.activityId],
  ] as const;
  const added = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${address}${joint}${added}${fragment === undefined ? '' : `#${fragment}`}`;
}

/**
 * Path, query and fragment of an AU inside its package, from the site root. The path is made from the file's exact name
 * (`file`), because publishers write spaces and percent signs in URLs in every possible way.
 */
export function pathInPackage(au: { readonly url: string; readonly file: string }): string {
  const path = au.file.split('/').map(encodeURIComponent).join('/');
  const behind = au.url.search(/[?#]/);
  return `/${path}${behind < 0 ? '' : au.url.slice(behind)}`;
}

function cut(text: string, at: string): readonly [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}
