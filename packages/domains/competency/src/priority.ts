/**
 * What comes first: gap × criticality of the post × people ÷ cost. In no law, a choice of ours, so its parts are told with it. Free learning
 * costs the time of those who learn; it counts as the least cost, and so does what costs less.
 */
export const priorityRule = { version: 'sinau-1', leastCost: 50_000 } as const;

export interface Need {
  /** Σ over people of gap × criticality of their post. */
  readonly weight: number;
  /** Whole rupiah for one seat. */
  readonly price: number;
}

/** Higher comes first. */
export const priorityOf = ({ weight, price }: Need): number =>
  (weight * priorityRule.leastCost) / Math.max(price, priorityRule.leastCost);

/** By priority; of equals the cheaper, then by id, so that the order never depends on that of reading. */
export function ranked<One extends Need & { readonly id: string }>(needs: readonly One[]): readonly One[] {
  return needs
    .filter(({ weight }) => weight > 0)
    .toSorted(
      (a, b) =>
        priorityOf(b) - priorityOf(a) || a.price - b.price || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}
