import { type FieldIssue, isUuid } from '@sinau/kernel';
import type { Actor, XapiVersion } from '../model.ts';
import { parseJson } from '../parse-json.ts';
import { parseActor } from '../parse-statement.ts';
import { identityOf } from '../statement/identity.ts';
import { isIri } from '../syntax/iri.ts';
import { toUtcTimestamp } from '../syntax/timestamp.ts';

/** Decoded name and value pairs of a query string, in order; a name may stand twice. */
export type QueryParameters = Iterable<readonly [string, string]>;

/** The parameters of one request while they are read; problems gather in `issues`. */
export interface Reading {
  readonly version: XapiVersion;
  readonly values: ReadonlyMap<string, string>;
  readonly issues: FieldIssue[];
}

/** Takes the known parameters; anything else, another letter case or a repetition is an issue (XAPI-00324). */
export function readParameters(
  parameters: QueryParameters,
  options: { readonly version: XapiVersion; readonly known: readonly string[] },
): Reading {
  const values = new Map<string, string>();
  const issues: FieldIssue[] = [];
  for (const [name, value] of parameters) {
    if (!options.known.includes(name)) {
      const right = options.known.find((known) => known.toLowerCase() === name.toLowerCase());
      issues.push({
        path: `?${name.slice(0, 80)}`,
        message: right
          ? `is not a parameter here; letter case counts: use "${right}"`
          : 'is not a parameter here',
        requirement: right ? 'XAPI-00325' : 'XAPI-00324',
      });
    } else if (values.has(name)) {
      issues.push({ path: `?${name}`, message: 'stands twice' });
    } else values.set(name, value);
  }
  return { version: options.version, values, issues };
}

export function fail(reading: Reading, name: string, broken: Omit<FieldIssue, 'path'>): undefined {
  reading.issues.push({ path: `?${name}`, ...broken });
  return undefined;
}

export function required(reading: Reading, name: string, requirement?: string): void {
  if (reading.values.has(name)) return;
  fail(reading, name, { message: 'is required', ...(requirement && { requirement }) });
}

export function uuidParameter(reading: Reading, name: string): string | undefined {
  const value = reading.values.get(name);
  if (value === undefined) return undefined;
  if (isUuid(value)) return value.toLowerCase();
  return fail(reading, name, { message: 'must be a UUID' });
}

export function iriParameter(reading: Reading, name: string): string | undefined {
  const value = reading.values.get(name);
  if (value === undefined || isIri(value)) return value;
  return fail(reading, name, { message: 'must be an absolute IRI' });
}

export function textParameter(reading: Reading, name: string): string | undefined {
  const value = reading.values.get(name);
  if (value === undefined) return undefined;
  // Ids become part of keys, whose size storage limits.
  if (value.length > 0 && value.length <= 1000) return value;
  return fail(reading, name, { message: 'must have between 1 and 1,000 characters' });
}

export function booleanParameter(reading: Reading, name: string): boolean {
  const value = reading.values.get(name);
  if (value === undefined || value === 'false') return false;
  if (value !== 'true') fail(reading, name, { message: 'must be true or false' });
  return true;
}

/** As ISO 8601 UTC with at least milliseconds. */
export function timestampParameter(reading: Reading, name: string): string | undefined {
  const value = reading.values.get(name);
  if (value === undefined) return undefined;
  // A plus sign that was not escaped arrives as a space; nothing else puts a space there.
  const text = value.replace(/ (?=\d{2}:?\d{2}$)/, '+');
  const utc = toUtcTimestamp(text, reading.version);
  return utc ?? fail(reading, name, { message: 'must be a timestamp with date and time' });
}

export function countParameter(reading: Reading, name: string): number | undefined {
  const value = reading.values.get(name);
  if (value === undefined) return undefined;
  // Nobody gives a page as long as that, and a number without end would not survive a cursor.
  if (/^\d+$/.test(value)) return Math.min(Number(value), 1e9);
  return fail(reading, name, { message: 'must be a whole number, 0 or greater' });
}

/** An Agent or Identified Group in JSON; an Anonymous Group is nobody to look for. */
export function actorParameter(reading: Reading, name: string): Actor | undefined {
  const text = reading.values.get(name);
  if (text === undefined) return undefined;
  const json = parseJson(text);
  if (!json.ok) return fail(reading, name, { message: 'must be an Agent in JSON' });
  const parsed = parseActor(json.value, reading);
  if (!parsed.ok) {
    for (const { path, ...broken } of parsed.issues)
      reading.issues.push({ path: `?${name}${path}`, ...broken });
    return undefined;
  }
  if (identityOf(parsed.actor) !== undefined) return parsed.actor;
  return fail(reading, name, { message: 'an Anonymous Group cannot be looked for; give an identifier' });
}
