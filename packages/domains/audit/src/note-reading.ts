import type { Clock, Principal } from '@sinau/kernel';
import type { ReadingLog, SeenLately } from './ports.ts';
import { type About, isOwn, type ReadKind, readerOf } from './reading.ts';

/** The same look again within it leaves no second line. */
const windowMs = { person: 15 * 60_000, client: 24 * 3600_000 } as const;

/**
 * Notes that somebody was shown records of others; own ones leave no line. Rejects with `Unavailable` when the line could
 * not be written.
 */
export async function noteReading(
  deps: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately; readonly clock: Clock },
  input: {
    readonly principal: Principal;
    readonly what: ReadKind;
    readonly about?: About;
    /** Given: a line in any case, with these words. */
    readonly reason?: string;
  },
): Promise<'noted' | 'seen' | 'own'> {
  const reader = readerOf(input.principal);
  if (!reader) return 'own';
  const { what, about = { kind: 'office', office: reader.office } as const } = input;
  if (isOwn(reader, about)) return 'own';
  const now = deps.clock.now();
  const key = { actor: reader.actor, what, about };
  if (input.reason === undefined && (await deps.seen.has(key, now))) return 'seen';
  const { reason } = input;
  const said = reason === undefined ? {} : { reason };
  await deps.log.append({ at: now.toISOString(), ...reader, what, about, ...said });
  await deps.seen.note(key, new Date(now.getTime() + windowMs[reader.actor.kind]));
  return 'noted';
}
