import { type Activity, type Actor, contextActivityKinds, type Statement } from '../model.ts';
import { comparableDuration } from '../syntax/duration.ts';
import { parseTimestamp } from '../syntax/timestamp.ts';
import { comparableMailto } from './identity.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * One text per meaning of a statement: two statements are the same under the specification's comparison rules
 * (1.0.3 Data 2.3.1) exactly when their forms are equal. Left out: id, stored, authority and version, a timestamp that
 * the store set (`timestampGiven: false`), verb displays and Activity definitions. Ignored: order of keys and of group
 * members, time zones, letter case where it has no meaning, default objectTypes, a lone context activity against a
 * list of one, digits of durations past 0.01 s. Everything else counts, the text of durations included.
 */
export function comparableForm(statement: Statement, options: { readonly timestampGiven: boolean }): string {
  const {
    id: _id,
    stored: _stored,
    authority: _authority,
    version: _version,
    timestamp,
    ...rest
  } = statement;
  const kept = options.timestampGiven && timestamp !== undefined ? { ...rest, timestamp } : rest;
  return canonicalJson(comparableBase(kept as Json));
}

/** JSON with sorted keys; equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const object = value as Json;
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    if (object[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(object[key])}`);
  }
  return `{${members.join(',')}}`;
}

function comparableBase(base: Json): Json {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(base)) out[key] = comparableProperty(key, value);
  return out;
}

// The statement has been validated, so each key holds what the model says.
function comparableProperty(key: string, value: unknown): unknown {
  switch (key) {
    case 'actor':
      return comparableActor(value as Actor);
    case 'verb':
      return (value as Statement['verb']).id;
    case 'object':
      return comparableObject(value as Statement['object']);
    case 'timestamp':
      return instantOf(value as string);
    case 'context':
      return comparableContext(value as Json);
    case 'result':
      return comparableResult(value as Json);
    case 'attachments':
      return (value as readonly Json[]).map(comparableAttachment);
    default:
      return value;
  }
}

function comparableObject(object: Statement['object']): unknown {
  switch (object.objectType) {
    case 'Agent':
    case 'Group':
      return { actor: comparableActor(object) };
    case 'StatementRef':
      return { statement: object.id.toLowerCase() };
    case 'SubStatement': {
      const { objectType: _type, ...rest } = object;
      return { sub: comparableBase(rest as Json) };
    }
    default:
      return { activity: object.id };
  }
}

function comparableActor(actor: Actor): Json {
  const { objectType, mbox, mbox_sha1sum, ...rest } = actor;
  const members = 'member' in rest ? rest.member : undefined;
  return {
    ...rest,
    ...(mbox !== undefined && { mbox: comparableMailto(mbox) }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum: mbox_sha1sum.toLowerCase() }),
    ...(objectType === 'Group' && { group: true }),
    // Members are a set: sort them by their own form.
    ...(members && { member: members.map((member) => canonicalJson(comparableActor(member))).sort() }),
  };
}

function comparableContext(context: Json): Json {
  const out: Record<string, unknown> = { ...context };
  if (typeof out.registration === 'string') out.registration = out.registration.toLowerCase();
  if (typeof out.language === 'string') out.language = out.language.toLowerCase();
  for (const key of ['instructor', 'team']) if (out[key]) out[key] = comparableActor(out[key] as Actor);
  for (const [key, part] of [
    ['contextAgents', 'agent'],
    ['contextGroups', 'group'],
  ] as const) {
    const items = out[key] as readonly Json[] | undefined;
    if (items) out[key] = items.map((item) => ({ ...item, [part]: comparableActor(item[part] as Actor) }));
  }
  const reference = out.statement as { readonly id: string } | undefined;
  if (reference) out.statement = reference.id.toLowerCase();
  if (out.contextActivities) out.contextActivities = comparableActivities(out.contextActivities as Json);
  return out;
}

function comparableActivities(given: Json): Json {
  const out: Record<string, unknown> = {};
  for (const kind of contextActivityKinds) {
    const list = given[kind] as Activity | readonly Activity[] | undefined;
    if (list !== undefined) out[kind] = [list].flat().map((activity) => activity.id);
  }
  return out;
}

function comparableResult(result: Json): Json {
  return typeof result.duration === 'string'
    ? { ...result, duration: comparableDuration(result.duration) }
    : result;
}

function comparableAttachment(attachment: Json): Json {
  return { ...attachment, sha2: String(attachment.sha2).toLowerCase() };
}

/** Milliseconds are what a store must keep, so finer digits cannot tell two statements apart. */
function instantOf(timestamp: string): number | string {
  return parseTimestamp(timestamp, '1.0.3') ?? timestamp;
}
