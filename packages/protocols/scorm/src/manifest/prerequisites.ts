/** Lesson status words of SCORM 1.2 that a script may ask for. */
const statusWords = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'] as const;
export type LessonStatus = (typeof statusWords)[number];

/** A prerequisites script (aicc_script) as a tree. */
export type Prerequisite =
  /** The item is passed or completed. */
  | { readonly kind: 'done'; readonly item: string }
  | { readonly kind: 'status'; readonly item: string; readonly status: LessonStatus }
  | { readonly kind: 'not'; readonly of: Prerequisite }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Prerequisite[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Prerequisite[] };

/** Longer scripts and deeper nesting are taken for nonsense; the specification asks for 200 characters. */
const maxLength = 4000;
const maxDepth = 50;

const tokenPattern = /\s*(?:(<>|[&|~=(){},*])|"([^"]*)"|([^\s&|~=<>(){},*"]+))/y;

type Token = { readonly sign: string } | { readonly quoted: string } | { readonly word: string };

/**
 * Reads `&`, `|`, `~`, `=`, `<>`, `n*{a,b}` and parentheses; `~` binds closest, then `&`, then `|`. Undefined when it
 * is not a script.
 */
export function parsePrerequisites(script: string): Prerequisite | undefined {
  const tokens = script.length <= maxLength ? tokenize(script) : undefined;
  if (!tokens || tokens.length === 0) return undefined;
  const parser: Parser = { tokens, next: 0, depth: 0 };
  const expression = readAny(parser);
  return parser.next === tokens.length ? expression : undefined;
}

/** Whether the learner may enter; `statusOf` tells the status of an item, of a cluster the status it rolls up to. */
export function meetsPrerequisites(
  prerequisite: Prerequisite,
  statusOf: (item: string) => LessonStatus,
): boolean {
  const isMet = (part: Prerequisite) => meetsPrerequisites(part, statusOf);
  switch (prerequisite.kind) {
    case 'done':
      return ['passed', 'completed'].includes(statusOf(prerequisite.item));
    case 'status':
      return statusOf(prerequisite.item) === prerequisite.status;
    case 'not':
      return !isMet(prerequisite.of);
    case 'all':
      return prerequisite.of.every(isMet);
    case 'any':
      return prerequisite.of.some(isMet);
    case 'at-least':
      return prerequisite.of.filter(isMet).length >= prerequisite.count;
  }
}

/** Identifiers of the items that a script speaks of. */
export function itemsIn(prerequisite: Prerequisite): readonly string[] {
  switch (prerequisite.kind) {
    case 'done':
    case 'status':
      return [prerequisite.item];
    case 'not':
      return itemsIn(prerequisite.of);
    default:
      return prerequisite.of.flatMap(itemsIn);
  }
}

interface Parser {
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
}

function tokenize(script: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = script.trim();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (!match) return undefined;
    const [, sign, quoted, word = ''] = match;
    if (sign !== undefined) tokens.push({ sign });
    else tokens.push(quoted === undefined ? { word } : { quoted });
  }
  return tokens;
}

function readAny(parser: Parser): Prerequisite | undefined {
  return readList(parser, { sign: '|', kind: 'any', readPart: readAll });
}

function readAll(parser: Parser): Prerequisite | undefined {
  return readList(parser, { sign: '&', kind: 'all', readPart: readTerm });
}

function readList(
  parser: Parser,
  list: {
    readonly sign: string;
    readonly kind: 'all' | 'any';
    readonly readPart: (parser: Parser) => Prerequisite | undefined;
  },
): Prerequisite | undefined {
  const parts: Prerequisite[] = [];
  do {
    const part = list.readPart(parser);
    if (!part) return undefined;
    parts.push(part);
  } while (take(parser, list.sign));
  const [only] = parts;
  return parts.length === 1 ? only : { kind: list.kind, of: parts };
}

function readTerm(parser: Parser): Prerequisite | undefined {
  if (parser.depth >= maxDepth) return undefined;
  parser.depth += 1;
  const term = readNested(parser);
  parser.depth -= 1;
  return term;
}

function readNested(parser: Parser): Prerequisite | undefined {
  if (take(parser, '~')) {
    const of = readTerm(parser);
    return of && { kind: 'not', of };
  }
  if (take(parser, '(')) {
    const inner = readAny(parser);
    return inner && take(parser, ')') ? inner : undefined;
  }
  const word = takeText(parser);
  if (word === undefined) return undefined;
  if (/^\d+$/.test(word) && take(parser, '*')) return readSet(parser, Number(word));
  if (take(parser, '=')) return readStatus(parser, word);
  if (take(parser, '<>')) {
    const of = readStatus(parser, word);
    return of && { kind: 'not', of };
  }
  return { kind: 'done', item: word };
}

function readSet(parser: Parser, count: number): Prerequisite | undefined {
  if (!take(parser, '{')) return undefined;
  const of: Prerequisite[] = [];
  do {
    const part = readAny(parser);
    if (!part) return undefined;
    of.push(part);
  } while (take(parser, ','));
  return take(parser, '}') ? { kind: 'at-least', count, of } : undefined;
}

function readStatus(parser: Parser, item: string): Prerequisite | undefined {
  let said = takeText(parser)?.toLowerCase();
  // Unquoted, the status of two words comes as two tokens.
  if (said === 'not' && takeText(parser)?.toLowerCase() === 'attempted') said = 'not attempted';
  const status = statusWords.find((word) => word === said || (said?.length === 1 && word[0] === said));
  return status && { kind: 'status', item, status };
}

function take(parser: Parser, sign: string): boolean {
  const token = parser.tokens[parser.next];
  const found = token !== undefined && 'sign' in token && token.sign === sign;
  if (found) parser.next += 1;
  return found;
}

function takeText(parser: Parser): string | undefined {
  const token = parser.tokens[parser.next];
  if (!token || 'sign' in token) return undefined;
  parser.next += 1;
  return 'word' in token ? token.word : token.quoted.trim();
}
