import { storedIn } from '../flatten-line.ts';
import type { LineChunk, RecordFeed } from '../ports.ts';

/** One agency's feed that a test fills; it answers every agency alike. */
export function memoryRecordFeed(): RecordFeed & {
  append(lane: number, ...lines: readonly string[]): void;
  /** Puts another line in the place of one, as an erasure does. */
  replace(line: string, by: string): void;
  all(): readonly string[];
} {
  const lanes = new Map<number, LineChunk[]>();
  return {
    append: (lane, ...lines) => {
      const chunks = lanes.get(lane) ?? [];
      lanes.set(lane, chunks);
      chunks.push({ number: chunks.length + 1, lines });
    },
    replace: (line, by) => {
      for (const [lane, chunks] of lanes) {
        lanes.set(
          lane,
          chunks.map((chunk) => ({ ...chunk, lines: chunk.lines.map((one) => (one === line ? by : one)) })),
        );
      }
    },
    all: () => [...lanes.values()].flat().flatMap(({ lines }) => lines),
    ends: async () =>
      [...lanes]
        .map(([lane, chunks]) => ({
          lane,
          chunk: chunks.length,
          lines: chunks.flatMap(({ lines }) => lines).length,
        }))
        .sort((one, other) => one.lane - other.lane),
    chunkBefore: async (_agencyId, { lane }, since) => {
      const first = (lanes.get(lane) ?? []).findIndex(({ lines }) =>
        lines.some((line) => storedIn(line) >= since),
      );
      return first < 0 ? (lanes.get(lane) ?? []).length : first;
    },
    read: async ({ lane, after, limit }) => (lanes.get(lane) ?? []).slice(after, after + limit),
  };
}
