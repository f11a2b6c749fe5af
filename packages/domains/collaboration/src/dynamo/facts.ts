import type { PairChanged, PairSessionChanged, TeachingShared } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { teachingOf } from '../teaching.ts';
import { isPairRow, isSessionRow, readPairRow, readSessionRow } from './rows.ts';

export type CollaborationFact = PairChanged | PairSessionChanged | TeachingShared;

/** What one change of a row tells; the table's stream is the outbox. */
export function collaborationFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly CollaborationFact[] {
  const { before, after } = change;
  if (after && isPairRow(after)) return pairFacts(before, after);
  return after && isSessionRow(after) ? sessionFacts(before, after) : [];
}

function pairFacts(before: Item | undefined, row: Item): readonly PairChanged[] {
  const { pairId, state, updatedAt: occurredAt, rev } = readPairRow(row);
  if (before && readPairRow(before).state === state) return [];
  return [{ eventId: `pair-changed:${pairId}:${rev}`, type: 'pair-changed', occurredAt, pairId, state }];
}

function sessionFacts(before: Item | undefined, row: Item): readonly (PairSessionChanged | TeachingShared)[] {
  const after = readSessionRow(row);
  const was = before && readSessionRow(before);
  const { pairId, sessionId, learner: personId, state, version, updatedAt: occurredAt, rev } = after;
  if (was?.state === state && was.version === version) return [];
  const eventId = `pair-session-changed:${pairId}:${sessionId}:${rev}`;
  const shared = teachingOf(was, after);
  return [
    {
      ...{ eventId, type: 'pair-session-changed', occurredAt, pairId, sessionId, personId },
      ...{ state, version },
    },
    ...(shared ? [shared] : []),
  ];
}
