import { type AgencyId, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import * as z from 'zod';
import { CursorInvalid } from './errors.ts';

/** Whose cursor it is. */
export interface CursorOwner {
  readonly clientId: string;
  readonly agencyId: AgencyId;
}

/** How far a lane was read: all of the chunks up to `chunk`, and `lines` of the next one. */
export interface LanePlace {
  readonly chunk: number;
  readonly lines: number;
  /** Lines of the lane up to here, when that is known. */
  readonly passed?: number;
  /** When the lane began that this is a place of, epoch milliseconds; absent where that is not known. */
  readonly bornMs?: number;
}

export type LanePlaces = ReadonlyMap<number, LanePlace>;

const count = z.int().nonnegative();
/** Lane, chunk, lines; then lines passed and birth of the lane, -1 where it is not known. */
export const placesSchema = z.array(z.tuple([count, count, count], z.int().min(-1))).readonly();

const stateSchema = z.strictObject({
  client: z.string(),
  agency: z.string(),
  lanes: placesSchema,
  /** Of the pull that it goes on with; absent for all lines. */
  filter: z.string().exactOptional(),
});

const purpose = 'records-cursor';
const wellFormed = /^[\w-]+\.[\w-]+$/;
const longest = 6_000;

/** `filter`: what the pull asks for, in its one spelling; empty for all lines. */
export interface CursorUse {
  readonly owner: CursorOwner;
  readonly filter: string;
}

export function sealCursor(signer: Signer, { owner, filter }: CursorUse, places: LanePlaces): string {
  const lanes = writePlaces(places);
  const state = { client: owner.clientId, agency: owner.agencyId, lanes, ...(filter && { filter }) };
  return sealPageToken(signer, purpose, state);
}

/** Throws `CursorInvalid`, which says what is wrong: the owner is inside, under the signature. */
export function openCursor(signer: Signer, { owner, filter }: CursorUse, cursor: string): LanePlaces {
  if (cursor.length > longest || !wellFormed.test(cursor)) throw new CursorInvalid('malformed');
  const state = stateSchema.safeParse(openPageToken(signer, purpose, cursor));
  if (!state.success) throw new CursorInvalid('unsigned');
  const { client, agency, lanes, filter: given = '' } = state.data;
  if (agency !== owner.agencyId) throw new CursorInvalid('other-agency');
  if (client !== owner.clientId) throw new CursorInvalid('other-client');
  if (given !== filter) throw new CursorInvalid('other-filters');
  return readPlaces(lanes);
}

export function writePlaces(places: LanePlaces): z.output<typeof placesSchema> {
  return [...places].map(([lane, { chunk, lines, passed = -1, bornMs = -1 }]) => [
    lane,
    chunk,
    lines,
    passed,
    bornMs,
  ]);
}

export function readPlaces(written: z.output<typeof placesSchema>): LanePlaces {
  return new Map(written.map((one) => [one[0], placeOf(one)]));
}

function placeOf([, chunk, lines, passed = -1, bornMs = -1]: readonly number[]): LanePlace {
  return {
    chunk: chunk ?? 0,
    lines: lines ?? 0,
    ...(passed >= 0 && { passed }),
    ...(bornMs >= 0 && { bornMs }),
  };
}
