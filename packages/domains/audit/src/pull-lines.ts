import type { ClientPrincipal } from '@sinau/kernel';
import type { Anchor } from './anchor.ts';
import { ChainNotFound } from './errors.ts';
import type { Line } from './line.ts';
import type { AnchorStore, ReadingLog } from './ports.ts';
import { readerOf } from './reading.ts';

interface Deps {
  readonly log: Pick<ReadingLog, 'chainsOf' | 'linesOf'>;
}

/** The platform's clients see all chains, others those of their own office: its people's, and each of its clients'. */
export async function listChains(
  { log }: Deps,
  principal: ClientPrincipal,
): Promise<readonly { readonly chain: string; readonly office: string }[]> {
  const office = readerOf(principal)?.office;
  return log.chainsOf(office === 'platform' ? undefined : office);
}

/** Lines as they were written, so that whoever pulls them can check the chain; the next page goes on after the last number. */
export async function pullLines(
  deps: Deps,
  asked: {
    readonly principal: ClientPrincipal;
    readonly chain: string;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly Line[]> {
  const { principal, chain, after, limit } = asked;
  const chains = await listChains(deps, principal);
  if (!chains.some((one) => one.chain === chain)) throw new ChainNotFound();
  return deps.log.linesOf(chain, { after, limit });
}

/** For the platform's clients: anchors stand over the chains of everybody. */
export async function pullAnchors(
  { anchors }: { readonly anchors: Pick<AnchorStore, 'all'> },
  asked: { readonly principal: ClientPrincipal; readonly after: number; readonly limit: number },
): Promise<readonly Anchor[]> {
  if (asked.principal.tenant.kind !== 'platform') throw new ChainNotFound();
  return (await anchors.all()).filter(({ number }) => number > asked.after).slice(0, asked.limit);
}
