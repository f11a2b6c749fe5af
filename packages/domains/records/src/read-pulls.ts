import type { AgencyId } from '@sinau/kernel';
import { countWaiting } from './count-waiting.ts';
import type { FeedStore, LaneHead, NotedPull, PullLog } from './ports.ts';
import { type FeedProgress, progressOf } from './progress.ts';

/** Where a client stands in its agency's feed. */
export interface PullState extends FeedProgress {
  readonly clientId: string;
  /** Latest pull, to about a minute; ISO 8601 UTC. */
  readonly at: string;
  /** The pull asked for some lines only; it still goes through all of them. */
  readonly filtered: boolean;
  /** When the oldest line was stored that it has not reached; absent when it has reached all. */
  readonly oldestStored?: string;
}

export interface AgencyPulls {
  /** Lines in the agency's feed; absent while that is not known. */
  readonly total?: number;
  /** Of clients that have pulled. */
  readonly clients: readonly PullState[];
}

/** How far every client of an agency is; costs a few reads a client, however long the feed is. */
export async function readPulls(
  deps: { readonly feed: FeedStore; readonly pulls: PullLog },
  request: { readonly agencyId: AgencyId },
): Promise<AgencyPulls> {
  const { agencyId } = request;
  const [heads, noted] = await Promise.all([deps.feed.heads(agencyId), deps.pulls.list(agencyId)]);
  const clients = await Promise.all(noted.map((pull) => stateOf(deps.feed, heads, pull)));
  const { total } = progressOf(heads, new Map());
  return { clients, ...(total !== undefined && { total }) };
}

async function stateOf(feed: FeedStore, heads: readonly LaneHead[], pull: NotedPull): Promise<PullState> {
  const { agencyId, clientId, at, filtered, places } = pull;
  const state = { clientId, at, filtered };
  const births = new Map(heads.map(({ lane, bornMs }) => [lane, bornMs]));
  const lost = [...places].some(
    ([lane, { bornMs }]) => bornMs !== undefined && births.has(lane) && births.get(lane) !== bornMs,
  );
  // The feed was made anew: its cursor leads nowhere, so it is as far as one that never pulled.
  const reached = lost ? new Map() : places;
  const { oldestStored } = await countWaiting({ feed }, { agencyId, places: reached, chunks: 1 });
  return { ...state, ...progressOf(heads, reached), ...(oldestStored !== undefined && { oldestStored }) };
}
