const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** UTF-8 of the text, in base64. */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let out = '';
  for (let n = 0; n < bytes.length; n += 3) {
    const [a = 0, b, c] = bytes.slice(n, n + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const four = [18, 12, 6, 0].map((shift) => letters.charAt((bits >> shift) & 63));
    out += four.slice(0, b === undefined ? 2 : c === undefined ? 3 : 4).join('');
    out += b === undefined ? '==' : c === undefined ? '=' : '';
  }
  return out;
}

/** Text of base64url; undefined for what is none. */
export function fromBase64Url(given: string): string | undefined {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const letter of given.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
