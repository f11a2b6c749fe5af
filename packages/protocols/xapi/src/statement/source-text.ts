/** A value read from JSON, and its text without white space between tokens (`compactJson`). */
export interface Sourced {
  readonly value: unknown;
  readonly text: string;
}

/**
 * JSON of `value`, in the words of `like` wherever both hold the very same part: numbers keep their digits, objects
 * the order of their keys. A store must not answer another serialization than it was sent
 * (1.0.3 Data 2.2), and a number may have more digits than a double.
 */
export function writeLike(value: unknown, like: Sourced): string {
  if (value === like.value) return like.text;
  if (isObject(value) && isObject(like.value))
    return writeObject(value, { value: like.value, text: like.text });
  if (!Array.isArray(value)) return JSON.stringify(value);
  // A lone context activity, taken for a list of one.
  if (value.length === 1 && value[0] === like.value) return `[${like.text}]`;
  const items: readonly unknown[] = Array.isArray(like.value) ? like.value : [];
  const texts = items.length === value.length ? partsOf(like.text) : [];
  const written = value.map((item: unknown, n) => {
    const text = texts[n];
    return text === undefined ? JSON.stringify(item) : writeLike(item, { value: items[n], text });
  });
  return `[${written.join()}]`;
}

/**
 * The same JSON without white space between tokens, so that it fits on one line, and its strings as `JSON.stringify`
 * writes them, so that who looks for a name in the text finds it however it was escaped. The text is valid JSON.
 */
export function compactJson(text: string): string {
  let out = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === quote) {
      const end = endOfString(text, at);
      const string = text.slice(at, end + 1);
      if (string.includes('\\')) {
        out += text.slice(kept, at) + JSON.stringify(JSON.parse(string));
        kept = end + 1;
      }
      at = end;
    } else if (char <= 0x20) {
      out += text.slice(kept, at);
      kept = at + 1;
    }
  }
  return kept === 0 ? text : out + text.slice(kept);
}

/** Texts of the values of a JSON object by key; of a key that stands twice the last. The text is compact. */
export function jsonMembers(text: string): ReadonlyMap<string, string> {
  return new Map(partsOf(text).map((part) => [keyOf(part), textOf(part)]));
}

/** Texts of the items of a JSON array, or of the members of an object. The text is compact. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === quote) at = endOfString(text, at);
    else if (char === 0x7b || char === 0x5b) depth += 1;
    else if (char === 0x7d || char === 0x5d) depth -= 1;
    else if (char === 0x2c && depth === 1) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (text.length > 2) parts.push(text.slice(start, -1));
  return parts;
}

const quote = 0x22;
const backslash = 0x5c;

type PlainObject = Readonly<Record<string, unknown>>;

function writeObject(
  value: PlainObject,
  like: { readonly value: PlainObject; readonly text: string },
): string {
  const written: string[] = [];
  const known = new Set<string>();
  for (const part of partsOf(like.text)) {
    const key = keyOf(part);
    known.add(key);
    // Own ones only: a name like `constructor` is found in every object.
    if (!Object.hasOwn(value, key) || value[key] === undefined) continue;
    const member = writeLike(value[key], { value: like.value[key], text: textOf(part) });
    written.push(`${part.slice(0, endOfString(part, 0) + 1)}:${member}`);
  }
  for (const [key, member] of Object.entries(value)) {
    if (!known.has(key) && member !== undefined)
      written.push(`${JSON.stringify(key)}:${JSON.stringify(member)}`);
  }
  return `{${written.join()}}`;
}

function keyOf(part: string): string {
  const end = endOfString(part, 0);
  const key = part.slice(1, end);
  return key.includes('\\') ? String(JSON.parse(part.slice(0, end + 1))) : key;
}

function textOf(part: string): string {
  return part.slice(endOfString(part, 0) + 2);
}

/** Index of the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
