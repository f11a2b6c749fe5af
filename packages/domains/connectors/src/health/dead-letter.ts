import type { Clock, Ids } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import type { JobMessage } from '../job.ts';
import type { AdapterFailureReason } from '../ports.ts';
import type { LetterStore } from './ports.ts';

/** Work for a provider that failed and does not come again by itself. */
export interface DeadLetter {
  /** Sortable: when it failed, and something random. */
  readonly letterId: string;
  readonly connectionId: ConnectionId;
  /** The message of the queue: ids alone. */
  readonly message: JobMessage;
  readonly reason: AdapterFailureReason;
  readonly at: string;
  readonly tries: number;
  /** How often somebody sent it again. */
  readonly replays: number;
}

export const deadLetterSeconds = 90 * 24 * 3600;

/** Puts a message aside for people; does nothing for one that belongs to no connection. */
export async function keepLetter(
  deps: { readonly letters: Pick<LetterStore, 'add'>; readonly clock: Clock; readonly ids: Ids },
  failed: { readonly message: JobMessage; readonly reason: AdapterFailureReason },
): Promise<void> {
  const { tries = 0, replays = 0, since: _, ...message } = failed.message;
  const { connectionId } = message;
  if (connectionId === undefined) return;
  const at = deps.clock.now().toISOString();
  await deps.letters.add({
    letterId: `${at}.${deps.ids.uuid()}`,
    connectionId,
    message,
    reason: failed.reason,
    at,
    tries: tries + 1,
    replays,
  });
}
