/** A value of a PDF (ISO 32000-2, 7.3) as far as anybody here asks; strings are left out unless they are asked for. */
export type PdfValue =
  | number
  | undefined
  | { readonly name: string }
  | { readonly ref: number }
  /** Bytes of a string, a character each. */
  | { readonly text: string }
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>;

/** The bytes are no PDF as the standard has it, or hide an object from a plain reading. */
export class PdfBroken extends Error {}

const maxDepth = 64;
const maxStringBytes = 256 * 1024;

const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiter = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)));

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'mark'; readonly value: '<<' | '>>' | '[' | ']' }
  | { readonly kind: 'string'; readonly value: string };

/** Reads values one after the other. Every name is told to `seen`, wherever it stands. */
export class PdfLexer {
  readonly #bytes: Buffer;
  readonly #seen: (name: string) => void;
  readonly #texts: boolean;
  at: number;

  constructor(
    bytes: Buffer,
    options: {
      readonly at: number;
      readonly seen: (name: string) => void;
      /** Strings are given as values. @default false */
      readonly texts?: boolean;
    },
  ) {
    this.#bytes = bytes;
    this.at = options.at;
    this.#seen = options.seen;
    this.#texts = options.texts ?? false;
  }

  /** The next value; `end` gives the word that stands where no value is. */
  value(depth = 0): { readonly value: PdfValue } | { readonly end: string } {
    if (depth > maxDepth) throw new PdfBroken('nested too deep');
    const token = this.#token();
    if (!token) return { end: '' };
    if (token.kind === 'word')
      return constants.has(token.value) ? { value: undefined } : { end: token.value };
    if (token.kind === 'string') return { value: this.#texts ? { text: token.value } : undefined };
    if (token.kind === 'name') return { value: { name: token.value } };
    if (token.kind === 'number') return { value: this.#numberOrReference(token.value) };
    if (token.value === '[') return { value: this.#list(']', depth) };
    if (token.value === '<<') return { value: dictionaryOf(this.#list('>>', depth)) };
    throw new PdfBroken('a bracket closes nothing');
  }

  #list(end: ']' | '>>', depth: number): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      const before = this.at;
      const token = this.#token();
      if (!token) throw new PdfBroken('a list does not end');
      if (token.kind === 'mark' && token.value === end) return items;
      if (token.kind === 'word' && !constants.has(token.value)) throw new PdfBroken('a list does not end');
      this.at = before;
      const item = this.value(depth + 1);
      if ('end' in item) throw new PdfBroken('a list does not end');
      items.push(item.value);
    }
  }

  #numberOrReference(value: number): PdfValue {
    const before = this.at;
    const generation = this.#token();
    const word = generation?.kind === 'number' ? this.#token() : undefined;
    if (word?.kind === 'word' && word.value === 'R') return { ref: value };
    this.at = before;
    return value;
  }

  #token(): Token | undefined {
    this.#skipBlanks();
    const bytes = this.#bytes;
    const byte = bytes[this.at];
    if (byte === undefined) return undefined;
    const char = String.fromCharCode(byte);
    if (char === '/') return this.#name();
    if (char === '(') return this.#string();
    if (char === '<') return bytes[this.at + 1] === byte ? this.#mark('<<') : this.#hexString();
    if (char === '>' && bytes[this.at + 1] === byte) return this.#mark('>>');
    if (char === '[' || char === ']') return this.#mark(char);
    if (delimiter.has(byte)) throw new PdfBroken('a stray bracket');
    const word = this.#run();
    return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)
      ? { kind: 'number', value: Number(word) }
      : { kind: 'word', value: word };
  }

  #skipBlanks(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte !== undefined && blank.has(byte)) this.at += 1;
      else if (byte === 0x25) {
        const start = this.at;
        while (
          this.at < this.#bytes.length &&
          !/[\r\n]/.test(String.fromCharCode(this.#bytes[this.at] ?? 10))
        ) {
          this.at += 1;
        }
        refuseHidden(this.#bytes.subarray(start, this.at));
      } else return;
    }
  }

  #mark(value: '<<' | '>>' | '[' | ']'): Token {
    this.at += value.length;
    return { kind: 'mark', value };
  }

  #name(): Token {
    this.at += 1;
    const value = this.#run().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    this.#seen(value);
    return { kind: 'name', value };
  }

  #run(): string {
    const start = this.at;
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined || blank.has(byte) || delimiter.has(byte)) break;
      this.at += 1;
    }
    return bytes.toString('latin1', start, Math.min(this.at, start + 256));
  }

  #string(): Token {
    const start = this.at;
    let open = 0;
    do {
      const byte = this.#bytes[this.at];
      if (byte === undefined || this.at - start > maxStringBytes)
        throw new PdfBroken('a string does not end');
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) open += 1;
      else if (byte === 0x29) open -= 1;
      this.at += 1;
    } while (open > 0);
    refuseHidden(this.#bytes.subarray(start, this.at));
    return { kind: 'string', value: this.#texts ? literalOf(this.#bytes, start, this.at) : '' };
  }

  #hexString(): Token {
    const end = this.#bytes.indexOf('>', this.at);
    const text =
      end < 0 || end - this.at > maxStringBytes ? '?' : this.#bytes.toString('latin1', this.at + 1, end);
    if (!/^[\s\0\dA-Fa-f]*$/.test(text)) throw new PdfBroken('a string of no hex digits');
    this.at = end + 1;
    return { kind: 'string', value: this.#texts ? hexOf(text) : '' };
  }
}

const constants = new Set(['true', 'false', 'null']);

function dictionaryOf(items: readonly PdfValue[]): ReadonlyMap<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const key = nameOf(items[at]);
    if (key === undefined) throw new PdfBroken('a key that is no name');
    entries.set(key, items[at + 1]);
  }
  return entries;
}

/** What stands between the brackets of a string (7.3.4.2). */
function literalOf(bytes: Buffer, start: number, end: number): string {
  return bytes
    .toString('latin1', start + 1, end - 1)
    .replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, escaped: string) => {
      if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
      if (/^[\r\n]/.test(escaped)) return '';
      return blanks.get(escaped) ?? escaped;
    });
}

const blanks = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));

/** An odd last digit stands for itself and a zero (7.3.4.3). */
const hexOf = (text: string): string =>
  text
    .replace(/[\s\0]/g, '')
    .replace(/[\s\S]{1,2}/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));

export function textOf(value: PdfValue): string | undefined {
  return typeof value === 'object' && 'text' in value ? value.text : undefined;
}

export function nameOf(value: PdfValue): string | undefined {
  return typeof value === 'object' && 'name' in value ? value.name : undefined;
}

export function refOf(value: PdfValue): number | undefined {
  return typeof value === 'object' && 'ref' in value ? value.ref : undefined;
}

/**
 * A viewer goes to objects by their places in a table, and so may find one inside what a plain reading takes for the
 * bytes of a string, a comment or a picture. No honest writer makes such.
 */
export function refuseHidden(bytes: Buffer): void {
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    if (objectHeaderBefore(bytes, at)) throw new PdfBroken('an object hides inside another');
  }
}

/** Number and place of the header `12 0 obj` whose `obj` stands at `at`. */
export function objectHeaderBefore(
  bytes: Buffer,
  at: number,
): { readonly number: number; readonly start: number } | undefined {
  const before = bytes.toString('latin1', Math.max(0, at - 48), at);
  const match = /(\d{1,10})[\s\0]+\d{1,5}[\s\0]+$/.exec(before);
  return match ? { number: Number(match[1]), start: at - match[0].length } : undefined;
}
