import type { Account, Actor, JsonValue, Result, StoredStatement } from '../model.ts';
import { signatureUsageType } from '../transfer/signature.ts';
import { identityOf } from './identity.ts';

/** Whose traces are taken out of statements, and what comes in their place. */
export interface Redaction {
  /** `identityOf` of every identifier the person is known by. */
  readonly identities: ReadonlySet<string>;
  /** In place of each of these identifiers. */
  readonly replacement: Account;
  /** What comes in place of a value that leads to the person: same answer for the same value. */
  readonly pseudonymOf: (value: string) => string;
}

/** `actor`: the statement is the person's own. `mentioned`: someone else's that names them. */
export type Concern = 'actor' | 'mentioned' | 'none';

/** Shorter values stand in too many words; as an agent's identifier they are replaced all the same. */
const shortestNeedle = 8;
const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
/** Answers that are one of a given set, or a number; any other answer may be text about oneself. */
const closedAnswers: ReadonlySet<string> = new Set([
  'true-false',
  'choice',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
]);

/** The authority is a client, never the person. */
export function concernOf(statement: StoredStatement, identities: ReadonlySet<string>): Concern {
  const { authority: _, actor, ...rest } = statement;
  if (isOneOf(actor, identities)) return 'actor';
  return names(actor as unknown as JsonValue, identities) || names(rest as unknown as JsonValue, identities)
    ? 'mentioned'
    : 'none';
}

/**
 * The same statement of nobody known: identifiers replaced wherever they stand, also inside other texts, names dropped.
 * In the person's own statements registration and session are replaced too, since these lead back to them, and free
 * answers and attachments go. Score, success, verb, activity, time and agency stay. Signatures never survive a change.
 */
export function pseudonymise(statement: StoredStatement, redaction: Redaction): StoredStatement {
  const { identities } = redaction;
  const concern = concernOf(statement, identities);
  if (concern === 'none') return statement;
  const { authority, id, ...said } = statement;
  const own = concern === 'actor';
  const kept = own ? withoutOwnTexts(said as StoredStatement) : withoutSignatures(said as StoredStatement);
  const texts = replaceTexts(needlesOf(statement, redaction, own));
  const redacted = redactValue(kept as unknown as JsonValue, redaction, texts);
  // A value of the same shape: texts became texts, agents agents.
  return { ...(redacted as unknown as StoredStatement), id, authority };
}

function isOneOf(actor: Actor, identities: ReadonlySet<string>): boolean {
  return identities.has(identityOf(actor) ?? '');
}

function names(value: JsonValue, identities: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((one) => names(one, identities));
  if (!isObject(value)) return false;
  const identity = identityIn(value);
  if (identity !== undefined && identities.has(identity)) return true;
  return Object.values(value).some((one) => names(one, identities));
}

function withoutOwnTexts(statement: StoredStatement): StoredStatement {
  const { attachments: _, result, object, ...rest } = statement;
  const inner =
    object.objectType === 'SubStatement' ? withoutOwnTexts(object as unknown as StoredStatement) : object;
  const kind = 'definition' in object && object.definition ? (object.definition.interactionType ?? '') : '';
  const kept = result && (closedAnswers.has(kind) ? result : withoutResponse(result));
  return { ...rest, object: inner, ...(kept && { result: kept }) } as StoredStatement;
}

function withoutResponse({ response: _, ...rest }: Result): Result {
  return rest;
}

function withoutSignatures(statement: StoredStatement): StoredStatement {
  const { attachments, ...rest } = statement;
  const kept = attachments?.filter(({ usageType }) => usageType !== signatureUsageType);
  return kept && kept.length > 0 ? { ...rest, attachments: kept } : (rest as StoredStatement);
}

/** Values that lead to the person, and what stands for each. */
function needlesOf(
  statement: StoredStatement,
  { identities, replacement, pseudonymOf }: Redaction,
  own: boolean,
): ReadonlyMap<string, string> {
  const needles = new Map<string, string>();
  const add = (value: string, by: string) => {
    if (value.length >= shortestNeedle) needles.set(value.toLowerCase(), by);
  };
  for (const identity of identities) {
    const [kind, ...parts] = identity.split('|');
    add(
      parts
        .slice(kind === 'account' ? 1 : 0)
        .join('|')
        .replace(/^mailto:/, ''),
      replacement.name,
    );
  }
  if (!own) return needles;
  const { registration, extensions } = statement.context ?? {};
  const session = extensions?.[sessionExtension];
  for (const value of [registration, session]) {
    if (typeof value === 'string') add(value, pseudonymOf(value.toLowerCase()));
  }
  return needles;
}

/** Replaces every needle that stands by itself in a text, in either letter case. */
function replaceTexts(needles: ReadonlyMap<string, string>): (text: string) => string {
  if (needles.size === 0) return (text) => text;
  const any = [...needles.keys()].map(escapePattern).join('|');
  const whole = new RegExp(`(?<![\\w.+-])(?:${any})(?![\\w-])`, 'gi');
  return (text) => text.replaceAll(whole, (found) => needles.get(found.toLowerCase()) ?? found);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function redactValue(value: JsonValue, redaction: Redaction, texts: (text: string) => string): JsonValue {
  if (typeof value === 'string') return texts(value);
  if (Array.isArray(value)) return value.map((one) => redactValue(one, redaction, texts));
  if (!isObject(value)) return value;
  const identity = identityIn(value);
  if (identity !== undefined && redaction.identities.has(identity)) {
    const { objectType, member } = value;
    return {
      ...(objectType !== undefined && { objectType }),
      account: { ...redaction.replacement },
      ...(member !== undefined && { member: redactValue(member, redaction, texts) }),
    };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [texts(key), redactValue(one, redaction, texts)]),
  );
}

type JsonObject = { readonly [key: string]: JsonValue };

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of whatever looks like an agent. */
function identityIn(value: JsonObject): string | undefined {
  const { mbox, mbox_sha1sum, openid, account } = value;
  if (typeof mbox === 'string') return identityOf({ mbox });
  if (typeof mbox_sha1sum === 'string') return identityOf({ mbox_sha1sum });
  if (typeof openid === 'string') return identityOf({ openid });
  if (account === undefined || !isObject(account)) return undefined;
  const { homePage, name } = account;
  return typeof homePage === 'string' && typeof name === 'string'
    ? identityOf({ account: { homePage, name } })
    : undefined;
}
