import { InvalidInput, openPageToken, type Principal, type Signer, sealPageToken } from '@sinau/kernel';
import * as z from 'zod';

interface AskedList {
  /** Name of the list. */
  readonly list: string;
  readonly by: Principal;
  /** What decides beside that what is in the list and how it is ordered: whose it is, filters, and so on. JSON. */
  readonly of?: unknown;
}

interface SealedPages<Place> {
  /** Where the page begins; throws `InvalidInput` for what is no token of this list. */
  open(token: string | undefined): { readonly after?: Place };
  seal(next: Place): string;
}

/**
 * Page tokens of one list, bound to who asks and what for: places are keys of stores, which nobody is to write, and those of another
 * list or another reader open nothing here.
 */
export function sealedPages(deps: { readonly signer: Signer }, asked: AskedList): SealedPages<string>;
export function sealedPages<Place>(
  deps: { readonly signer: Signer },
  asked: AskedList & { readonly place: z.ZodType<Place> },
): SealedPages<Place>;
export function sealedPages(
  { signer }: { readonly signer: Signer },
  { list, by, of = '', place = z.string() }: AskedList & { readonly place?: z.ZodType },
): SealedPages<unknown> {
  const purpose = `page ${JSON.stringify([list, readerOf(by), of])}`;
  return {
    open(token) {
      if (token === undefined) return {};
      const read = place.safeParse(openPageToken(signer, purpose, token));
      if (read.success) return { after: read.data };
      throw new InvalidInput('This page link is not valid any more. Start from the first page.');
    },
    seal: (next) => sealPageToken(signer, purpose, next),
  };
}

function readerOf(by: Principal): readonly unknown[] {
  switch (by.kind) {
    case 'person':
      return [by.kind, by.personId, by.agencyId, by.providerId, by.viewedBy?.personId];
    case 'client':
      return [by.kind, by.clientId, by.tenant];
    case 'tool':
      return [by.kind, by.clientId];
    case 'au':
      return [by.kind, by.sessionId];
    case 'anonymous':
      return [by.kind];
  }
}
