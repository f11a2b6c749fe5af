import type { Clock } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { EraseNotice, FeedChunk, FeedLine } from '../feed.ts';
import type { FeedEraser, FeedStore } from '../ports.ts';

const linesPerChunk = 3;

/** The port on maps, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryFeedStore(clock: Clock = fixedClock()): FeedStore & FeedEraser {
  const lanes = new Map<string, Map<number, FeedChunk[]>>();
  const seen = new Set<string>();
  const kept = new Map<string, Map<string, EraseNotice>>();
  const lanesOf = (agencyId: string) => {
    const found = lanes.get(agencyId) ?? new Map<number, FeedChunk[]>();
    lanes.set(agencyId, found);
    return found;
  };

  return {
    async append({ agencyId, lane, units }) {
      const fresh = units.filter(({ key }) => !seen.has(`${agencyId} ${key}`));
      if (fresh.length === 0) return;
      const chunks = lanesOf(agencyId).get(lane) ?? [];
      lanesOf(agencyId).set(lane, chunks);
      const lines: FeedLine[] = fresh.flatMap((unit) => unit.lines);
      for (const { key } of fresh) seen.add(`${agencyId} ${key}`);
      const nowMs = clock.now().getTime();
      while (lines.length > 0) {
        const last = chunks.at(-1);
        chunks.push({
          number: chunks.length + 1,
          linesBefore: linesOf(chunks),
          appendedMs: Math.max(nowMs, last?.appendedMs ?? 0),
          lines: lines.splice(0, linesPerChunk),
        });
      }
    },
    async heads(agencyId) {
      return [...lanesOf(agencyId)].map(([lane, chunks]) => ({
        lane,
        chunks: chunks.length,
        lines: linesOf(chunks),
        bornMs: chunks[0]?.appendedMs ?? 0,
      }));
    },
    async lanes(agencyId) {
      return [...lanesOf(agencyId).keys()];
    },
    async read({ agencyId, lane, after, limit }) {
      const rest = (lanesOf(agencyId).get(lane) ?? []).slice(after);
      return { chunks: rest.slice(0, limit), more: rest.length > limit };
    },
    async replace({ agencyId, lane, chunk, lines, notices }) {
      const chunks = lanesOf(agencyId).get(lane) ?? [];
      const index = chunks.indexOf(chunk);
      if (index < 0) return 'changed';
      chunks[index] = { ...chunk, lines };
      const all = kept.get(agencyId) ?? new Map<string, EraseNotice>();
      for (const notice of notices) all.set(notice.position, notice);
      kept.set(agencyId, all);
      return 'replaced';
    },
    async notices(agencyId, limit) {
      const all = [...(kept.get(agencyId)?.values() ?? [])];
      return all.sort((one, other) => (one.position < other.position ? -1 : 1)).slice(0, limit);
    },
    async forget(agencyId, notices) {
      for (const { position } of notices) kept.get(agencyId)?.delete(position);
    },
  };
}

const linesOf = (chunks: readonly FeedChunk[]) => chunks.reduce((sum, { lines }) => sum + lines.length, 0);
