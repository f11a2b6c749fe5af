import type { Span } from '../ledger/entry.ts';

/** In order, with what overlaps or touches made one: time is counted once. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export const secondsIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** What of the first is in none of the others. Both in order. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return spans.flatMap(([from, to]) => {
    const left: Span[] = [];
    let at = from;
    for (const [start, end] of others) {
      if (end <= at || start >= to) continue;
      if (start > at) left.push([at, start]);
      at = Math.max(at, end);
    }
    return at < to ? [...left, [at, to] as const] : left;
  });
}

/** Whether some time is in both. */
export const overlap = (spans: readonly Span[], others: readonly Span[]): boolean =>
  spans.some(([from, to]) => others.some(([start, end]) => start < to && from < end));

/** At most so many: what lies nearest to each other is made one, with the time between. */
export function joinNearest(spans: readonly Span[], most: number): readonly Span[] {
  const joined = [...spans];
  while (joined.length > most) {
    const gaps = joined.slice(1).map(([from], n) => from - (joined[n]?.[1] ?? from));
    const at = gaps.indexOf(Math.min(...gaps));
    const [one, two] = [joined[at], joined[at + 1]];
    if (one && two) joined.splice(at, 2, [one[0], two[1]]);
  }
  return joined;
}
