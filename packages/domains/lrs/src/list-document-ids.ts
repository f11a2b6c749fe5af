import { type DocumentOwner, parseTimestamp } from '@sinau/xapi';
import { TooLarge } from './errors.ts';
import type { StoreName } from './model.ts';
import type { DocumentStore } from './ports.ts';

export interface DocumentIds {
  /** Without repetitions. */
  readonly ids: readonly string[];
  /** Newest change among them, ISO 8601 UTC; absent when there is none. */
  readonly lastModified?: string;
}

/** xAPI has no pages for ids; rows are read with their bodies, so that a list has to end somewhere. */
const mostListed = 2_000;

/**
 * Ids of the owner's documents; with `since` (ISO 8601) only those changed after it. Rejects with `TooLarge` when the owner
 * has more than 2,000 of them.
 */
export async function listDocumentIds(
  deps: { readonly documents: DocumentStore },
  request: { readonly store: StoreName; readonly owner: DocumentOwner; readonly since?: string },
): Promise<DocumentIds> {
  const { store, owner, since } = request;
  const after = since === undefined ? undefined : parseTimestamp(since, '1.0.3');
  const all = await deps.documents.list(store, owner, mostListed + 1);
  if (all.length > mostListed) {
    throw new TooLarge(
      `There are more than ${mostListed} documents here, which is more than one list holds: name a registration, or delete what is not needed any more.`,
    );
  }
  const listed = all.filter(({ updated }) => after === undefined || Date.parse(updated) > after);
  const lastModified = listed
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return {
    ids: [...new Set(listed.map(({ address }) => address.documentId))],
    ...(lastModified !== undefined && { lastModified }),
  };
}
