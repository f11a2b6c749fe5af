/**
 * What tools keep with the platform while a launch goes through their pages, where the browser keeps no cookies for a frame of another
 * site (LTI postMessage Storage 0.1). It lies in the memory of the page, apart by origin, and is gone with the page.
 */
const prefixes = ['lti.', 'org.imsglobal.lti.'];
const supported = ['capabilities', 'put_data', 'get_data'] as const;

export const limits = {
  /** Tools whose launch goes through several origins are few. */
  origins: 10,
  keysPerOrigin: 50,
  keyChars: 255,
  valueChars: 4096,
  /** A launch takes seconds; people who sign in at the tool, minutes. */
  keptMs: 30 * 60_000,
} as const;

type Subject = (typeof supported)[number];

interface Kept {
  readonly value: string;
  readonly untilMs: number;
}

interface Answer {
  readonly subject: string;
  readonly message_id?: string;
  readonly key?: string;
  readonly value?: string | null;
  readonly supported_messages?: readonly { readonly subject: string; readonly frame: string }[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** Answers one message of an origin; undefined for what is no message of LTI. */
export type AnswerMessage = (origin: string, data: unknown) => Answer | undefined;

export function createStorage(nowMs: () => number): AnswerMessage {
  const byOrigin = new Map<string, Map<string, Kept>>();

  function readKept(origin: string, key: string): string | null {
    const kept = byOrigin.get(origin)?.get(key);
    return kept && kept.untilMs > nowMs() ? kept.value : null;
  }

  function put(origin: string, key: string, value: string | null): boolean {
    const keys = byOrigin.get(origin) ?? new Map<string, Kept>();
    for (const [known, { untilMs }] of keys) if (untilMs <= nowMs()) keys.delete(known);
    if (value === null) {
      keys.delete(key);
      return true;
    }
    const hasRoom = keys.has(key) || keys.size < limits.keysPerOrigin;
    if (!hasRoom || (!byOrigin.has(origin) && byOrigin.size >= limits.origins)) return false;
    byOrigin.set(origin, keys.set(key, { value, untilMs: nowMs() + limits.keptMs }));
    return true;
  }

  return (origin, data) => {
    const message = readMessage(data);
    if (!message) return undefined;
    const { prefix, subject, body } = message;
    const id = readText(body.message_id, limits.keyChars);
    const echo = {
      subject: `${prefix}${subject}.response`,
      ...(id !== undefined && { message_id: id }),
    };
    const fail = (code: string, words: string): Answer => ({ ...echo, error: { code, message: words } });
    if (!isSupported(subject)) return fail('unsupported_subject', 'This platform does not know the subject.');
    if (subject === 'capabilities') {
      const all = supported.map((one) => ({ subject: `${prefix}${one}`, frame: '_parent' }));
      return { ...echo, supported_messages: all };
    }
    if (id === undefined) return fail('bad_request', 'message_id is missing or too long.');
    const key = readText(body.key, limits.keyChars);
    if (key === undefined) return fail('bad_request', 'key is missing or too long.');
    if (subject === 'get_data') return { ...echo, key, value: readKept(origin, key) };
    const value =
      body.value === null || body.value === undefined ? null : readText(body.value, limits.valueChars);
    if (value === undefined) return fail('bad_request', 'value is no text, or too long.');
    if (!put(origin, key, value)) return fail('storage_exhaustion', 'There is no room for more.');
    return { ...echo, key, value };
  };
}

function readMessage(data: unknown) {
  if (typeof data !== 'object' || data === null) return undefined;
  const body = data as Readonly<Record<string, unknown>>;
  const { subject } = body;
  const prefix = prefixes.find((one) => typeof subject === 'string' && subject.startsWith(one));
  if (prefix === undefined || typeof subject !== 'string' || subject.length > limits.keyChars)
    return undefined;
  // An answer is no question: two pages would go on for ever.
  if (subject.endsWith('.response')) return undefined;
  return { prefix, subject: subject.slice(prefix.length), body };
}

const isSupported = (subject: string): subject is Subject => supported.includes(subject as Subject);

function readText(value: unknown, most: number): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= most ? value : undefined;
}
