import { type Healing, healCommit } from './heal-commit.ts';
import { type Held, heldBefore, release } from './holds.ts';
import { msOf } from './position.ts';
import { readCommitAt } from './read-commit.ts';

/** Heals what the follower of the stream has given up. */
export interface RecordHealer {
  /** The oldest commits that are held for longer than the follower needs, so many at most. Idempotent. */
  healHeld(limit: number): Promise<HealedHolds>;
}

export interface HealedHolds {
  readonly healed: number;
  /** Still held, oldest first. */
  readonly failed: readonly {
    readonly position: string;
    /** Epoch milliseconds. */
    readonly storedMs: number;
    readonly error: unknown;
  }[];
}

/** Younger ones are the follower's own. */
const patienceMs = 60_000;

export function createRecordHealer(healing: Healing): RecordHealer {
  const { context } = healing;
  return {
    async healHeld(limit) {
      const ms = context.clock.now().getTime() - patienceMs;
      const failed: HealedHolds['failed'][number][] = [];
      const all = await heldBefore(context, { ms, limit });
      for (const one of all) {
        try {
          await healOne(healing, one);
        } catch (error) {
          failed.push({ position: one.position, storedMs: msOf(one.position), error });
        }
      }
      return { healed: all.length - failed.length, failed };
    },
  };
}

async function healOne(healing: Healing, held: Held): Promise<void> {
  const commit = await readCommitAt(healing.context, held);
  if (!commit) throw new Error('a hold leads to no commit');
  if (commit === 'erased') await release(healing.context, held.position);
  else await healCommit(healing, commit, true);
}
