import type { FindingCode } from './finding-texts.ts';

export interface AuUrlRules {
  /** The structure came in a zip, so that relative URLs have something to be relative to. */
  readonly packaged: boolean;
  /** Names of the files in the package. */
  readonly files: ReadonlySet<string>;
  /**
   * Where an AU may live outside the package: origins (`https://host[:port]`), whole schemes (`https:`, `app:`), or `*`
   * for every scheme that a browser does not treat as code or data (case A8).
   */
  readonly allowedOrigins: readonly string[];
}

export type AuUrlReading =
  | { readonly file?: string }
  | { readonly code: FindingCode; readonly params: Readonly<Record<string, string>> };

// RFC 1738 characters with well-formed escapes; `~` as in RFC 2396. The scheme has been cut off before.
const rfc1738 =
  /^(?:[A-Za-z0-9$\-_.+!*'(),;/?:@&=~]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9$\-_.+!*'(),;/?:@&=~]|%[0-9A-Fa-f]{2})*)?$/;
const schemePattern = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const launchParameters = new Set(['endpoint', 'fetch', 'actor', 'registration', 'activityId']);
const neverAllowed = new Set([
  'javascript',
  'data',
  'vbscript',
  'blob',
  'file',
  'filesystem',
  'about',
  'view-source',
]);

/** Checks the trimmed `url` of an AU by 13.1.4, 14.1, 14.2 and 8.1; a relative one is resolved to its file. */
export function readAuUrl(url: string, rules: AuUrlRules): AuUrlReading {
  const scheme = schemePattern.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && neverAllowed.has(scheme)) return { code: 'url.scheme', params: { scheme } };
  const rest = scheme === undefined ? url : url.slice(scheme.length + 1);
  if (url === '' || !rfc1738.test(rest)) return { code: 'url.syntax', params: { value: url } };
  const taken = takenParameter(url);
  if (taken) return { code: 'url.parameter-taken', params: { parameter: taken } };
  return scheme === undefined ? readRelative(url, rules) : readAbsolute({ url, scheme, rest }, rules);
}

function readAbsolute(
  parts: { readonly url: string; readonly scheme: string; readonly rest: string },
  { allowedOrigins }: AuUrlRules,
): AuUrlReading {
  const { url, scheme, rest } = parts;
  if (!/^\/\/[^/?#]/.test(rest) || !URL.canParse(url)) return { code: 'url.syntax', params: { value: url } };
  const parsed = new URL(url);
  const web = scheme === 'http' || scheme === 'https';
  // A name and password before the host disguise where the address leads.
  if (parsed.username || parsed.password) return { code: 'url.origin', params: { origin: parsed.host } };
  const wanted = web ? parsed.origin : `${scheme}:`;
  if (['*', `${scheme}:`, wanted].some((allowed) => allowedOrigins.includes(allowed))) return {};
  return web
    ? { code: 'url.origin', params: { origin: wanted } }
    : { code: 'url.scheme', params: { scheme } };
}

function readRelative(url: string, { packaged, files }: AuUrlRules): AuUrlReading {
  if (!packaged) return { code: 'url.relative-without-zip', params: { value: url } };
  if (url.startsWith('//')) return { code: 'url.syntax', params: { value: url } };
  const path = decodeEscapes(/^[^?#]*/.exec(url)?.[0] ?? '');
  if (path === undefined) return { code: 'url.syntax', params: { value: url } };
  const steps: string[] = [];
  for (const step of path.split(/[/\\]/)) {
    if (step === '..') {
      if (steps.pop() === undefined) return { code: 'url.outside-package', params: { value: url } };
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  const file = steps.join('/');
  return files.has(file) ? { file } : { code: 'url.file-missing', params: { value: file || url } };
}

function takenParameter(url: string): string | undefined {
  const query = /\?([^#]*)/.exec(url)?.[1];
  if (!query) return undefined;
  return [...new URLSearchParams(query).keys()].find((name) => launchParameters.has(name));
}

function decodeEscapes(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
