import type { Session } from './ports.ts';

/** Hours without a request after which a session is over; a course in another window keeps none alive. */
const idleMs = 4 * 3600 * 1000;

/** Hours after which it is over in any case: a working day. */
export const sessionSeconds = 12 * 3600;

/** When the session is over if nothing happens any more. */
export function endsAt(session: Session): Date {
  const idleEnd = Date.parse(session.seenAt) + idleMs;
  return new Date(Math.min(idleEnd, Date.parse(session.openedAt) + sessionSeconds * 1000));
}
