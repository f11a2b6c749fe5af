/** What Moodle says instead of an answer; it says it with HTTP 200. */
export interface MoodleFault {
  /** e.g. `invalidtoken`; of Moodle or one of its plugins. */
  readonly code: string;
  /** e.g. `required_capability_exception`, without its namespace. */
  readonly exception: string;
  /** The database table whose record is missing, where it says so. */
  readonly table?: string;
}

export type MoodleAnswer =
  | { readonly outcome: 'value'; readonly value: unknown }
  | { readonly outcome: 'fault'; readonly fault: MoodleFault }
  /** No JSON at all: cut off, or another kind of server. */
  | { readonly outcome: 'unreadable' };

/**
 * Reads the body of an answer of Moodle's REST server. Of a fault only names are kept that Moodle itself has made: the
 * message and `debuginfo` may hold SQL, user names and tokens, and go nowhere.
 */
export function readMoodleAnswer(text: string): MoodleAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { outcome: 'unreadable' };
  }
  const fault = faultIn(value);
  return fault ? { outcome: 'fault', fault } : { outcome: 'value', value };
}

function faultIn(value: unknown): MoodleFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { errorcode, exception, error, message } = value as Readonly<Record<string, unknown>>;
  if (exception === undefined && error === undefined) return undefined;
  if (typeof errorcode !== 'string' && typeof exception !== 'string') return undefined;
  // The sentence is in the language of the account that asks; the name of the table ends it in each.
  const table = errorcode === 'invalidrecord' ? /(\w{1,40})\W*$/.exec(String(message))?.[1] : undefined;
  return {
    code: wordOf(errorcode),
    exception: wordOf(exception).replace(/^.*\\/, ''),
    ...(table !== undefined && { table }),
  };
}

/** A name of the program, and never a sentence. */
function wordOf(value: unknown): string {
  return typeof value === 'string' && /^[\w\\/-]{1,100}$/.test(value) ? value : 'unknown';
}
