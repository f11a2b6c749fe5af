import type { GlobalObjectives, ScormAnswer, ScormItemStart, ScormMessage, ScormStart } from '@sinau/scorm';
import { SessionError } from '../session.ts';
import { createChannel } from './channel.ts';
import { asVisits, isNews, type KeepSlot } from './kept.ts';
import type { Outcome } from './link.ts';

export interface Recovered {
  /** As it stands after what was kept has been stored. */
  readonly start: ScormStart;
  /** Messages and visits of this run that are used up. */
  readonly sent: number;
  readonly visits: number;
}

/**
 * Sends what the page before could not, before anything is opened: as visits of this run. Rejects with SessionError when
 * the server cannot be reached or has ended the session; what is kept stays then.
 */
export async function recover(
  start: ScormStart,
  slot: KeepSlot,
  send: (text: string) => Promise<Outcome> = sendTo(start.commitUrl),
): Promise<Recovered> {
  const kept = slot.read();
  const known = new Set(start.items.map(({ itemId }) => itemId));
  const visits =
    kept && isNews(kept, start.savedAt) ? asVisits(kept).filter(({ itemId }) => known.has(itemId ?? '')) : [];
  let standing = start;
  let sequence = 0;
  for (const visit of visits) {
    sequence += 1;
    const outcome = await send(JSON.stringify({ run: start.run, sequence, ...visit }));
    if (outcome.kind === 'unreachable') throw new SessionError('unreachable');
    if (outcome.kind === 'ended' || outcome.kind === 'replaced') throw new SessionError('ended');
    // What the server can never take is given up; the others still count.
    if (outcome.kind !== 'answered') continue;
    standing = after(standing, outcome.answer, visit);
  }
  if (kept) slot.clear();
  return { start: standing, sent: sequence, visits: visits.length };
}

function after(
  start: ScormStart,
  { item, savedAt }: ScormAnswer,
  { commit, sequencing }: Pick<ScormMessage, 'commit' | 'sequencing'>,
): ScormStart {
  const state = sequencing?.state;
  return {
    ...start,
    ...(item && {
      items: start.items.map((one): ScormItemStart => (one.itemId === item.itemId ? item : one)),
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
