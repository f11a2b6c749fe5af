import { maxCallsPerSession } from '@sinau/scorm';
import type { LaunchLog, LoggedCalls, LoggedSession } from '../scorm/ports.ts';

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryLaunchLog(): LaunchLog {
  const logs = new Map<string, { readonly session: LoggedSession; readonly entries: LoggedCalls[] }>();
  const all = (entries: readonly LoggedCalls[]) => entries.flatMap(({ calls }) => calls);
  const entriesOf = (registration: string) =>
    [...logs.values()]
      .filter(({ session }) => session.registration === registration)
      .flatMap(({ entries }) => entries);
  return {
    countOf: async (registration, until) => entriesOf(registration).filter(({ at }) => at <= until).length,
    async forget(registration) {
      const forgotten = entriesOf(registration).length;
      for (const [key, { session }] of logs) if (session.registration === registration) logs.delete(key);
      return forgotten;
    },
    async append(session, entry) {
      const key = session.sessionId;
      const log = logs.get(key) ?? { session, entries: [] };
      if (log.entries.some(({ run, sequence }) => run === entry.run && sequence === entry.sequence))
        return 'kept';
      if (all(log.entries).length + entry.calls.length > maxCallsPerSession) return 'full';
      log.entries.push(entry);
      logs.set(key, log);
      return 'kept';
    },
    async listSessions({ courseId, limit, after }) {
      const sorted = [...logs.values()]
        .filter(({ session }) => session.courseId === courseId)
        .toSorted((a, b) => (a.session.startedAt < b.session.startedAt ? 1 : -1));
      const from = after === undefined ? 0 : Number(after);
      return {
        sessions: sorted.slice(from, from + limit).map(({ session, entries }) => ({
          ...session,
          calls: all(entries).length,
          errors: all(entries).filter(({ error = 0 }) => error !== 0).length,
        })),
        ...(from + limit < sorted.length && { next: String(from + limit) }),
      };
    },
    async read(sessionId) {
      const log = logs.get(sessionId);
      return (
        log && {
          session: log.session,
          entries: log.entries.toSorted((a, b) => a.run - b.run || a.sequence - b.sequence),
        }
      );
    },
  };
}
