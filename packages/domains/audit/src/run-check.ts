import type { Clock, PersonId } from '@sinau/kernel';
import { headsBefore, readAnchors } from './anchor.ts';
import type { AnchorDeps } from './anchor-chains.ts';
import { atStart, type ChainSource, type Walked, walkChain } from './chain.ts';
import type { Check } from './check.ts';
import type { CheckStore } from './ports.ts';
import { keptSince } from './prune-chains.ts';

/** Asks for a walk over all chains. One at a time: while one is on its way, it is the answer. */
export async function askCheck(
  { checks, clock }: { readonly checks: CheckStore; readonly clock: Clock },
  by?: PersonId,
): Promise<Check> {
  const before = await checks.find();
  if (before && before.state !== 'done') return before;
  const check: Check = {
    ...{ state: 'due', requestedAt: clock.now().toISOString(), chains: 0, lines: 0, findings: [] },
    ...{ rev: before?.rev ?? 0, ...(by !== undefined && { requestedBy: by }) },
  };
  // Stale: somebody else has asked at the same moment, which comes to the same.
  await checks.save(check);
  return check;
}

/** Goes on with the check that was asked for, until `untilMs` at most. Undefined: nothing is to do, or somebody else does it. */
export async function runCheck(
  deps: AnchorDeps & { readonly checks: CheckStore },
  { untilMs }: { readonly untilMs: number },
): Promise<Check | undefined> {
  const found = await deps.checks.find();
  if (!found || found.state === 'done') return undefined;
  const goOn = () => deps.clock.now().getTime() < untilMs;
  const anchors = await deps.anchors.all();
  const { heads, findings } = readAnchors(deps, anchors, deps.clock.now().getTime());
  const floors = headsBefore(anchors, keptSince(deps.clock.now()));
  let check: Check = { ...found, state: 'running', ...(found.state === 'due' && { findings }) };
  let isThrough = true;
  for (const place of await placesOf(deps.sources, heads)) {
    if (isBehind(check, place.chain)) continue;
    isThrough = goOn();
    if (!isThrough) break;
    // What is older than a year is taken away, in part or in whole: the anchor of that time vouches for what follows.
    const floor = place.source?.prune ? floors.get(place.chain) : undefined;
    check = await walkOne(check, { ...place, floor, goOn });
    isThrough = check.at?.through ?? true;
    if (!isThrough) break;
  }
  const ended = { state: 'done', endedAt: deps.clock.now().toISOString() } as const;
  const next = isThrough ? { ...check, ...ended } : check;
  return (await deps.checks.save(next)) === 'saved' ? next : undefined;
}

interface Place {
  readonly chain: string;
  /** Absent: an anchor knows the chain, and no store does. */
  readonly source?: ChainSource;
  readonly anchored?: Walked;
}

async function placesOf(
  sources: readonly ChainSource[],
  heads: ReadonlyMap<string, Walked>,
): Promise<readonly Place[]> {
  const places = new Map<string, Place>();
  for (const [chain, anchored] of heads) places.set(chain, { chain, anchored });
  for (const source of sources) {
    for (const chain of await source.chains()) places.set(chain, { ...places.get(chain), chain, source });
  }
  return [...places.values()].sort((one, other) => (one.chain < other.chain ? -1 : 1));
}

function isBehind({ at }: Check, chain: string): boolean {
  return at !== undefined && (chain < at.chain || (chain === at.chain && at.through));
}

async function walkOne(
  check: Check,
  place: Place & { readonly floor: Walked | undefined; readonly goOn: () => boolean },
): Promise<Check> {
  const { chain, source, anchored, floor = atStart, goOn } = place;
  if (!source) return ended(check, chain, [{ chain, number: 1, flaw: 'cut' }]);
  const from = check.at?.chain === chain && check.at.number > floor.number ? check.at : floor;
  const { walked, ended: isThrough, finding } = await walkChain(source, { chain, from, anchored, goOn });
  const lines = check.lines + walked.number - from.number;
  if (isThrough) return ended({ ...check, lines }, chain, finding ? [finding] : []);
  return { ...check, lines, at: { chain, ...walked, through: false } };
}

function ended(check: Check, chain: string, findings: Check['findings']): Check {
  return {
    ...check,
    chains: check.chains + 1,
    findings: [...check.findings, ...findings],
    at: { ...atStart, chain, through: true },
  };
}
