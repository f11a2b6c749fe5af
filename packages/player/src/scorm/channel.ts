import type { ScormAnswer } from '@sinau/scorm';
import type { Channel, Outcome } from './link.ts';

/** Browsers hand over so many bytes after a page is gone, all its beacons together. */
const maxBeaconBytes = 60_000;

/** How long the server is spared when it does not say, and at most. */
const usualSpareMs = 1000;
const longestSpareMs = 10_000;

/** Sends to the address that the server gave, whose query carries the token: a beacon has no headers. */
export function createChannel(commitUrl: string, keep: Channel['keep']): Channel {
  let beaconBytes = 0;
  const sync = (text: string): Outcome => {
    try {
      const request = new XMLHttpRequest();
      request.open('POST', commitUrl, false);
      request.setRequestHeader('content-type', 'text/plain;charset=UTF-8');
      request.send(text);
      return outcomeOf(request.status, request.responseText);
    } catch {
      return { kind: 'unreachable' };
    }
  };
  return {
    sendNow: (text) => (navigator.onLine ? sync(text) : { kind: 'unreachable' }),
    send: async (text, signal) => {
      try {
        const answer = await fetch(commitUrl, {
          method: 'POST',
          body: text,
          headers: { 'content-type': 'text/plain;charset=UTF-8' },
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          signal,
        });
        return outcomeOf(answer.status, await answer.text());
      } catch {
        return { kind: 'unreachable' };
      }
    },
    beacon: (text) => {
      const body = new Blob([text], { type: 'text/plain;charset=UTF-8' });
      if (beaconBytes + body.size > maxBeaconBytes || !navigator.sendBeacon(commitUrl, body)) return false;
      beaconBytes += body.size;
      return true;
    },
    keep,
  };
}

/** By the problem details that wire.ts names. */
export function outcomeOf(status: number, body: string): Outcome {
  const told = parse(body);
  if (status === 200 && told.result === true) {
    // The server is ours; what it answers is what wire.ts says.
    return { kind: 'answered', answer: told as unknown as ScormAnswer };
  }
  if (told.code === 'delivery.scorm-replaced') return { kind: 'replaced' };
  if (told.code === 'delivery.session-ended' || status === 401) return { kind: 'ended' };
  if (status === 429) return { kind: 'busy', afterMs: spareMs(told.retryAfterSeconds) };
  // Any other conflict passes. A refusal without our code is of somebody on the way, such as a firewall: it passes too.
  const lasting = [400, 403, 404, 413, 422].includes(status);
  return { kind: lasting && told.code !== undefined ? 'refused' : 'unreachable' };
}

function spareMs(seconds: unknown): number {
  return typeof seconds === 'number' && seconds > 0 ? Math.min(seconds * 1000, longestSpareMs) : usualSpareMs;
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
