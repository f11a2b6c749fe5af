import type { Signer } from './crypto.ts';

/**
 * A page token is `<payload>.<signature>`: base64url JSON bound to a purpose (route and caller), so that a token of
 * one caller or filter is refused for another. It holds state, never a secret.
 */
export function sealPageToken(signer: Signer, purpose: string, state: unknown): string {
  const payload = toBase64Url(JSON.stringify(state));
  return `${payload}.${signer.sign(purpose, payload)}`;
}

/** The state, or undefined when the token is malformed, altered or sealed for another purpose. */
export function openPageToken(signer: Signer, purpose: string, token: string): unknown {
  const [payload, signature, ...rest] = token.split('.');
  if (!payload || !signature || rest.length > 0) return undefined;
  if (!signer.verify(purpose, payload, signature)) return undefined;
  try {
    return JSON.parse(fromBase64Url(payload));
  } catch {
    return undefined;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// Base64url over ASCII JSON (non-ASCII escaped first), since neither Buffer nor btoa exists in pure code.
function toBase64Url(json: string): string {
  const ascii = json.replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  let out = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const bytes = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1), ascii.charCodeAt(i + 2)];
    const [a = 0, b = Number.NaN, c = Number.NaN] = bytes;
    out += alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | (b >> 4));
    if (!Number.isNaN(b)) out += alphabet.charAt(((b & 15) << 2) | (c >> 6));
    if (!Number.isNaN(c)) out += alphabet.charAt(c & 63);
  }
  return out;
}

function fromBase64Url(text: string): string {
  let out = '';
  let bits = 0;
  let size = 0;
  for (const char of text) {
    bits = (bits << 6) | alphabet.indexOf(char);
    size += 6;
    if (size < 8) continue;
    size -= 8;
    out += String.fromCharCode((bits >> size) & 255);
    bits &= (1 << size) - 1;
  }
  return out;
}
