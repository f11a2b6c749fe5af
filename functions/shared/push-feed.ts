import type { AgencyId } from '@sinau/kernel';
import { type OwnerId, type PushFeed, type StatementRecords, tenantOf } from '@sinau/push';
import {
  countWaiting,
  type FeedStore,
  type LanePlaces,
  readFeed,
  type StatementBodies,
} from '@sinau/records';
import * as z from 'zod';

interface FeedDeps {
  readonly feed: FeedStore;
  readonly bodies: StatementBodies;
}

/** Chunks a lane that are looked at to say how far somebody is behind; some thousand lines. */
const countedChunks = 40;

/**
 * Feeds are kept by the name of their agency. Those of providers lie beside them in the same store, under the name of their
 * owner, which no agency has.
 */
export const feedOf = (ownerId: OwnerId): AgencyId => ownerId as string as AgencyId;

/** The feed of an agency or a provider as push reads it: places are kept as text in the subscription. */
export function createPushFeed(deps: FeedDeps): PushFeed {
  const { feed } = deps;
  return {
    async read({ ownerId, places, limit, maxBytes }) {
      const agencyId = feedOf(ownerId);
      const open = await openPlaces(deps, agencyId, places);
      const page = await readFeed(deps, { agencyId, places: open.places, limit, maxBytes });
      return { lines: page.lines, places: writePlaces(withBirths(page.places, open.births)) };
    },
    async lag(ownerId, places) {
      const agencyId = feedOf(ownerId);
      const open = await openPlaces(deps, agencyId, places);
      return countWaiting(deps, { agencyId, places: open.places, chunks: countedChunks });
    },
    async waits(ownerId, places) {
      const agencyId = feedOf(ownerId);
      const open = await openPlaces(deps, agencyId, places);
      return (await countWaiting(deps, { agencyId, places: open.places, chunks: 1 })).lines > 0;
    },
    async end(ownerId) {
      const heads = await feed.heads(feedOf(ownerId));
      const births = new Map(heads.map(({ lane, bornMs }) => [lane, bornMs]));
      const places: LanePlaces = new Map(
        heads.map(({ lane, chunks }) => [lane, { chunk: chunks, lines: 0 }]),
      );
      return writePlaces(withBirths(places, births));
    },
  };
}

type Births = ReadonlyMap<number, number | undefined>;

/** A lane that was made anew is read from its beginning: receivers know what they have by its ids. */
async function openPlaces({ feed }: FeedDeps, agencyId: AgencyId, text: string) {
  const heads = await feed.heads(agencyId);
  const births: Births = new Map(heads.map(({ lane, bornMs }) => [lane, bornMs]));
  const same = readPlaces(text).filter(
    ([lane, { bornMs }]) => bornMs === undefined || births.get(lane) === bornMs,
  );
  return { places: new Map(same), births };
}

function withBirths(places: LanePlaces, births: Births): LanePlaces {
  return new Map(
    [...places].map(([lane, place]) => {
      const bornMs = place.bornMs ?? births.get(lane);
      return [lane, { ...place, ...(bornMs !== undefined && { bornMs }) }];
    }),
  );
}

const count = z.int().nonnegative();
const placesSchema = z.array(
  z.tuple([count, z.object({ chunk: count, lines: count, bornMs: count.exactOptional() })]),
);

const writePlaces = (places: LanePlaces): string =>
  JSON.stringify(
    [...places].map(([lane, { chunk, lines, bornMs }]) => [
      lane,
      { chunk, lines, ...(bornMs !== undefined && { bornMs }) },
    ]),
  );

const readPlaces = (text: string) => (text === '' ? [] : placesSchema.parse(JSON.parse(text)));

/** The record store as push asks it. */
export function createStatementRecords(deps: {
  /** A committed statement, voided or not, and whose it is. */
  readonly find: (
    id: string,
  ) => Promise<{ readonly json: string; readonly agencies: readonly AgencyId[] } | undefined>;
  readonly attachment: StatementRecords['attachment'];
  /** Speaks for the platform where a voiding statement is somebody else's. */
  readonly platform: Readonly<Record<string, unknown>>;
}): StatementRecords {
  const visible = async (ownerId: OwnerId, id: string) => {
    const owner = tenantOf(ownerId);
    const found = owner.kind === 'agency' ? await deps.find(id) : undefined;
    return owner.kind === 'agency' && found?.agencies.includes(owner.agencyId) ? found.json : undefined;
  };
  return {
    find: visible,
    attachment: deps.attachment,
    async voiding(ownerId, { id, target }) {
      const own = await visible(ownerId, id);
      if (own !== undefined) return own;
      // Who voided is not this agency's to know (case C3); that it is void, is.
      return JSON.stringify({
        id,
        actor: deps.platform,
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided', display: { 'en-US': 'voided' } },
        object: { objectType: 'StatementRef', id: target },
      });
    },
  };
}
