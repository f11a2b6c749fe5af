/** Partitions that one list of each busy kind is spread over. */
export interface ShardCounts {
  /** All statements of a store. */
  readonly feed: number;
  /** Each activity. */
  readonly activity: number;
  /** Each agency. */
  readonly agency: number;
}

export interface LrsSettings {
  /**
   * Oldest first; the counts hold for positions from `sinceMs` (epoch milliseconds) on. To change them, add a row that
   * begins in the future of every writer; a row that was in force never changes.
   */
  readonly shards: readonly (ShardCounts & { readonly sinceMs: number })[];
  /** A write that has not committed after so long is given up; others may fence it. */
  readonly commitDeadlineMs: number;
  /** Compressed bodies above this many bytes go to the object store. */
  readonly inlineBytes: number;
  /** Lists that the statements of one request may be put on; the square of it bounds the tags in all of their rows. */
  readonly maxListRows: number;
  /**
   * Rows that are written at most to join one commit with what it refers to and with what refers to it. A request whose
   * references need more is refused; what a late target would have to lend beyond it is not lent.
   */
  readonly maxLinkRows: number;
  /** Referring statements that one commit joins with at most, void announcements first. */
  readonly maxReferrers: number;
  /** Rows that a query reads at most before it answers a short page. */
  readonly maxRowsRead: number;
  /** Rows as young as this are read with strong consistency. */
  readonly youngMs: number;
  /** Rows that one transaction of an erasure changes, at most 98. */
  readonly rowsErasedTogether: number;
  /** Activities that nearly every statement names; found by walking, not by list. */
  readonly ubiquitousActivities: readonly string[];
}

export const defaultSettings: LrsSettings = {
  shards: [{ sinceMs: 0, feed: 16, activity: 16, agency: 16 }],
  commitDeadlineMs: 10_000,
  inlineBytes: 8 * 1024,
  maxListRows: 2_000,
  maxLinkRows: 10_000,
  maxReferrers: 2_000,
  maxRowsRead: 2_000,
  youngMs: 5_000,
  rowsErasedTogether: 90,
  ubiquitousActivities: [
    'https://w3id.org/xapi/cmi5/context/categories/cmi5',
    'https://w3id.org/xapi/cmi5/context/categories/moveon',
  ],
};

/** For one machine: one partition a list, since nothing is throttled. */
export const localSettings: LrsSettings = {
  ...defaultSettings,
  shards: [{ sinceMs: 0, feed: 1, activity: 1, agency: 1 }],
};

/** Counts in force for a commit at this time. */
export function shardsAt({ shards }: LrsSettings, ms: number): ShardCounts {
  return shards.findLast(({ sinceMs }) => sinceMs <= ms) ?? { feed: 1, activity: 1, agency: 1 };
}

/** Most partitions that any commit between the two times may have used. */
export function shardsBetween(settings: LrsSettings, fromMs: number, toMs: number): ShardCounts {
  const from = shardsAt(settings, fromMs);
  const later = settings.shards.filter(({ sinceMs }) => sinceMs > fromMs && sinceMs <= toMs);
  const most = (kind: keyof ShardCounts) => Math.max(from[kind], ...later.map((counts) => counts[kind]));
  return { feed: most('feed'), activity: most('activity'), agency: most('agency') };
}
