const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes of base64url without padding; undefined for any other character or a length no encoder writes. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let size = 0;
  let at = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value === -1) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    bytes[at] = (bits >> size) & 0xff;
    at += 1;
  }
  return bytes;
}
