import type { Clock, Digest } from '@sinau/kernel';
import type { DocumentInfo, DocumentStore, StoredDocument } from './ports.ts';

export interface DocumentDeps {
  readonly documents: DocumentStore;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Entity tags without quotes, or `*`. At most one of the two is given. */
export interface Precondition {
  readonly ifMatch?: readonly string[] | '*';
  readonly ifNoneMatch?: readonly string[] | '*';
}

export interface DocumentContent {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** How many other writers of one document may overtake this one. */
export const overtakings = 100;

export function isMet(precondition: Precondition, stored: StoredDocument | undefined): boolean {
  const { ifMatch, ifNoneMatch } = precondition;
  if (ifMatch !== undefined && !(stored && (ifMatch === '*' || ifMatch.includes(stored.etag)))) return false;
  if (ifNoneMatch !== undefined && stored && (ifNoneMatch === '*' || ifNoneMatch.includes(stored.etag))) {
    return false;
  }
  return true;
}

export function isGiven({ ifMatch, ifNoneMatch }: Precondition): boolean {
  return ifMatch !== undefined || ifNoneMatch !== undefined;
}

/** `updated` moves forward even when the clock does not. */
export function describeContent(
  { digest, clock }: DocumentDeps,
  { contentType, bytes }: DocumentContent,
): DocumentInfo & { readonly bytes: Uint8Array } {
  return { contentType, bytes, etag: digest.sha1(bytes), updated: clock.now().toISOString() };
}
