/** What a check needs of one line of any chain. */
export interface Link {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  /** False: what the line says is not what its hash was made of. */
  readonly intact: boolean;
}

/** Chains of one store. */
export interface ChainSource {
  /** Names, in order. */
  chains(): Promise<readonly string[]>;
  /** In order, from the number after `after` on. */
  links(chain: string, page: { readonly after: number; readonly limit: number }): Promise<readonly Link[]>;
  head(chain: string): Promise<Pick<Link, 'number' | 'hash'> | undefined>;
  /** Takes lines away up to a number, the oldest first, and never the last of a chain. Absent: its lines are kept for good. */
  prune?(
    chain: string,
    upTo: { readonly number: number; readonly limit: number },
  ): Promise<{ readonly pruned: number }>;
}

/** `changed`: says something else than it did. `missing`: not there. `unlinked`: does not fit to the one before. */
export const flaws = ['changed', 'missing', 'unlinked', 'rewritten', 'cut', 'signature', 'late'] as const;
/**
 * `rewritten`: an anchor saw another line here. `cut`: an anchor saw a longer chain. Of anchors: `signature` is not ours,
 * `late`: none was made for two days.
 */
export type Flaw = (typeof flaws)[number];

export interface Finding {
  readonly chain: string;
  /** Of the first line that is broken. */
  readonly number: number;
  readonly flaw: Flaw;
}

/** How far a walk has come. */
export interface Walked {
  readonly number: number;
  readonly hash: string;
}
export const atStart: Walked = { number: 0, hash: '' };

/** Goes on by one line: the place after it, or what is wrong with it. */
export function follow(
  before: Walked,
  link: Link,
  anchored: Walked | undefined,
): { readonly walked: Walked } | { readonly number: number; readonly flaw: Flaw } {
  const { number, hash, previous, intact } = link;
  if (number !== before.number + 1) return { number: before.number + 1, flaw: 'missing' };
  if (!intact) return { number, flaw: 'changed' };
  if (previous !== before.hash) return { number, flaw: 'unlinked' };
  if (anchored?.number === number && anchored.hash !== hash) return { number, flaw: 'rewritten' };
  return { walked: { number, hash } };
}

const pageSize = 200;

/** Walks a chain on from `from` until it ends, breaks, or `goOn` says that time is up. */
export async function walkChain(
  source: ChainSource,
  given: {
    readonly chain: string;
    readonly from: Walked;
    readonly anchored?: Walked | undefined;
    readonly goOn?: () => boolean;
  },
): Promise<{ readonly walked: Walked; readonly ended: boolean; readonly finding?: Finding }> {
  const { chain, anchored, goOn = () => true } = given;
  let walked = given.from;
  /** The end as it was found: where lines must follow, since a later one is there. */
  let mustFollow = false;
  while (goOn()) {
    const links = await source.links(chain, { after: walked.number, limit: pageSize });
    for (const link of links) {
      const next = follow(walked, link, anchored);
      if (!('walked' in next)) return { walked, ended: true, finding: { chain, ...next } };
      walked = next.walked;
    }
    if (links.length > 0) {
      mustFollow = false;
      continue;
    }
    const number = walked.number + 1;
    if (mustFollow) return { walked, ended: true, finding: { chain, number, flaw: 'missing' } };
    if (anchored !== undefined && anchored.number > walked.number)
      return { walked, ended: true, finding: { chain, number, flaw: 'cut' } };
    const head = await source.head(chain);
    if (head === undefined || head.number <= walked.number) return { walked, ended: true };
    // Added since, or far behind a hole: whoever looks again sees it.
    mustFollow = true;
  }
  return { walked, ended: false };
}
