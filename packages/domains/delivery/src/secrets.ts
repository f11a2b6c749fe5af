import type { Digest } from '@sinau/kernel';
import { isUuid } from '@sinau/kernel';

/** A secret that names the registration it belongs to, so that one read finds its session. Only its hash is kept. */
interface Secret {
  readonly registration: string;
  readonly secret: string;
}

export const secretBytes = 32;

export const hashOf = (digest: Digest, secret: string): string => digest.sha256(secret);

/** `<registration>.<secret>`, the last path segment of a fetch URL. */
export const fetchId = ({ registration, secret }: Secret): string => `${registration}.${secret}`;

export function readFetchId(id: string): Secret | undefined {
  return split(id, '.');
}

const tokenUser = 'cmi5-';

/**
 * The auth token: base64 of `cmi5-<registration>:<secret>`, so that it is well-formed Basic credentials for clients and
 * proxies that look (RFC 7617).
 */
export const authToken = ({ registration, secret }: Secret): string =>
  encodeBase64(`${tokenUser}${registration}:${secret}`);

/** Undefined for credentials of any other kind. */
export function readAuthToken(token: string): Secret | undefined {
  const text = decodeBase64(token);
  return text?.startsWith(tokenUser) ? split(text.slice(tokenUser.length), ':') : undefined;
}

function split(text: string, at: string): Secret | undefined {
  const index = text.indexOf(at);
  const registration = text.slice(0, Math.max(0, index));
  const secret = text.slice(index + 1);
  return isUuid(registration) && secret !== ''
    ? { registration: registration.toLowerCase(), secret }
    : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** ASCII only. */
function encodeBase64(text: string): string {
  let encoded = '';
  for (let at = 0; at < text.length; at += 3) {
    const codes = [0, 1, 2].map((offset) => text.charCodeAt(at + offset) || 0);
    const bits = codes.reduce((all, code) => (all << 8) | code, 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
    const used = Math.min(3, text.length - at) + 1;
    encoded += digits.slice(0, used).padEnd(4, '=');
  }
  return encoded;
}

function decodeBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/={0,2}$/, '');
  if (!/^[A-Za-z0-9+/]{1,400}$/.test(digits)) return undefined;
  let bits = 0;
  let held = 0;
  let text = '';
  for (const digit of digits) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((bits >> held) & 0xff);
  }
  return text;
}
