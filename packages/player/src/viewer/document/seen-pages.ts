/** Page numbers from 1, as ranges: `1-5,8`. Short however long the document is. */
export function writePages(pages: ReadonlySet<number>): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Pages beyond `count`, and what is no range, are left out. */
export function readPages(text: string, count: number): Set<number> {
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const [, from = '', to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    for (let page = Number(from); from !== '' && page <= Math.min(Number(to), count); page += 1) {
      if (page > 0) pages.add(page);
    }
  }
  return pages;
}

/** Pages that must have been seen: `share` of all, rounded up, at least one. */
export function pagesNeeded(count: number, share: number): number {
  // 0.9 of 10 pages is 9, although floating point makes it a little more.
  return Math.min(count, Math.max(1, Math.ceil(share * count - 1e-9)));
}
