/** One answer of one learner to one item, of whatever content. */
export interface ItemAnswer {
  readonly learner: string;
  readonly itemId: string;
  /** Text of the response, such as `result.response` of a statement. */
  readonly response: string;
  /** 0 to 1. */
  readonly score: number;
  /** What the learner reached in everything but this item, on whatever scale. */
  readonly restScore: number;
}

/** What was answered, and by how many. */
export interface ResponseShare {
  readonly response: string;
  readonly count: number;
  /** 0 to 1, of all answers. */
  readonly share: number;
  /** 0 to 1, of those with the highest and the lowest rest scores. */
  readonly upper: number;
  readonly lower: number;
  /** Average score of this response. */
  readonly score: number;
}

export interface ItemStatistics {
  readonly itemId: string;
  /** Learners; each counts with the first answer. */
  readonly answers: number;
  /** Absent below `minAnswers`: so few say nothing of an item, and something of persons. */
  readonly figures?: ItemFigures;
}

export interface ItemFigures {
  /** Average score: 0 nobody, 1 everybody had it right. */
  readonly difficulty: number;
  /** Correlation of the item with the rest score, -1 to 1; absent where all answers or all rest scores are alike. */
  readonly pointBiserial?: number;
  /** Difficulty among the upper 27 % less that among the lower. */
  readonly discrimination: number;
  /** The most frequent first. */
  readonly responses: readonly ResponseShare[];
  /** Answers beyond the `maxResponses` that are listed. */
  readonly otherAnswers: number;
}

export const minAnswers = 10;
export const maxResponses = 50;
/** Kelley's share, which tells good items from poor ones best. */
const groupShare = 0.27;

/** Statistics of every item that occurs, in the order of their first answers. */
export function itemStatistics(rows: Iterable<ItemAnswer>): readonly ItemStatistics[] {
  const collector = createItemStatistics();
  for (const row of rows) collector.add(row);
  return collector.result();
}

/**
 * The same for answers that come one by one; they come in the order in which they were given. What is kept grows with the
 * learners and with the responses that differ, not with what they wrote again.
 */
export function createItemStatistics() {
  const items = new Map<string, ItemCounts>();
  return {
    add({ itemId, learner, response, score, restScore }: ItemAnswer): void {
      if (!Number.isFinite(score) || !Number.isFinite(restScore)) return;
      const counts = items.get(itemId) ?? { learners: new Set(), moments: noMoments, levels: new Map() };
      items.set(itemId, counts);
      if (counts.learners.has(learner)) return;
      counts.learners.add(learner);
      counts.moments = withPair(counts.moments, score, restScore);
      const level = counts.levels.get(restScore) ?? new Map<string, Tally>();
      counts.levels.set(restScore, level);
      const { count = 0, total = 0 } = level.get(response) ?? {};
      level.set(response, { count: count + 1, total: total + score });
    },
    result: (): readonly ItemStatistics[] =>
      [...items].map(([itemId, counts]) => ({
        itemId,
        answers: counts.learners.size,
        ...(counts.learners.size >= minAnswers && { figures: figuresOf(counts) }),
      })),
  };
}

interface Tally {
  readonly count: number;
  readonly total: number;
}

interface ItemCounts {
  readonly learners: Set<string>;
  moments: Moments;
  /** By rest score, then by response. */
  readonly levels: Map<number, Map<string, Tally>>;
}

/** Means and sums of squared and crossed deviations, carried along (Welford) so that nothing is lost in large sums. */
interface Moments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

const noMoments: Moments = { n: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 };

function withPair(moments: Moments, x: number, y: number): Moments {
  const n = moments.n + 1;
  const [dx, dy] = [x - moments.meanX, y - moments.meanY];
  const meanX = moments.meanX + dx / n;
  const meanY = moments.meanY + dy / n;
  return {
    ...{ n, meanX, meanY },
    xx: moments.xx + dx * (x - meanX),
    yy: moments.yy + dy * (y - meanY),
    xy: moments.xy + dx * (y - meanY),
  };
}

function figuresOf({ moments, levels }: ItemCounts): ItemFigures {
  const ascending = [...levels].toSorted(([a], [b]) => a - b);
  const size = groupShare * moments.n;
  const lower = groupOf(ascending, size);
  const upper = groupOf(ascending.toReversed(), size);
  const all = groupOf(ascending, moments.n);
  const list = [...all.responses]
    .toSorted(([a, { count: many }], [b, { count: few }]) => few - many || (a < b ? -1 : 1))
    .slice(0, maxResponses)
    .map(([response, { count, total }]) => ({
      response,
      count,
      share: count / moments.n,
      upper: (upper.responses.get(response)?.count ?? 0) / size,
      lower: (lower.responses.get(response)?.count ?? 0) / size,
      score: total / count,
    }));
  const correlation = correlationOf(moments);
  return {
    difficulty: moments.meanX,
    ...(correlation !== undefined && { pointBiserial: correlation }),
    discrimination: (upper.score - lower.score) / size,
    responses: list,
    otherAnswers: moments.n - list.reduce((sum, { count }) => sum + count, 0),
  };
}

/**
 * The first `size` answers along the levels. Learners of one rest score cannot be told apart: at the border a level counts
 * in part, so that the order in which they answered decides nothing.
 */
function groupOf(levels: readonly (readonly [number, ReadonlyMap<string, Tally>])[], size: number) {
  const responses = new Map<string, Tally>();
  let [left, score] = [size, 0];
  for (const [, level] of levels) {
    if (left <= 0) break;
    const present = [...level.values()].reduce((sum, { count }) => sum + count, 0);
    const part = Math.min(1, left / present);
    for (const [response, tally] of level) {
      const { count = 0, total = 0 } = responses.get(response) ?? {};
      responses.set(response, { count: count + part * tally.count, total: total + part * tally.total });
      score += part * tally.total;
    }
    left -= part * present;
  }
  return { responses, score };
}

function correlationOf({ n, xx, yy, xy, meanX, meanY }: Moments): number | undefined {
  // What is this near to nothing is the rounding of equal values.
  const alike = (squares: number, mean: number) => squares <= n * (1e-12 * Math.max(1, Math.abs(mean))) ** 2;
  if (alike(xx, meanX) || alike(yy, meanY)) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}
