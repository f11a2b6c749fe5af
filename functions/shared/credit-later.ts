import type { CreditParts, createCreditParts } from './credit-parts.ts';

/** What the ledger of JP needs, joined with the first fact that changes one. */
export function creditLater(given: Parameters<typeof createCreditParts>[0]): () => Promise<CreditParts> {
  let joined: Promise<CreditParts> | undefined;
  return () => {
    joined ??= import('./credit-parts.ts').then(({ createCreditParts: create }) => create(given));
    return joined;
  };
}
