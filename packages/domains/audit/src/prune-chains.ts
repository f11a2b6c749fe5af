import { headsBefore } from './anchor.ts';
import type { AnchorDeps } from './anchor-chains.ts';

/** Lines are kept for a year; a leap day more is no matter. */
export const keptDays = 366;

export const keptSince = (now: Date): number => now.getTime() - keptDays * 86_400_000;

/**
 * Takes away what is older than a year, up to where an anchor of that time saw each chain: the anchor stays and vouches for what
 * follows, and a check begins there. At most `limit` lines a run; tells how many.
 */
export async function pruneChains(
  { sources, anchors, clock }: Pick<AnchorDeps, 'sources' | 'anchors' | 'clock'>,
  { limit }: { readonly limit: number },
): Promise<number> {
  const prunable = sources.filter(({ prune }) => prune);
  if (prunable.length === 0) return 0;
  const floors = headsBefore(await anchors.all(), keptSince(clock.now()));
  let left = limit;
  for (const source of prunable) {
    for (const chain of floors.size === 0 ? [] : await source.chains()) {
      const floor = floors.get(chain);
      if (!floor || left <= 0) continue;
      left -= (await source.prune?.(chain, { number: floor.number, limit: left }))?.pruned ?? 0;
    }
  }
  return limit - left;
}
