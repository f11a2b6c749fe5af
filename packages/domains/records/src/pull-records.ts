import type { AgencyId, Signer } from '@sinau/kernel';
import { type LanePlaces, openCursor, sealCursor } from './cursor.ts';
import { readFeed } from './read-feed.ts';
import type { LaneDeps } from './read-lane.ts';

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
  const { limit, maxBytes } = request;
  const page = await readFeed(deps, { agencyId, places, limit, maxBytes });
  return { lines: page.lines, cursor: sealCursor(deps.signer, owner, page.places), more: page.more };
}
