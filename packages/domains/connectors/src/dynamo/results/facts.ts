import type { ResultArrived, ResultPlaced } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { InboxResult, ResultPlace } from '../../results/inbox-result.ts';
import { isResultRow, readResult } from './rows.ts';

/** What a change of a result tells: that it came, and where something else counts than before. */
export function resultFacts({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (ResultArrived | ResultPlaced)[] {
  if (!after || !isResultRow(after)) return [];
  const now = readResult(after);
  const { resultId, event, decision, rev } = now;
  if (decision.state === 'new') {
    if (before) return [];
    const { receivedAt: occurredAt, providerId } = event;
    return [
      { eventId: `result-arrived:${resultId}`, occurredAt, type: 'result-arrived', resultId, providerId },
    ];
  }
  const places = [before && placeOf(readResult(before)), placeOf(now)].filter((one) => one !== undefined);
  const different = new Map(places.map((one) => [`${one.registration} ${one.moduleId}`, one]));
  return [...different.values()].map(({ registration, moduleId }) => ({
    eventId: `result-placed:${resultId}:${rev}:${registration}:${moduleId}`,
    ...{ occurredAt: decision.at, type: 'result-placed' as const, registration, moduleId },
  }));
}

const placeOf = ({ decision }: InboxResult): ResultPlace | undefined =>
  decision.state === 'placed' ? decision.place : undefined;
