import { type CodeDoor, changingCode, matchCode, type Signer } from '@sinau/kernel';
import type { Event, EventId, SessionId } from './event.ts';

interface Door {
  readonly eventId: EventId;
  readonly sessionId: SessionId;
}

const doorOf = ({ eventId, sessionId }: Door): CodeDoor & Pick<Door, 'sessionId'> => ({
  ...{ purpose: 'event-check-in', parts: [eventId, sessionId], sessionId },
});

/** What the organiser's screen shows now. */
export const codeAt = (signer: Signer, door: Door, now: Date): string =>
  changingCode(signer, doorOf(door), now);

export type ReadCode =
  | { readonly outcome: 'good'; readonly slot: number }
  | { readonly outcome: 'expired' | 'other-session' | 'unknown' };

/** Tells a code that was good a while ago from one for another session, and both from what was never shown. */
export function readCode(
  signer: Signer,
  { eventId, sessions }: Pick<Event, 'eventId' | 'sessions'>,
  asked: { readonly sessionId: SessionId; readonly code: string; readonly now: Date },
): ReadCode {
  const doors = sessions.map(({ sessionId }) => doorOf({ eventId, sessionId }));
  const read = matchCode(signer, doors, asked);
  if (read.outcome === 'unknown') return read;
  if (read.door.sessionId !== asked.sessionId) return { outcome: 'other-session' };
  return read.outcome === 'good' ? { outcome: 'good', slot: read.slot } : { outcome: 'expired' };
}
