import { Unavailable } from '@sinau/kernel';
import {
  type DocumentContent,
  type DocumentDeps,
  describeContent,
  isGiven,
  isMet,
  overtakings,
  type Precondition,
} from './documents.ts';
import { PreconditionFailed, PreconditionRequired } from './errors.ts';
import type { DocumentAddress, DocumentInfo } from './ports.ts';

/**
 * Creates or replaces a document. `mustSayWhich`: one that exists is replaced only under a precondition (profiles, and
 * State in 2.0). Rejects with `PreconditionFailed`, `PreconditionRequired`, `Unavailable`.
 */
export async function putDocument(
  deps: DocumentDeps,
  request: {
    readonly address: DocumentAddress;
    readonly content: DocumentContent;
    readonly precondition?: Precondition;
    readonly mustSayWhich?: boolean;
  },
): Promise<DocumentInfo> {
  const { address, content, precondition = {}, mustSayWhich = false } = request;
  for (let round = 0; round < overtakings; round += 1) {
    const stored = await deps.documents.read(address);
    if (stored && mustSayWhich && !isGiven(precondition)) throw new PreconditionRequired();
    if (!isMet(precondition, stored)) throw new PreconditionFailed();
    const document = describeContent(deps, content);
    // Another write in between is looked at like a stored document: the precondition decides again.
    if ((await deps.documents.write(address, document, stored?.revision)) === 'written') return document;
  }
  throw new Unavailable('Too many writers of one document; please try again.');
}
