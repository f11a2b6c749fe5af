import type { Digest } from './crypto.ts';

/**
 * UUID version 5 (RFC 9562 5.5) of the parts, joined by `|`, in a namespace: the same event always has the same id, so
 * whoever tells it again tells nothing new.
 */
export function uuidOfParts(
  digest: Pick<Digest, 'sha1'>,
  namespace: string,
  parts: readonly string[],
): string {
  const name = parts.map((part) => part.replaceAll('%', '%25').replaceAll('|', '%7C')).join('|');
  return uuidOfName(digest, namespace, name);
}

export function uuidOfName(digest: Pick<Digest, 'sha1'>, namespace: string, name: string): string {
  const text = new TextEncoder().encode(name);
  const spaceHex = namespace.replaceAll('-', '');
  const bytes = new Uint8Array(16 + text.length);
  for (let index = 0; index < 16; index += 1) {
    bytes[index] = Number.parseInt(spaceHex.slice(index * 2, index * 2 + 2), 16);
  }
  bytes.set(text, 16);
  const hash = digest.sha1(bytes);
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
