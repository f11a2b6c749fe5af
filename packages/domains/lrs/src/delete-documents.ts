import type { DocumentOwner } from '@sinau/xapi';
import { deleteDocument } from './delete-document.ts';
import type { StoreName } from './model.ts';
import type { DocumentStore } from './ports.ts';

/** Held at once. */
const together = 1_000;

/** Deletes every document that the owner has now. */
export async function deleteDocuments(
  deps: { readonly documents: DocumentStore },
  request: { readonly store: StoreName; readonly owner: DocumentOwner },
): Promise<void> {
  for (;;) {
    const listed = await deps.documents.list(request.store, request.owner, together);
    for (const { address, revision } of listed) {
      const removed = await deps.documents.remove(address, revision);
      if (removed === 'changed') await deleteDocument(deps, { address });
    }
    if (listed.length < together) return;
  }
}
