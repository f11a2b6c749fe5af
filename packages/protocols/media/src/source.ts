/** The longest name or address that is taken, in characters. */
export const maxSourceLength = 2048;

/** True for an absolute https URL without credentials: the only addresses outside its package that a module may have. */
export function isWebAddress(source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { protocol, username, password, hostname } = new URL(source);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}

/** Endings of names that no public name server answers for. */
const privateEndings = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'home.arpa',
];

/**
 * True for a web address whose host has a name of the public internet: learners everywhere shall reach it, and no author shall
 * point browsers at machines beside them. Judged by the name alone. An IP address is no name, however it is written: a URL
 * has it in its plain form (case F3).
 */
export function isPublicWebAddress(source: string): boolean {
  if (!isWebAddress(source)) return false;
  const host = new URL(source).hostname.replace(/\.$/, '');
  // The last label of an IPv4 address is a number; an IPv6 address stands in brackets.
  if (!/^[^[\]]+\.(?=[^.]*[^.\d])[^.]+$/.test(host)) return false;
  return !privateEndings.some((ending) => host === ending || host.endsWith(`.${ending}`));
}

/** True for the name of a file in a package: relative, forward slashes, and no reading of it leaves the package. */
export function isPackagePath(source: string): boolean {
  const segments = source.split('/');
  return segments.every((name) => isFileName(name)) && !/^[a-z][a-z\d+.-]*:/i.test(source);
}

function isFileName(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    name.isWellFormed() &&
    !name.includes('\\') &&
    !hasControl(name)
  );
}

function hasControl(text: string): boolean {
  return [...text].some((sign) => sign < ' ' || sign === '\u007f');
}

/**
 * Where a page on the content origin of the package finds `source`: from the root of the origin for a file (its exact name, which
 * may hold spaces, percent and question marks), unchanged for an address.
 */
export function addressOf(source: string): string {
  return isWebAddress(source) ? source : `/${source.split('/').map(encodeURIComponent).join('/')}`;
}
