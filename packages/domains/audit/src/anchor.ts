import type { Digest, Signer } from '@sinau/kernel';
import { canonicalJson } from '@sinau/xapi';
import * as z from 'zod';
import type { Finding, Walked } from './chain.ts';

export const anchorSchema = z.object({
  /** From 1 on, without gaps. */
  number: z.int().positive(),
  at: z.string(),
  /** Chains that have grown since the anchor before: how far, and the hash there. */
  heads: z.array(z.object({ chain: z.string(), number: z.int().positive(), hash: z.string() })).readonly(),
  /** Hash of the anchor before; of the first: empty. */
  previous: z.string(),
  signature: z.string(),
});
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;

const purpose = 'audit-anchor';

export function nextAnchor(
  deps: { readonly signer: Signer; readonly digest: Digest },
  given: { readonly at: string; readonly heads: Anchor['heads']; readonly last: Anchor | undefined },
): Anchor {
  const { at, heads, last } = given;
  const body = { number: (last?.number ?? 0) + 1, at, heads, previous: last ? hashOfAnchor(deps, last) : '' };
  return { ...body, signature: deps.signer.sign(purpose, canonicalJson(body)) };
}

export function hashOfAnchor({ digest }: { readonly digest: Digest }, anchor: Anchor): string {
  return digest.sha256(canonicalJson(anchor));
}

const lateMs = 48 * 3600_000;

/** Where anchors saw each chain last, and what is wrong with the anchors themselves. */
export function readAnchors(
  deps: { readonly signer: Signer; readonly digest: Digest },
  anchors: readonly Anchor[],
  nowMs: number,
): { readonly heads: ReadonlyMap<string, Walked>; readonly findings: readonly Finding[] } {
  const heads = new Map<string, Walked>();
  let previous = '';
  for (const [n, anchor] of anchors.entries()) {
    const number = n + 1;
    if (anchor.number !== number) return { heads, findings: [flawed(number, 'missing')] };
    if (anchor.previous !== previous) return { heads, findings: [flawed(number, 'unlinked')] };
    for (const head of anchor.heads) heads.set(head.chain, { number: head.number, hash: head.hash });
    previous = hashOfAnchor(deps, anchor);
  }
  const last = anchors.at(-1);
  if (!last) return { heads, findings: [] };
  const { signature, ...body } = last;
  if (!deps.signer.verify(purpose, canonicalJson(body), signature)) {
    return { heads, findings: [flawed(last.number, 'signature')] };
  }
  const late = nowMs - Date.parse(last.at) > lateMs;
  return { heads, findings: late ? [flawed(last.number + 1, 'late')] : [] };
}

/** Where each chain stood when an anchor saw it last before a moment; lines up to there are older than it. */
export function headsBefore(anchors: readonly Anchor[], beforeMs: number): ReadonlyMap<string, Walked> {
  const old = anchors.filter(({ at }) => Date.parse(at) < beforeMs);
  return new Map(
    old.flatMap(({ heads }) => heads.map(({ chain, number, hash }) => [chain, { number, hash }] as const)),
  );
}

export const anchorChain = 'anchors';
const flawed = (number: number, flaw: Finding['flaw']): Finding => ({ chain: anchorChain, number, flaw });
