import type { AgencyId, Digest } from '@sinau/kernel';
import { laneOf, unitsOf } from './append-records.ts';
import type { FeedUnit, RecordedCommit } from './feed.ts';
import { type KnownLines, keyOf, readKnownLines } from './feed-lines.ts';
import type { FeedRepair, FeedStore } from './ports.ts';

export interface RestoreDeps {
  readonly feed: FeedStore;
  readonly repair: FeedRepair;
  readonly digest: Digest;
  readonly laneCount: number;
}

/** Brings feeds to what the record store says. */
export interface FeedRestorer {
  /** Appends the lines of these commits that the feeds lack; answers how many those were. */
  restore(commits: readonly RecordedCommit[]): Promise<number>;
}

/**
 * The marks of units live for 30 days only, so a rebuild looks into the feeds themselves: each is read once, when the
 * first commit of its agency comes. Safe beside running projectors, which append under the same marks, and again.
 * @param only this agency's feed @default every agency's
 */
export function createFeedRestorer(deps: RestoreDeps, only?: AgencyId): FeedRestorer {
  const known = new Map<AgencyId, KnownLines>();

  async function restoreOf(agencyId: AgencyId, commits: readonly RecordedCommit[]): Promise<number> {
    const lines = known.get(agencyId) ?? (await readKnownLines(deps, agencyId));
    known.set(agencyId, lines);
    let count = 0;
    for (const commit of commits) {
      const units = unitsOf(commit, agencyId).flatMap((unit) => missingOf(unit, lines));
      if (units.length === 0) continue;
      // Left from a feed that is gone; a mark of this feed says that its projector was faster.
      await deps.repair.dropStaleMarks(
        agencyId,
        units.map(({ key }) => key),
      );
      await deps.feed.append({ agencyId, lane: laneOf(deps, commit.position), units });
      count += units.reduce((sum, unit) => sum + unit.lines.length, 0);
    }
    return count;
  }

  return {
    async restore(commits) {
      const agencies = new Set(
        commits.flatMap(({ statements, voids }) => [...statements, ...voids].flatMap((one) => one.agencies)),
      );
      let count = 0;
      for (const agencyId of agencies) {
        if (only === undefined || agencyId === only) count += await restoreOf(agencyId, commits);
      }
      return count;
    },
  };
}

/** A unit keeps its key unless a part of it is there, which happens only when units were once cut otherwise. */
function missingOf(unit: FeedUnit, known: KnownLines): readonly FeedUnit[] {
  const lines = unit.lines.filter((line) => !known.has(keyOf(line)));
  const [first] = lines;
  if (!first) return [];
  if (lines.length === unit.lines.length) return [unit];
  return [{ key: `rest ${keyOf(first)}`, lines }];
}

/** Counts the lanes that were too long for their writers to count. */
export async function countLanes(
  deps: Pick<RestoreDeps, 'feed' | 'repair'>,
  agencyId: AgencyId,
): Promise<void> {
  for (const { lane, lines } of await deps.feed.heads(agencyId)) {
    if (lines === undefined) await deps.repair.countLane(agencyId, lane);
  }
}
