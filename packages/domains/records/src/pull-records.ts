import type { AgencyId, Signer } from '@sinau/kernel';
import { type LanePlaces, openCursor, sealCursor } from './cursor.ts';
import { CursorInvalid } from './errors.ts';
import type { OpenedFilter } from './open-filter.ts';
import { placeSince } from './place-since.ts';
import type { FeedStore, LaneHead } from './ports.ts';
import { type FeedProgress, progressOf } from './progress.ts';
import { readFeed } from './read-feed.ts';
import type { LaneDeps } from './read-lane.ts';

export interface PullRequest {
  readonly agencyId: AgencyId;
  /** The client that asks; its cursors are of no use to another one. */
  readonly clientId: string;
  /** Of any page before, with the same filter; absent: from the beginning. */
  readonly cursor?: string;
  /** Most lines; integer > 0. */
  readonly limit: number;
  /** Most bytes of the lines with their line breaks; a line that is larger goes alone. */
  readonly maxBytes: number;
  /** @default every line */
  readonly filter?: OpenedFilter;
}

export interface PulledPage {
  /** JSON texts without line breaks. */
  readonly lines: readonly string[];
  /** Where to go on, now or later; also behind an empty page. */
  readonly cursor: string;
  /** True when there is more already; of a filtered pull: when there is more to go through. */
  readonly more: boolean;
  /** Of the whole feed, whatever the filter. */
  readonly progress: FeedProgress;
  /** What the cursor holds. */
  readonly places: LanePlaces;
}

/**
 * The next lines of an agency's feed. Going on from the cursor of each page gives every line exactly once, in order
 * within a lane, also while others are appended. A filter leaves lines out and moves the same cursor over the same feed;
 * its pages may be short or empty while there is more. Throws `CursorInvalid`.
 */
export async function pullRecords(
  deps: LaneDeps & { readonly signer: Signer },
  request: PullRequest,
): Promise<PulledPage> {
  const { agencyId, clientId, cursor, limit, maxBytes, filter } = request;
  const use = { owner: { agencyId, clientId }, filter: filter?.text ?? '' };
  const given: LanePlaces = cursor === undefined ? new Map() : openCursor(deps.signer, use, cursor);
  const heads = await deps.feed.heads(agencyId);
  if (heads.some((head) => isOther(head, given))) throw new CursorInvalid('rebuilt');
  const places = await beginnings(deps.feed, { agencyId, heads, given, filter });
  const page = await readFeed(deps, {
    agencyId,
    places,
    limit,
    maxBytes,
    ...(filter?.lines && { filter: filter.lines }),
  });
  const reached = withBirths(page.places, heads);
  return {
    lines: page.lines,
    cursor: sealCursor(deps.signer, use, reached),
    more: page.more,
    progress: progressOf(heads, reached),
    places: reached,
  };
}

/** The lane is not the one that was read before: its chunks have other lines under the same numbers. */
function isOther({ lane, bornMs }: LaneHead, places: LanePlaces): boolean {
  const before = places.get(lane)?.bornMs;
  return before !== undefined && before !== bornMs;
}

/** Lanes that were not begun start where the first line may lie that is asked for. */
async function beginnings(
  feed: FeedStore,
  given: {
    readonly agencyId: AgencyId;
    readonly heads: readonly LaneHead[];
    readonly given: LanePlaces;
    readonly filter: OpenedFilter | undefined;
  },
): Promise<LanePlaces> {
  const { agencyId, heads, filter } = given;
  const sinceMs = filter?.fromMs;
  if (sinceMs === undefined) return given.given;
  const fresh = heads.filter(({ lane }) => !given.given.has(lane));
  const found = await Promise.all(
    fresh.map(async (head) => [head.lane, await placeSince(feed, { agencyId, head, sinceMs })] as const),
  );
  return new Map([...given.given, ...found]);
}

function withBirths(places: LanePlaces, heads: readonly LaneHead[]): LanePlaces {
  const births = new Map(heads.map(({ lane, bornMs }) => [lane, bornMs]));
  return new Map(
    [...places].map(([lane, place]) => {
      const bornMs = place.bornMs ?? births.get(lane);
      return [lane, { ...place, ...(bornMs !== undefined && { bornMs }) }];
    }),
  );
}
