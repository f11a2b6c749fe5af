import type { ToolPrincipal } from '@sinau/kernel';
import type { LineItem } from './line-item.ts';
import { getLineItem } from './line-items.ts';
import type { PlaceDeps } from './load-place.ts';
import type { ScoreRecord } from './score-record.ts';

/** By user. Of one user: at most one. */
export async function listResults(
  deps: PlaceDeps,
  input: {
    readonly tool: ToolPrincipal;
    readonly courseId: string;
    readonly lineItemId: string;
    readonly userId?: string;
    readonly limit: number;
    readonly after?: string;
  },
): Promise<{ readonly item: LineItem; readonly records: readonly ScoreRecord[]; readonly after?: string }> {
  const { userId, limit, after } = input;
  const item = await getLineItem(deps, input);
  if (userId !== undefined) {
    const one = await deps.grades.findScore(item, userId);
    return { item, records: one ? [one] : [] };
  }
  const { records, last } = await deps.grades.listScores(item, {
    limit,
    ...(after !== undefined && { after }),
  });
  return { item, records, ...(last !== undefined && { after: last }) };
}
