/**
 * SHA-256 in hexadecimal (FIPS 180-4) of a text as UTF-8. By hand: `crypto.subtle` is missing where a host LMS is served
 * without TLS.
 */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const hash = primes(8).map((prime) => fractionOf(Math.sqrt(prime)));
  for (let at = 0; at < bytes.length; at += 64) mix(hash, view, at);
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function padded(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((content.length + 9) / 64) * 64);
  bytes.set(content);
  bytes[content.length] = 0x80;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, content.length * 8);
  return bytes;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function mix(hash: number[], view: DataView, at: number): void {
  const words = Array.from({ length: 16 }, (_, n) => view.getUint32(at + n * 4));
  for (let n = 16; n < 64; n += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [words[n - 15], words[n - 2], words[n - 16], words[n - 7]];
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words.push((c + low + d + high) | 0);
  }
  let state = [...hash];
  for (const [n, constant] of constants.entries()) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    const chosen = (e & f) ^ (~e & g);
    const one =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + chosen + constant + (words[n] ?? 0)) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    state = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  for (const [n, word] of state.entries()) hash[n] = ((hash[n] ?? 0) + word) | 0;
}

/** First 32 bits of the fraction. */
const fractionOf = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

const constants = primes(64).map((prime) => fractionOf(Math.cbrt(prime)));
