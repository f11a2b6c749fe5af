import { type DocumentOwner, parseTimestamp } from '@sinau/xapi';
import type { StoreName } from './model.ts';
import type { DocumentStore } from './ports.ts';

export interface DocumentIds {
  /** Without repetitions. */
  readonly ids: readonly string[];
  /** Newest change among them, ISO 8601 UTC; absent when there is none. */
  readonly lastModified?: string;
}

/** Ids of the owner's documents; with `since` (ISO 8601) only those changed after it. */
export async function listDocumentIds(
  deps: { readonly documents: DocumentStore },
  request: { readonly store: StoreName; readonly owner: DocumentOwner; readonly since?: string },
): Promise<DocumentIds> {
  const { store, owner, since } = request;
  const after = since === undefined ? undefined : parseTimestamp(since, '1.0.3');
  const listed = (await deps.documents.list(store, owner)).filter(
    ({ updated }) => after === undefined || Date.parse(updated) > after,
  );
  const lastModified = listed
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return {
    ids: [...new Set(listed.map(({ address }) => address.documentId))],
    ...(lastModified !== undefined && { lastModified }),
  };
}
