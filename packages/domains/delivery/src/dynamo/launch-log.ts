import { composeKey, type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';
import { maxCallsPerSession, type ScormCall } from '@sinau/scorm';
import * as z from 'zod';
import type { LaunchLog, LoggedCalls, LoggedSession } from '../scorm/ports.ts';
import { launchLogEntryKey, launchLogKey, launchLogPrefix, launchLogRange } from './keys.ts';

const keptSeconds = 90 * 86_400;

const sessionRow = z.object({
  registration: z.string(),
  sessionId: z.string(),
  courseId: z.string(),
  version: z.number(),
  auIndex: z.number(),
  startedAt: z.string(),
  calls: z.number(),
  errors: z.number(),
});

const entryRow = z.object({
  run: z.number(),
  sequence: z.number(),
  itemId: z.string().exactOptional(),
  /** JSON. */
  calls: z.string(),
  at: z.string(),
});

/** One row a session, with its count, and one a message. */
export function createLaunchLog(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): LaunchLog {
  const { dynamo, table } = deps;

  const rowsOf = ([partition, prefix]: readonly [string, string]): Promise<readonly Item[]> =>
    queryAll(deps, { partition, sort: { prefix }, consistent: true });

  return {
    async append(session, entry) {
      const item = entryItem(session, entry);
      const written = await dynamo.transactWrite([
        { kind: 'update', table, key: launchLogKey(session), ...counting(session, entry) },
        // Absent: the same message again is counted once.
        { kind: 'put', table, item, condition: { expression: 'attribute_not_exists(pk)' } },
      ]);
      if (written.outcome === 'done') return 'kept';
      const [, again] = written.reasons;
      return again?.code === 'ConditionalCheckFailed' ? 'kept' : 'full';
    },
    async listSessions({ courseId, limit, after }) {
      const page = await dynamo.query({
        table,
        index: 'gsi1',
        partition: courseLogs(courseId),
        descending: true,
        // One for the bound itself, one to know whether more follow.
        limit: limit + 2,
        ...(after !== undefined && { sort: { between: [lowest, after.toWellFormed().slice(0, 300)] } }),
      });
      const found = page.items.map((row) => sessionRow.parse(row)).filter((one) => placeOf(one) !== after);
      const sessions = found.slice(0, limit);
      const last = sessions.at(-1);
      return { sessions, ...(last && found.length > limit && { next: placeOf(last) }) };
    },
    async read(sessionId) {
      const found = await dynamo.query({ table, index: 'gsi2', partition: logOf(sessionId), limit: 1 });
      const [row] = found.items;
      if (!row) return undefined;
      const { calls: _, errors: _errors, ...session } = sessionRow.parse(row);
      const entries = await rowsOf([launchLogKey(session).pk, launchLogPrefix(session)]);
      return { session, entries: entries.map(readEntry) };
    },
    async countOf(registration, until) {
      const entries = (await rowsOf(launchLogRange(registration))).filter(isEntry).map(readEntry);
      return entries.filter(({ at }) => at <= until).length;
    },
    async forget(registration) {
      const rows = await rowsOf(launchLogRange(registration));
      await dynamo.batchWrite({ table, deletes: rows.map(({ pk, sk }) => ({ pk, sk })) });
      return rows.filter(isEntry).length;
    },
  };
}

const isEntry = ({ kind }: Item): boolean => kind === 'launch-log-calls';

const courseLogs = (courseId: string): string => composeKey('LAUNCH-LOGS', courseId);

/** Below every place; a key is never empty. */
const lowest = ' ';

const placeOf = (session: LoggedSession): string => `${session.startedAt}#${session.sessionId}`;

const logOf = (sessionId: string): string => composeKey('LAUNCH-LOG', sessionId);

const expiryOf = (at: string): number => Math.floor(Date.parse(at) / 1000) + keptSeconds;

function counting(session: LoggedSession, { calls, at }: LoggedCalls) {
  const { registration, sessionId, courseId, version, auIndex, startedAt } = session;
  const plain = {
    ...{ registration, sessionId, courseId, version, auIndex, kind: 'launch-log' },
    ...{ gsi1pk: courseLogs(courseId), gsi2pk: logOf(sessionId), gsi2sk: 'LAUNCH-LOG' },
  };
  const names = [...Object.keys(plain), 'startedAt', 'gsi1sk', 'calls', 'errors', 'expiresAt'];
  const set = [
    ...Object.keys(plain).map((name) => `#${name} = :${name}`),
    '#startedAt = if_not_exists(#startedAt, :startedAt)',
    '#gsi1sk = if_not_exists(#gsi1sk, :gsi1sk)',
    '#calls = if_not_exists(#calls, :none) + :more',
    '#errors = if_not_exists(#errors, :none) + :wrong',
    '#expiresAt = :expiresAt',
  ];
  return {
    update: `SET ${set.join(', ')}`,
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: {
      ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [`:${name}`, value])),
      ':startedAt': startedAt,
      ':gsi1sk': placeOf(session),
      ':none': 0,
      ':more': calls.length,
      ':wrong': calls.filter(({ error = 0 }) => error !== 0).length,
      ':room': maxCallsPerSession - calls.length,
      ':expiresAt': expiryOf(at),
    },
    // Room: a page that never stops fills its own log and nothing else.
    condition: 'attribute_not_exists(#calls) OR #calls <= :room',
  };
}

function entryItem(session: LoggedSession, entry: LoggedCalls): Item {
  const { calls, ...rest } = entry;
  return {
    ...launchLogEntryKey(session, entry),
    kind: 'launch-log-calls',
    ...rest,
    calls: JSON.stringify(calls),
    expiresAt: expiryOf(entry.at),
  };
}

function readEntry(row: Item): LoggedCalls {
  const { calls, ...rest } = entryRow.parse(row);
  // Written by this adapter alone.
  return { ...rest, calls: JSON.parse(calls) as readonly ScormCall[] };
}
