import type { Clock } from './clock.ts';
import type { Signer } from './crypto.ts';
import { openPageToken, sealPageToken } from './page-token.ts';

interface TimedTokenDeps {
  readonly signer: Signer;
  readonly clock: Clock;
}

/** A signed token that ends by itself and needs no row; of one purpose, and it opens for no other. */
export function sealTimedToken(
  { signer, clock }: TimedTokenDeps,
  { purpose, seconds }: { readonly purpose: string; readonly seconds: number },
  content: Readonly<Record<string, string>>,
): string {
  // Epoch seconds.
  const e = Math.floor(clock.now().getTime() / 1000) + seconds;
  return sealPageToken(signer, purpose, { ...content, e });
}

/** Undefined for a token that is not ours, is of another purpose, or has ended. The content is still to be parsed. */
export function openTimedToken({ signer, clock }: TimedTokenDeps, purpose: string, token: string): unknown {
  const content = openPageToken(signer, purpose, token);
  if (typeof content !== 'object' || content === null || !('e' in content)) return undefined;
  const { e: end, ...rest } = content;
  return typeof end === 'number' && end * 1000 > clock.now().getTime() ? rest : undefined;
}
