import type { RecordFeed } from '@sinau/exports';
import { type FeedStore, placeSince, readChunks, type StatementBodies } from '@sinau/records';

/** The feeds of agencies as exports read them: in whole chunks. */
export function createExportFeed(deps: {
  readonly feed: FeedStore;
  readonly bodies: StatementBodies;
}): RecordFeed {
  return {
    ends: async (agencyId) => {
      const heads = await deps.feed.heads(agencyId);
      return heads
        .map(({ lane, chunks, lines, bornMs }) => ({
          lane,
          chunk: chunks,
          ...(lines !== undefined && { lines }),
          ...(bornMs !== undefined && { bornMs }),
        }))
        .sort((one, other) => one.lane - other.lane);
    },
    chunkBefore: async (agencyId, { lane, chunk }, since) => {
      const head = { lane, chunks: chunk };
      return (await placeSince(deps.feed, { agencyId, head, sinceMs: since.getTime() })).chunk;
    },
    read: (place) => readChunks(deps, place),
  };
}
