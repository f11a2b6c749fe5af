/** One value of DER (ITU-T X.690), with where it lies. */
export interface Der {
  /** The whole first byte: class, constructed or not, number. */
  readonly tag: number;
  /** With its tag and length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** The bytes are no DER as far as anybody here asks. */
export class DerBroken extends Error {}

/** Tags that signatures are made of. */
export const derTag = {
  ...{ integer: 0x02, octets: 0x04, oid: 0x06, utcTime: 0x17 },
  ...{ sequence: 0x30, set: 0x31, context0: 0xa0, context1: 0xa1, keyId: 0x80 },
} as const;

/** The value at the beginning; what follows it is left out. Throws `DerBroken`. */
export function readDer(bytes: Buffer, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerBroken('no value');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  // Indefinite lengths are BER, and nothing here is four gigabytes long.
  if (first === 0x80 || lengthBytes > 4) throw new DerBroken('a length that DER does not know');
  const start = at + 2 + lengthBytes;
  const length =
    lengthBytes === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, one) => sum * 256 + one, 0);
  if (start + length > bytes.length) throw new DerBroken('it ends too early');
  return { tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) };
}

/** The values within a constructed one. */
export function derItems({ content }: Der): readonly Der[] {
  const items: Der[] = [];
  for (let at = 0; at < content.length; ) {
    const item = readDer(content, at);
    items.push(item);
    at += item.whole.length;
  }
  return items;
}

/** Dotted text of an object identifier. */
export function derOid({ tag, content }: Der): string {
  if (tag !== derTag.oid || content.length === 0) throw new DerBroken('no object identifier');
  const numbers: number[] = [];
  let held = 0;
  for (const byte of content) {
    held = held * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    numbers.push(held);
    held = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
