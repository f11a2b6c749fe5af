import { ConnectionNotFound } from '../errors.ts';
import type { JobQueue } from '../job.ts';
import { type ConnectionInput, ownConnection } from '../own-connection.ts';
import type { ConnectionStore } from '../ports.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { LetterStore } from './ports.ts';

interface LetterDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly letters: LetterStore;
}

const pageSize = 50;

export interface LetterPage {
  readonly letters: readonly DeadLetter[];
  /** Of the last one, when more may follow. */
  readonly next?: string;
}

/** Newest first. */
export async function listLetters(
  deps: LetterDeps,
  input: ConnectionInput & { readonly after?: string },
): Promise<LetterPage> {
  const { connectionId } = await ownConnection(deps, input);
  const { after } = input;
  const letters = await deps.letters.list(connectionId, {
    limit: pageSize,
    ...(after !== undefined && { after }),
  });
  const last = letters.length === pageSize ? letters.at(-1) : undefined;
  return { letters, ...(last && { next: last.letterId }) };
}

type ReplayDeps = LetterDeps & { readonly queue: JobQueue };

/** Puts one dead letter back to work. If it fails again, it is back here. */
export async function replayLetter(
  deps: ReplayDeps,
  input: ConnectionInput & { readonly letterId: string },
): Promise<void> {
  const { connectionId } = await ownConnection(deps, input);
  const letter = await deps.letters.find(connectionId, input.letterId);
  if (!letter) throw new ConnectionNotFound();
  await replay(deps, letter);
}

/** Puts dead letters back to work, the newest first, at most `most`. Resolves with how many. */
export async function replayLetters(
  deps: ReplayDeps,
  input: ConnectionInput & { readonly most?: number },
): Promise<{ readonly replayed: number; readonly more: boolean }> {
  const { connectionId } = await ownConnection(deps, input);
  const { most = 500 } = input;
  let replayed = 0;
  for (;;) {
    const letters = await deps.letters.list(connectionId, { limit: Math.min(pageSize, most - replayed) });
    for (const letter of letters) await replay(deps, letter);
    replayed += letters.length;
    if (letters.length < pageSize || replayed >= most) return { replayed, more: replayed >= most };
  }
}

/** Sent before it is removed: after a crash in between it is done twice, which jobs can take, and never not at all. */
async function replay({ queue, letters }: ReplayDeps, letter: DeadLetter): Promise<void> {
  await queue.send({ ...letter.message, replays: letter.replays + 1 });
  await letters.remove(letter.connectionId, letter.letterId);
}

/** Throws one away. */
export async function discardLetter(
  deps: LetterDeps,
  input: ConnectionInput & { readonly letterId: string },
): Promise<void> {
  const { connectionId } = await ownConnection(deps, input);
  const letter = await deps.letters.find(connectionId, input.letterId);
  if (!letter) throw new ConnectionNotFound();
  await deps.letters.remove(connectionId, letter.letterId);
}
