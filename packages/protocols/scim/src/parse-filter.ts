import { parseAttributePath } from './attribute-path.ts';
import { ScimRefused } from './errors.ts';
import { type Comparison, comparisons, type Filter, type FilterValue } from './filter.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Deeper nesting and more comparisons are refused before they cost anything. */
const maxDepth = 12;
const maxComparisons = 40;

/** Reads a filter; refuses what is none with `invalidFilter` (or with the given code, inside a path). */
export function parseFilter(
  text: string,
  code: 'scim.invalid-filter' | 'scim.invalid-path' = 'scim.invalid-filter',
): Filter {
  const what = code === 'scim.invalid-filter' ? 'The filter' : 'The path';
  const refuse = (message: string) => new ScimRefused(code, `${what} ${message}.`);
  const reader: Reader = { tokens: tokensOf(text, refuse), at: 0, compared: 0, refuse };
  const filter = readOr(reader, { depth: 0, inValues: false });
  if (reader.at < reader.tokens.length) throw refuse('goes on after its end');
  return filter;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  compared: number;
  readonly refuse: (message: string) => ScimRefused;
}

interface Place {
  readonly depth: number;
  /** Between `[` and `]`, where no other brackets stand. */
  readonly inValues: boolean;
}

const peek = (reader: Reader): Token | undefined => reader.tokens[reader.at];

function takeWord(reader: Reader, word: string): boolean {
  const token = peek(reader);
  if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, kind: Token['kind']): void {
  if (peek(reader)?.kind !== kind) throw reader.refuse(`lacks a "${kind}"`);
  reader.at += 1;
}

const readOr = (reader: Reader, place: Place) => readList(reader, 'or', () => readAnd(reader, place));
const readAnd = (reader: Reader, place: Place) => readList(reader, 'and', () => readOne(reader, place));

function readList(reader: Reader, kind: 'and' | 'or', read: () => Filter): Filter {
  const first = read();
  const filters = [first];
  while (takeWord(reader, kind)) filters.push(read());
  return filters.length === 1 ? first : { kind, filters };
}

function readOne(reader: Reader, place: Place): Filter {
  if (place.depth > maxDepth) throw reader.refuse(`is nested deeper than ${maxDepth}`);
  const inner = { ...place, depth: place.depth + 1 };
  if (peek(reader)?.kind === '(') return readGroup(reader, inner);
  const next = reader.tokens[reader.at + 1];
  if (next?.kind === '(' && takeWord(reader, 'not')) {
    return { kind: 'not', filter: readGroup(reader, inner) };
  }
  return readAttribute(reader, inner);
}

function readGroup(reader: Reader, place: Place): Filter {
  expect(reader, '(');
  const filter = readOr(reader, place);
  expect(reader, ')');
  return filter;
}

function readAttribute(reader: Reader, place: Place): Filter {
  const token = peek(reader);
  const path = token?.kind === 'word' ? parseAttributePath(token.text) : undefined;
  if (!path) throw reader.refuse('names no attribute where it should');
  reader.at += 1;
  if (peek(reader)?.kind === '[' && !place.inValues && path.sub === undefined) {
    expect(reader, '[');
    const filter = readOr(reader, { ...place, inValues: true });
    expect(reader, ']');
    return { kind: 'values', path, filter };
  }
  reader.compared += 1;
  if (reader.compared > maxComparisons) throw reader.refuse(`compares more than ${maxComparisons} times`);
  if (takeWord(reader, 'pr')) return { kind: 'present', path };
  return { kind: 'compare', path, op: readOperator(reader), value: readValue(reader) };
}

function readOperator(reader: Reader): Comparison {
  const token = peek(reader);
  const text = token?.kind === 'word' ? token.text.toLowerCase() : undefined;
  const op = comparisons.find((one) => one === text);
  if (!op)
    throw reader.refuse(`has no operator where it should; these are known: ${comparisons.join(', ')}, pr`);
  reader.at += 1;
  return op;
}

const words: Readonly<Record<string, FilterValue>> = { true: true, false: false, null: null };

function readValue(reader: Reader): FilterValue {
  const token = peek(reader);
  reader.at += 1;
  if (token?.kind === 'value') return token.value;
  if (token?.kind === 'word' && Object.hasOwn(words, token.text)) return words[token.text] ?? null;
  throw reader.refuse('compares with something that is no value; text stands in double quotes');
}
