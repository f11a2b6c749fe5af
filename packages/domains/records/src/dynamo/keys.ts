import type { AgencyId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix, parseKey } from '@sinau/platform/dynamo';

/** Which lanes an agency's feed has. */
export const lanesPartition = (agencyId: AgencyId): string => composeKey('FEED', agencyId);
export const lanesPrefix = keyPrefix('LANE');
export const laneKey = (agencyId: AgencyId, lane: number): Key => ({
  pk: lanesPartition(agencyId),
  sk: composeKey('LANE', String(lane)),
});
export const parseLane = ({ sk }: Key): number => Number(parseKey(sk)[1]);

/** Chunks of one lane, and its head. */
export const lanePartition = (agencyId: AgencyId, lane: number): string =>
  composeKey('FEED', agencyId, 'LANE', String(lane));
export const parseLanePartition = ({ pk }: Key): number => Number(parseKey(pk)[3]);
export const headKey = (agencyId: AgencyId, lane: number): Key => ({
  pk: lanePartition(agencyId, lane),
  sk: 'HEAD',
});

const digits = 12;
export const lastChunk = 10 ** digits - 1;
export const chunkSort = (number: number): string =>
  composeKey('CHUNK', String(number).padStart(digits, '0'));
export const parseChunk = ({ sk }: Key): number => Number(parseKey(sk)[1]);

/** There while a unit may be told again. A partition each: they are only ever written and checked. */
export const seenKey = (agencyId: AgencyId, unit: string): Key => ({
  pk: composeKey('FEED', agencyId, 'SEEN', unit),
  sk: '-',
});

/** Told to consumers once an erasure has passed through the feed. */
export const noticesPrefix = keyPrefix('ERASED');
export const noticeKey = (agencyId: AgencyId, position: string): Key => ({
  pk: lanesPartition(agencyId),
  sk: composeKey('ERASED', position),
});

/** Where a client's latest pull ended. */
export const pullsPrefix = keyPrefix('PULL');
export const pullKey = (agencyId: AgencyId, clientId: string): Key => ({
  pk: lanesPartition(agencyId),
  sk: composeKey('PULL', clientId),
});
export const parsePull = ({ sk }: Key): string => parseKey(sk)[1] ?? '';
