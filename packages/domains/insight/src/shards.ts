import type { Digest } from '@sinau/kernel';

/**
 * Learners of one course lie in so many partitions: a national campaign in which 20,000 finish within an hour, or
 * within a minute, writes to all of them alike (case R6).
 */
export const insightShards = 16;

/** Where a registration lies: by a hash, since other systems may choose theirs as they like. */
export function markOf({ sha256 }: Pick<Digest, 'sha256'>, registration: string) {
  const hash = sha256(`insight|${registration}`);
  // Two parts of the hash that do not depend on each other: a part of every shard is a random part of all learners.
  return { mark: hash.slice(0, 8), shard: Number.parseInt(hash.slice(8, 10), 16) % insightShards };
}

const marks = 2 ** 32;

/** Share of all learners whose mark is below `cut`. */
export const shareBelow = (cut: string): number => Number.parseInt(cut, 16) / marks;
