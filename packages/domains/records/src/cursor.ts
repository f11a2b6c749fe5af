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
}

export type LanePlaces = ReadonlyMap<number, LanePlace>;

const count = z.int().nonnegative();
const stateSchema = z.strictObject({
  client: z.string(),
  agency: z.string(),
  /** Lane, chunk, lines. */
  lanes: z.array(z.tuple([count, count, count])).readonly(),
});

const purpose = 'records-cursor';
const wellFormed = /^[\w-]+\.[\w-]+$/;
const longest = 4_000;

export function sealCursor(signer: Signer, owner: CursorOwner, places: LanePlaces): string {
  const lanes = [...places].map(([lane, { chunk, lines }]) => [lane, chunk, lines]);
  return sealPageToken(signer, purpose, { client: owner.clientId, agency: owner.agencyId, lanes });
}

/** Throws `CursorInvalid`, which says what is wrong: the owner is inside, under the signature. */
export function openCursor(signer: Signer, owner: CursorOwner, cursor: string): LanePlaces {
  if (cursor.length > longest || !wellFormed.test(cursor)) throw new CursorInvalid('malformed');
  const state = stateSchema.safeParse(openPageToken(signer, purpose, cursor));
  if (!state.success) throw new CursorInvalid('unsigned');
  const { client, agency, lanes } = state.data;
  if (agency !== owner.agencyId) throw new CursorInvalid('other-agency');
  if (client !== owner.clientId) throw new CursorInvalid('other-client');
  return new Map(lanes.map(([lane, chunk, lines]) => [lane, { chunk, lines }]));
}
