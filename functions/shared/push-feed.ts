import type { AgencyId } from '@sinau/kernel';
import type { PushFeed, StatementRecords } from '@sinau/push';
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

/** The agency feed as push reads it: places are kept as text in the subscription. */
export function createPushFeed(deps: FeedDeps): PushFeed {
  const { feed } = deps;
  return {
    async read({ agencyId, places, limit, maxBytes }) {
      const open = await openPlaces(deps, agencyId, places);
      const page = await readFeed(deps, { agencyId, places: open.places, limit, maxBytes });
      return { lines: page.lines, places: writePlaces(withBirths(page.places, open.births)) };
    },
    async lag(agencyId, places) {
      const open = await openPlaces(deps, agencyId, places);
      return countWaiting(deps, { agencyId, places: open.places, chunks: countedChunks });
    },
    async waits(agencyId, places) {
      const open = await openPlaces(deps, agencyId, places);
      return (await countWaiting(deps, { agencyId, places: open.places, chunks: 1 })).lines > 0;
    },
    async end(agencyId) {
      const heads = await feed.heads(agencyId);
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
  const visible = async (agencyId: AgencyId, id: string) => {
    const found = await deps.find(id);
    return found?.agencies.includes(agencyId) ? found.json : undefined;
  };
  return {
    find: visible,
    attachment: deps.attachment,
    async voiding(agencyId, { id, target }) {
      const own = await visible(agencyId, id);
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
