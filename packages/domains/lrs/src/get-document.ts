import type { DocumentAddress, DocumentStore, StoredDocument } from './ports.ts';

export function getDocument(
  deps: { readonly documents: DocumentStore },
  address: DocumentAddress,
): Promise<StoredDocument | undefined> {
  return deps.documents.read(address);
}
