import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { StoreName } from '../model.ts';
import type { Position } from './position.ts';

/** `a`/`A` agent and related agent, `o`/`O` activity and related activity, `r` registration, `g` agency. */
export type ListKind = 'a' | 'A' | 'o' | 'O' | 'r' | 'g';

const inStore = (store: StoreName, ...parts: readonly string[]): string => composeKey('S', store, ...parts);

/** Uniqueness of an id; a statement that came alone lies here too. */
export const idKey = (store: StoreName, id: string): Key => ({ pk: inStore(store, 'I', id), sk: '-' });

/** The store and id of an id row; undefined for other rows. */
export function parseIdPartition(pk: string): { readonly store: StoreName; readonly id: string } | undefined {
  const [head, store, kind, id] = pk.split('#');
  return head === 'S' && isStore(store) && kind === 'I' && id !== undefined ? { store, id } : undefined;
}

export const feedPartition = (store: StoreName, shard: number): string => inStore(store, 'F', String(shard));

export function parseFeedPartition(pk: string): { readonly store: StoreName } | undefined {
  const [head, store, kind] = pk.split('#');
  return head === 'S' && isStore(store) && kind === 'F' ? { store } : undefined;
}

/** Bodies of one batch, in chunks, and the marks of those that came late. */
export const batchPartition = (store: StoreName, position: Position): string => inStore(store, 'B', position);

export const chunkPrefix = 'C#';
export const chunkKey = (store: StoreName, position: Position, chunk: number): Key => ({
  pk: batchPartition(store, position),
  sk: composeKey('C', String(chunk)),
});

/** Left by a statement that refers to one of a batch still pending: the batch looks here after its commit. */
export const latePrefix = 'L#';
export const lateKey = (store: StoreName, position: Position, id: string): Key => ({
  pk: batchPartition(store, position),
  sk: composeKey('L', id),
});

export const listPartition = (
  store: StoreName,
  list: { readonly kind: ListKind; readonly hash: string },
  shard: number,
): string => inStore(store, 'L', list.kind, list.hash, String(shard));

/** Who refers to a statement; `void` first, so that they are found alone. */
export const referrerPartition = (store: StoreName, target: string): string => inStore(store, 'R', target);
export const voidPrefix = 'v#';
export const referrerKey = (
  store: StoreName,
  target: string,
  referrer: { readonly id: string; readonly voiding: boolean },
): Key => ({
  pk: referrerPartition(store, target),
  sk: composeKey(referrer.voiding ? 'v' : 'w', referrer.id),
});

export const authoritiesPartition = (store: StoreName): string => inStore(store, 'U');

/** Sort keys beside a list row: marker of a voided statement, and row inherited through a reference. */
export const markerSuffix = (index: number): string => `#v#${index}`;
export const inheritedSuffix = (index: number, via: string): string => `#w#${index}#${via}`;

export const indexKeyKey: Key = { pk: 'META', sk: 'INDEX_KEY' };
export const holdsPartition = 'META#HOLDS';

export const activityKey = (store: StoreName, hash: string): Key => ({
  pk: inStore(store, 'A', hash),
  sk: '-',
});

/** Statements that need the data of an attachment. */
export const needsPartition = (store: StoreName, sha2: string): string => inStore(store, 'T', sha2);
export const needKey = (store: StoreName, sha2: string, id: string): Key => ({
  pk: needsPartition(store, sha2),
  sk: id,
});

/** Who may change what is stored; one at a time. */
export const erasureLeaseKey: Key = { pk: 'META', sk: 'ERASURE' };

export const holdKey = (position: Position): Key => ({ pk: holdsPartition, sk: position });

/** Activities that an agent has State about. */
export const stateOwnersPartition = (store: StoreName, agentHash: string): string =>
  inStore(store, 'D', 'a', agentHash);

export const documentPartition = (store: StoreName, ...owner: readonly string[]): string =>
  inStore(store, 'D', ...owner);

export const statementObject = (store: StoreName, position: Position, index: number): string =>
  `${store}/statements/${position}/${index}`;
export const attachmentObject = (store: StoreName, sha2: string): string => `${store}/attachments/${sha2}`;
export const documentObject = (store: StoreName, revision: string): string =>
  `${store}/documents/${revision}`;

function isStore(value: string | undefined): value is StoreName {
  return value === 'national' || value === 'sandbox';
}
