import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import type { Digest } from '@sinau/kernel';
import { parseIsoDuration } from '@sinau/scorm';
import type { Activity, JsonValue, StoredStatement } from '@sinau/xapi';
import { coverageOf } from './coverage.ts';
import { readQuestion, scoreOf } from './read-question.ts';
import { type Signal, sessionOfPart } from './signals.ts';

/** A statement with its place in the record store. */
export interface PlacedStatement {
  readonly position: string;
  /** ISO 8601 UTC. */
  readonly stored: string;
  readonly statement: StoredStatement;
}

interface Read extends PlacedStatement {
  readonly sessionId: string;
  readonly activity: Activity;
  readonly digest: Digest;
}

const adl = 'http://adlnet.gov/expapi/verbs/';
const answerVerbs = new Set([`${adl}answered`, `${adl}responded`]);
const playerVerbs = new Set([
  'https://w3id.org/xapi/video/verbs/paused',
  `${adl}completed`,
  `${adl}terminated`,
]);
const recordings = ['https://w3id.org/xapi/video', 'https://w3id.org/xapi/audio'];
const playerExtension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
const maxResponse = 250;
/** A row holds the pages of a session; nobody reads more of a document in one. */
const maxPage = 500;

/** What a statement of a session tells, if anything that is counted. Never throws, whatever content sends. */
export function readSignal(
  { digest }: { readonly digest: Digest },
  placed: PlacedStatement,
): Signal | undefined {
  const { object } = placed.statement;
  const sessionId = sessionOf(placed.statement);
  if (sessionId === undefined || !isActivity(object)) return undefined;
  const read = { ...placed, sessionId, activity: object, digest };
  const reader = readers.find(({ verbs: known }) => known.has(placed.statement.verb.id));
  return reader?.read(read) ?? readPlayed(read);
}

const readers: readonly {
  readonly verbs: ReadonlySet<string>;
  readonly read: (statement: Read) => Signal | undefined;
}[] = [
  { verbs: new Set([verbs.launched]), read: readLaunch },
  { verbs: new Set([verbs.terminated, verbs.abandoned]), read: readEnd },
  { verbs: new Set([`${adl}experienced`]), read: readPage },
  { verbs: answerVerbs, read: readAnswer },
];

/** Where something is opened to look at only, nothing of the session counts. */
function readLaunch({ statement, activity, sessionId, stored }: Read): Signal | undefined {
  if (!hasCategory(statement, [categories.cmi5])) return undefined;
  const part = partOf(activity.id);
  const mode = statement.context?.extensions?.[contextExtensions.launchMode];
  if (part === undefined || mode !== 'Normal') return undefined;
  return { kind: 'launched', sessionId, part, at: stored };
}

function readEnd({ statement, sessionId, stored }: Read): Signal | undefined {
  if (!hasCategory(statement, [categories.cmi5])) return undefined;
  const seconds = parseIsoDuration(statement.result?.duration ?? '');
  const by = statement.verb.id === verbs.terminated ? 'content' : 'platform';
  return { kind: 'ended', sessionId, end: { at: stored, by, ...(seconds !== undefined && { seconds }) } };
}

/** The pages of our viewer, which names them under the part. */
function readPage({ activity, sessionId }: Read): Signal | undefined {
  const page = Number(/\/au\/[0-9a-f]{32}\/page\/(\d{1,4})$/.exec(activity.id)?.[1] ?? 0);
  return page > 0 && page <= maxPage ? { kind: 'page', sessionId, page } : undefined;
}

function readAnswer({ statement, activity, sessionId, position, stored, digest }: Read): Signal | undefined {
  const { result } = statement;
  if (result?.response === undefined) return undefined;
  const score = scoreOf(result);
  const response = result.response.slice(0, maxResponse).toWellFormed();
  return {
    ...{ kind: 'answered', sessionId, position, at: stored, about: readQuestion({ digest }, activity) },
    answer: { response, ...(score !== undefined && { score }) },
  };
}

function readPlayed({ statement, sessionId, position }: Read): Signal | undefined {
  if (!playerVerbs.has(statement.verb.id) || !hasCategory(statement, recordings)) return undefined;
  const segments = textOf(statement.result?.extensions?.[playerExtension('played-segments')]);
  const lengthSeconds = statement.context?.extensions?.[playerExtension('length')];
  if (segments === undefined || typeof lengthSeconds !== 'number') return undefined;
  const coverage = coverageOf(segments, lengthSeconds);
  if (coverage === undefined) return undefined;
  return { kind: 'watched', sessionId, position, watched: { lengthSeconds, coverage } };
}

/** The LMS makes these ids; content can write none of its own (cmi5 10.2.1). */
function sessionOf({ verb, context }: StoredStatement): string | undefined {
  const named = textOf(context?.extensions?.[contextExtensions.sessionId]);
  if (named !== undefined) return /^[\w-]{1,64}$/.test(named) ? named : undefined;
  // Tin Can content knows of no session: the LMS adds its part, and the mode where the visit counts for nothing.
  const mode = context?.extensions?.[contextExtensions.launchMode];
  if (!answerVerbs.has(verb.id) || (mode !== undefined && mode !== 'Normal')) return undefined;
  const ids = [context?.contextActivities?.grouping ?? []].flat().map(({ id }) => id);
  const part = ids.flatMap((id) => partOf(id) ?? []).at(-1);
  return part === undefined ? undefined : sessionOfPart(part);
}

/** Mark of the AU that an activity id of this platform names. */
const partOf = (activityId: string): string | undefined => /\/au\/([0-9a-f]{32})$/.exec(activityId)?.[1];

const isActivity = (object: StoredStatement['object']): object is Activity =>
  object.objectType === undefined || object.objectType === 'Activity';

const textOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function hasCategory({ context }: StoredStatement, ids: readonly string[]): boolean {
  const given = context?.contextActivities?.category ?? [];
  return [given].flat().some(({ id }) => ids.includes(id));
}
