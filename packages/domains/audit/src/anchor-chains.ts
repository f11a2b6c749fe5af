import type { Clock, Digest, Signer } from '@sinau/kernel';
import { type Anchor, nextAnchor, readAnchors } from './anchor.ts';
import { atStart, type ChainSource, type Finding, type Walked, walkChain } from './chain.ts';
import type { AnchorStore } from './ports.ts';

export interface AnchorDeps {
  readonly sources: readonly ChainSource[];
  readonly anchors: AnchorStore;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** About 150 KB; what is left over comes the day after. */
const mostHeads = 1_000;

/**
 * Once a day (UTC): signs how far each chain has come, after a walk over what it has grown by. A chain that is broken there is not
 * anchored and told.
 */
export async function anchorChains(
  deps: AnchorDeps,
): Promise<{ readonly made?: Anchor; readonly findings: readonly Finding[] }> {
  const at = deps.clock.now().toISOString();
  const last = await deps.anchors.last();
  if (last && last.at.slice(0, 10) >= at.slice(0, 10)) return { findings: [] };
  const before = readAnchors(deps, await deps.anchors.all(), deps.clock.now().getTime()).heads;
  const heads: { chain: string; number: number; hash: string }[] = [];
  const findings: Finding[] = [];
  for (const source of deps.sources) {
    for (const chain of await source.chains()) {
      const from = before.get(chain) ?? atStart;
      const { walked, finding } = await grownSince(source, chain, from);
      if (finding) findings.push(finding);
      else if (walked.number > from.number && heads.length < mostHeads) heads.push({ chain, ...walked });
    }
  }
  const made = nextAnchor(deps, { at, heads, last });
  return (await deps.anchors.add(made)) === 'added' ? { made, findings } : { findings };
}

/** Only what came since, so that a day costs what a day wrote. */
async function grownSince(source: ChainSource, chain: string, from: Walked) {
  const head = await source.head(chain);
  if ((head?.number ?? 0) < from.number) {
    const number = (head?.number ?? 0) + 1;
    return { walked: from, finding: { chain, number, flaw: 'cut' } satisfies Finding };
  }
  return walkChain(source, { chain, from });
}
