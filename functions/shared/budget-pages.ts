import { openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import * as z from 'zod';

const placeSchema = z.object({ after: z.string() });

/** Page tokens of one list of a budget line, bound to who asks. */
export function budgetPages(
  { signer }: { readonly signer: Signer },
  asked: { readonly list: string; readonly by: string; readonly limit: number },
) {
  const purpose = `budget ${asked.by} ${asked.list}`;
  return {
    /** Undefined: the token is not one of this list. */
    open(token: string | undefined): { readonly limit: number; readonly after?: string } | undefined {
      if (token === undefined) return { limit: asked.limit };
      const read = placeSchema.safeParse(openPageToken(signer, purpose, token));
      return read.success ? { limit: asked.limit, after: read.data.after } : undefined;
    },
    seal: (next: string | undefined): string | undefined =>
      next === undefined ? undefined : sealPageToken(signer, purpose, { after: next }),
  };
}
