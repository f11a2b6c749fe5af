import type { Signer } from '@sinau/kernel';
import type { Event, EventId, Session, SessionId } from './event.ts';

/** So long one code is shown. */
export const codeSeconds = 30;
/** The one before is taken as well: a phone needs a moment. */
const slotsTaken = 2;

const beforeMinutes = 30;
const afterMinutes = 15;

/** When people can check in at a session: from half an hour before it until a quarter after it; ISO 8601 UTC. */
export function checkInWindow({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>) {
  return {
    from: new Date(Date.parse(startsAt) - beforeMinutes * 60_000).toISOString(),
    until: new Date(Date.parse(endsAt) + afterMinutes * 60_000).toISOString(),
  };
}

interface Door {
  readonly eventId: EventId;
  readonly sessionId: SessionId;
}

export const slotAt = (now: Date): number => Math.floor(now.getTime() / (codeSeconds * 1000));

const letters = 16;
const signed = (signer: Signer, { eventId, sessionId }: Door, slot: number): string =>
  signer.sign('event-check-in', JSON.stringify([eventId, sessionId, slot])).slice(0, letters);

/** What the organiser's screen shows now; nobody can make one without the key. */
export function codeAt(signer: Signer, door: Door, now: Date): string {
  const slot = slotAt(now);
  return `${slot}.${signed(signer, door, slot)}`;
}

export type ReadCode =
  | { readonly outcome: 'good'; readonly slot: number }
  | { readonly outcome: 'expired' | 'other-session' | 'unknown' };

/** Tells a code that was good a while ago from one for another session, and both from what was never shown. */
export function readCode(
  signer: Signer,
  event: Pick<Event, 'eventId' | 'sessions'>,
  asked: { readonly sessionId: SessionId; readonly code: string; readonly now: Date },
): ReadCode {
  const [slotText = '', mac = ''] = asked.code.split('.');
  const slot = /^\d{1,12}$/.test(slotText) ? Number(slotText) : undefined;
  if (slot === undefined || mac.length !== letters) return { outcome: 'unknown' };
  const { eventId } = event;
  const isOf = (sessionId: SessionId) => isSame(signed(signer, { eventId, sessionId }, slot), mac);
  if (!isOf(asked.sessionId)) {
    const isOther = event.sessions.some(({ sessionId }) => sessionId !== asked.sessionId && isOf(sessionId));
    return { outcome: isOther ? 'other-session' : 'unknown' };
  }
  const age = slotAt(asked.now) - slot;
  if (age < 0) return { outcome: 'unknown' };
  return age < slotsTaken ? { outcome: 'good', slot } : { outcome: 'expired' };
}

/** Looks at every letter, so that the time it takes tells nothing. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
