import { composeKey, type Key } from '@sinau/platform/dynamo';
import { type About, type Actor, aboutName, actorName } from '../reading.ts';

export const chainPartition = (chain: string): string => composeKey('AUDIT', chain);
export const lineSort = (number: number): string => composeKey('LINE', String(number).padStart(12, '0'));

/** gsi1: who looked at it; gsi2: what was looked at for an office. Both by time. */
export const aboutPartition = (about: About): string => composeKey('AUDIT-ABOUT', aboutName(about));
export const officePartition = (office: string): string => composeKey('AUDIT-OFFICE', office);
export const datedSort = (line: { readonly at: string; readonly chain: string; readonly number: number }) =>
  composeKey(line.at, line.chain, String(line.number).padStart(12, '0'));

/** Few: one row a chain. */
export const chainsPartition = 'AUDIT-CHAINS';
export const chainKey = (chain: string): Key => ({ pk: chainsPartition, sk: composeKey('CHAIN', chain) });

export const anchorsPartition = 'AUDIT-ANCHORS';
export const anchorSort = (number: number): string => composeKey('ANCHOR', String(number).padStart(8, '0'));

export const checkKey: Key = { pk: 'AUDIT-CHECK', sk: 'CHECK' };

export const seenKey = (key: {
  readonly actor: Actor;
  readonly what: string;
  readonly about: About;
}): Key => ({
  pk: composeKey('AUDIT-SEEN', actorName(key.actor)),
  sk: composeKey(key.what, aboutName(key.about)),
});
