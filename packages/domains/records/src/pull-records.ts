import type { AgencyId, Signer } from '@sinau/kernel';
import { type LanePlaces, openCursor, sealCursor } from './cursor.ts';
import { type Budget, type LaneDeps, type LaneReader, openLane } from './read-lane.ts';

export interface PullRequest {
  readonly agencyId: AgencyId;
  /** The client that asks; its cursors are of no use to another one. */
  readonly clientId: string;
  /** Of any page before; absent: from the beginning. */
  readonly cursor?: string;
  /** Most lines; integer > 0. */
  readonly limit: number;
  /** Most bytes of the lines with their line breaks; a line that is larger goes alone. */
  readonly maxBytes: number;
}

export interface PulledPage {
  /** JSON texts without line breaks. */
  readonly lines: readonly string[];
  /** Where to go on, now or later; also behind an empty page. */
  readonly cursor: string;
  /** True when there is more already. */
  readonly more: boolean;
}

/**
 * The next lines of an agency's feed. Going on from the cursor of each page gives every line exactly once, in order
 * within a lane, also while others are appended. Throws `CursorInvalid`.
 */
export async function pullRecords(
  deps: LaneDeps & { readonly signer: Signer },
  request: PullRequest,
): Promise<PulledPage> {
  const { agencyId, clientId, cursor } = request;
  const owner = { agencyId, clientId };
  const places: LanePlaces = cursor === undefined ? new Map() : openCursor(deps.signer, owner, cursor);
  const lanes = [...(await deps.feed.lanes(agencyId))].sort((one, other) => one - other);
  const readers = lanes.map((lane) =>
    openLane(deps, { agencyId, lane, place: places.get(lane) ?? { chunk: 0, lines: 0 } }),
  );
  const lines = await fillPage(readers, { lines: request.limit, bytes: request.maxBytes });
  const reached = new Map([...places, ...readers.map((reader) => [reader.lane, reader.place()] as const)]);
  return {
    lines,
    cursor: sealCursor(deps.signer, owner, reached),
    more: readers.some((reader) => reader.more()),
  };
}

/** Every lane gets its share first, so that a busy one does not starve the others; then the rest is filled up. */
async function fillPage(readers: readonly LaneReader[], budget: Budget): Promise<readonly string[]> {
  const texts: string[] = [];
  const left = { ...budget };
  const take = async (reader: LaneReader, part: Budget) => {
    for (const { text, bytes } of await reader.take(part)) {
      texts.push(text);
      left.lines -= 1;
      left.bytes -= bytes;
    }
  };
  const share = {
    lines: Math.floor(budget.lines / readers.length),
    bytes: Math.floor(budget.bytes / readers.length),
  };
  await Promise.all(readers.map((reader) => take(reader, share)));
  for (const reader of readers) if (reader.more()) await take(reader, left);
  for (const reader of readers) {
    if (texts.length === 0) await take(reader, { lines: 1, bytes: Number.POSITIVE_INFINITY });
  }
  return texts;
}
