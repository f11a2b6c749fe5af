import type { Digest } from '@sinau/kernel';
import type { Anchor } from '../anchor.ts';
import type { Check } from '../check.ts';
import { hashOfLine, type Line, nextLine } from '../line.ts';
import type { AnchorStore, CheckStore, ReadingLog, SeenLately } from '../ports.ts';
import { aboutName, actorName, chainOf } from '../reading.ts';

/** The ports on maps. `rows` are the lines themselves, for those who want to tamper with them. */
export function memoryAudit(digest: Digest): {
  readonly log: ReadingLog;
  readonly seen: SeenLately;
  readonly anchors: AnchorStore & { readonly rows: Anchor[] };
  readonly checks: CheckStore;
  readonly rows: Map<string, Line[]>;
} {
  const rows = new Map<string, Line[]>();
  return { rows, log: memoryLog(digest, rows), seen: memorySeen(), ...memoryKept() };
}

function memoryLog(digest: Digest, rows: Map<string, Line[]>): ReadingLog {
  const of = (chain: string) => rows.get(chain) ?? [];
  const page = (keep: (line: Line) => boolean, { limit, before }: { limit: number; before?: string }) => {
    const placeOf = (line: Line) => `${line.at}#${line.chain}#${String(line.number).padStart(12, '0')}`;
    const all = [...rows.values()]
      .flat()
      .filter((line) => keep(line) && (before === undefined || placeOf(line) < before))
      .sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
    const lines = all.slice(0, limit);
    const oldest = lines.at(-1);
    return { lines, ...(all.length > limit && oldest && { next: placeOf(oldest) }) };
  };
  return {
    async append(reading) {
      const chain = chainOf(reading);
      const line = nextLine(digest, { chain, reading, last: of(chain).at(-1) });
      rows.set(chain, [...of(chain), line]);
      return line;
    },
    listAbout: async (about, at) => page((line) => aboutName(line.about) === aboutName(about), at),
    listOf: async (office, at) => page((line) => line.office === office, at),
    offices: async () => [...new Set([...rows.values()].flatMap((lines) => lines[0]?.office ?? []))].sort(),
    chains: async () => [...rows.keys()].sort(),
    chainsOf: async (office) =>
      [...rows]
        .map(([chain, lines]) => ({ chain, office: lines[0]?.office ?? '' }))
        .filter((one) => office === undefined || one.office === office)
        .sort((one, other) => (one.chain < other.chain ? -1 : 1)),
    linesOf: async (chain, { after, limit }) =>
      of(chain)
        .filter(({ number }) => number > after)
        .sort((one, other) => one.number - other.number)
        .slice(0, limit),
    async prune(chain, { number, limit }) {
      const last = of(chain).at(-1)?.number ?? 0;
      const old = of(chain).filter((line) => line.number <= number && line.number < last);
      const gone = new Set(old.slice(0, limit));
      rows.set(
        chain,
        of(chain).filter((line) => !gone.has(line)),
      );
      return { pruned: gone.size };
    },
    links: async (chain, { after, limit }) =>
      of(chain)
        .filter(({ number }) => number > after)
        .sort((one, other) => one.number - other.number)
        .slice(0, limit)
        .map((line) => ({
          ...{ number: line.number, previous: line.previous, hash: line.hash },
          intact: hashOfLine(digest, line) === line.hash && line.chain === chain,
        })),
    head: async (chain) => of(chain).at(-1),
  };
}

function memorySeen(): SeenLately {
  const until = new Map<string, number>();
  const nameOf = ({ actor, what, about }: Parameters<SeenLately['has']>[0]) =>
    [actorName(actor), what, aboutName(about)].join(' ');
  return {
    has: async (key, at) => (until.get(nameOf(key)) ?? 0) > at.getTime(),
    note: async (key, end) => void until.set(nameOf(key), end.getTime()),
  };
}

function memoryKept(): { anchors: AnchorStore & { readonly rows: Anchor[] }; checks: CheckStore } {
  const rows: Anchor[] = [];
  let kept: Check | undefined;
  return {
    anchors: {
      rows,
      last: async () => rows.at(-1),
      async add(anchor) {
        if (rows.some(({ number }) => number === anchor.number)) return 'exists';
        rows.push(anchor);
        return 'added';
      },
      all: async () => rows,
    },
    checks: {
      find: async () => kept,
      async save(check) {
        if ((kept?.rev ?? 0) !== check.rev) return 'stale';
        kept = { ...check, rev: check.rev + 1 };
        return 'saved';
      },
    },
  };
}
