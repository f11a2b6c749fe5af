import type { GlobalObjectives, ScormAnswer, ScormItemStart, ScormMessage, ScormStart } from '@sinau/scorm';
import { SessionError } from '../session.ts';
import { createChannel } from './channel.ts';
import { asLastWords, type KeepSlot } from './kept.ts';
import type { Outcome } from './link.ts';

/**
 * Sends what the page before could not, before anything is opened; gives the start as it stands then. Rejects with
 * SessionError when the server cannot be reached or has ended the session; what is kept stays then.
 */
export async function recover(
  start: ScormStart,
  slot: Pick<KeepSlot, 'read' | 'clear'>,
  send: (text: string) => Promise<Outcome> = sendTo(start.commitUrl),
): Promise<ScormStart> {
  const known = new Set<string | undefined>(start.items.map(({ itemId }) => itemId));
  const kept = slot.read();
  let standing = start;
  for (const message of asLastWords(kept).filter(({ itemId }) => known.has(itemId))) {
    const outcome = await sendPatiently(JSON.stringify(message), send);
    if (outcome.kind === 'unreachable' || outcome.kind === 'busy') throw new SessionError('unreachable');
    if (outcome.kind === 'ended') throw new SessionError('ended');
    // What the learner has overtaken elsewhere, or the server can never take, is given up; the others still count.
    if (outcome.kind === 'answered') standing = after(standing, outcome.answer, message);
  }
  if (kept.length > 0) slot.clear();
  return standing;
}

const mostTries = 4;

/** A server that wants to be spared is, before it counts as unreachable. */
async function sendPatiently(text: string, send: (text: string) => Promise<Outcome>): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await send(text);
    if (outcome.kind !== 'busy' || tries === mostTries) return outcome;
    await new Promise((resolve) => setTimeout(resolve, outcome.afterMs));
  }
}

function after(
  start: ScormStart,
  { outcome, item, savedAt }: ScormAnswer,
  { commit, sequencing }: ScormMessage,
): ScormStart {
  // The server had something newer, and gave it at the start.
  if (outcome !== 'stored') return start;
  const state = sequencing?.state;
  return {
    ...start,
    ...(item && {
      items: start.items.map(
        (one): ScormItemStart => (one.itemId === item.itemId ? { ...one, ...item } : one),
      ),
    }),
    // What was kept is newer than what the server gave before it.
    globalObjectives: {
      ...start.globalObjectives,
      ...(commit?.globalObjectives as GlobalObjectives | undefined),
    },
    ...(state !== undefined && { sequencingState: state }),
    ...(savedAt !== undefined && { savedAt }),
  };
}

function sendTo(commitUrl: string): (text: string) => Promise<Outcome> {
  const channel = createChannel(commitUrl, () => undefined);
  return (text) => channel.send(text, new AbortController().signal);
}
