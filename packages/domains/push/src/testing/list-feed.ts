import type { PushFeed } from '../ports.ts';

export const idOf = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const storedOf = (n: number): string => new Date(Date.UTC(2026, 2, 2) + n).toISOString();

/** The n-th statement of a feed, as its line. */
export function lineText(n: number, statement: Readonly<Record<string, unknown>> = {}): string {
  const head = JSON.stringify({ kind: 'statement', id: idOf(n), position: `p${n}`, stored: storedOf(n) });
  const body = { id: idOf(n), verb: { id: 'http://verbs.example/did' }, ...statement };
  return `${head.slice(0, -1)},"statement":${JSON.stringify(body)}}`;
}

/** A feed of one lane that is a list; its places are how many lines were read. */
export function listFeed(lines: string[]): PushFeed {
  return {
    read: async ({ places, limit }) => {
      const from = Number(places);
      const page = lines.slice(from, from + limit);
      return { lines: page, places: String(from + page.length) };
    },
    lag: async (_, places) => ({ lines: lines.length - Number(places), atLeast: false }),
    end: async () => String(lines.length),
    waits: async (_, places) => Number(places) < lines.length,
  };
}
