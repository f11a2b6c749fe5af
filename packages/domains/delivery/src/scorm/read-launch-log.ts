import type { Digest } from '@sinau/kernel';
import { DeliveryNotFound } from '../errors.ts';
import type { LaunchLog, LoggedCalls, LoggedSession } from './ports.ts';

/** A session as those may see it who look for the cause of trouble: whose it is, they are not told. */
export interface SessionTrace extends Omit<LoggedSession, 'registration'> {
  /** The same for every session of this learner's run through the course, and for nothing else. */
  readonly learner: string;
}

/** Sessions of a course whose content was listened to, the latest first. Who may ask is for the caller to decide. */
export async function listLaunchLogs(
  deps: { readonly launchLog: LaunchLog; readonly digest: Digest },
  page: { readonly courseId: string; readonly limit: number; readonly after?: string },
): Promise<{
  readonly sessions: readonly (SessionTrace & { readonly calls: number; readonly errors: number })[];
  readonly next?: string;
}> {
  const { sessions, next } = await deps.launchLog.listSessions(page);
  return {
    sessions: sessions.map((session) => nameless(deps, session)),
    ...(next !== undefined && { next }),
  };
}

/** Every call of one session. Rejects with `DeliveryNotFound` for one that is absent or of another course. */
export async function readLaunchLog(
  deps: { readonly launchLog: LaunchLog; readonly digest: Digest },
  place: { readonly courseId: string; readonly sessionId: string },
): Promise<{ readonly session: SessionTrace; readonly entries: readonly LoggedCalls[] }> {
  const found = await deps.launchLog.read(place.sessionId);
  if (found?.session.courseId !== place.courseId) throw new DeliveryNotFound('There is no such launch log.');
  return { session: nameless(deps, found.session), entries: found.entries };
}

function nameless<Session extends LoggedSession>(
  { digest }: { readonly digest: Digest },
  { registration, ...session }: Session,
): Omit<Session, 'registration'> & { readonly learner: string } {
  return { ...session, learner: digest.sha256(`launch-log|${registration}`).slice(0, 16) };
}
