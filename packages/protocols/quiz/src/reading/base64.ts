const digits = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((sign, value) => [
    sign.charCodeAt(0),
    value,
  ]),
);

/** Bytes of base64 text, blanks in it left out; undefined when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (plain.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let [bits, held, next] = [0, 0, 0];
  for (let at = 0; at < plain.length; at += 1) {
    const digit = digits.get(plain.charCodeAt(at));
    if (digit === undefined) return undefined;
    held = (held << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[next] = (held >> bits) & 0xff;
    next += 1;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
