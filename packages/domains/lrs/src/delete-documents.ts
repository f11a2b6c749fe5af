import type { DocumentOwner } from '@sinau/xapi';
import { deleteDocument } from './delete-document.ts';
import type { StoreName } from './model.ts';
import type { DocumentStore } from './ports.ts';

/** Deletes every document that the owner has now. */
export async function deleteDocuments(
  deps: { readonly documents: DocumentStore },
  request: { readonly store: StoreName; readonly owner: DocumentOwner },
): Promise<void> {
  const listed = await deps.documents.list(request.store, request.owner);
  for (const { address, revision } of listed) {
    const removed = await deps.documents.remove(address, revision);
    if (removed === 'changed') await deleteDocument(deps, { address });
  }
}
