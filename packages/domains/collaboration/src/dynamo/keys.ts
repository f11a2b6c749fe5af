import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { PairId } from '../pair.ts';
import type { SessionPlace } from '../ports.ts';

/** A pair and its sessions. */
export const pairPartition = (pairId: PairId): string => composeKey('PAIR', pairId);
export const pairKey = (pairId: PairId): Key => ({ pk: pairPartition(pairId), sk: 'PAIR' });
export const sessionPrefix = 'SESSION#';
export const sessionKey = ({ pairId, sessionId }: SessionPlace): Key => ({
  ...{ pk: pairPartition(pairId), sk: composeKey('SESSION', sessionId) },
});

/** Every pair that somebody is in. */
export const memberPartition = (personId: string): string => composeKey('PAIRS-OF', personId);
export const memberKey = (personId: string, pairId: PairId): Key => ({
  ...{ pk: memberPartition(personId), sk: pairId },
});
/** gsi1: memberships of an agency's people. */
export const agencyPartition = (agencyId: string): string => composeKey('PAIRS-AT', agencyId);

/** One live pair of two people, kind and sides. */
export const claimKey = (guide: string, learner: string, kind: string): Key => ({
  ...{ pk: composeKey('PAIR-OF-TWO', guide, learner), sk: kind },
});

/** Time of somebody that sessions take, a row a month. */
export const agendaKey = (personId: string, month: string): Key => ({
  ...{ pk: composeKey('SESSION-TIMES', personId), sk: month },
});

/** Parts of what waits for its turn, so that many can write at once. */
export const turnShards = 4;
/** gsi1: whose turn comes next, the earliest first. */
export const turnPartition = (shard: number): string => composeKey('PAIR-TURNS', String(shard));
export const turnSortKey = (at: string, ...parts: readonly string[]): string => composeKey(at, ...parts);

export function shardOf(pairId: string): number {
  let sum = 0;
  for (const letter of pairId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % turnShards;
}
