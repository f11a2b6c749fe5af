import { Unavailable } from '@sinau/kernel';
import { isMet, overtakings, type Precondition } from './documents.ts';
import { PreconditionFailed } from './errors.ts';
import type { DocumentAddress, DocumentStore } from './ports.ts';

/** Deletes a document; one that is not there is no error. Rejects with `PreconditionFailed`, `Unavailable`. */
export async function deleteDocument(
  deps: { readonly documents: DocumentStore },
  request: { readonly address: DocumentAddress; readonly precondition?: Precondition },
): Promise<void> {
  const { address, precondition = {} } = request;
  for (let round = 0; round < overtakings; round += 1) {
    const stored = await deps.documents.read(address);
    if (!isMet(precondition, stored)) throw new PreconditionFailed();
    if (!stored || (await deps.documents.remove(address, stored.revision)) === 'removed') return;
  }
  throw new Unavailable('Too many writers of one document; please try again.');
}
