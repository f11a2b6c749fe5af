import type { SealStoodStill } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { readSettingsRow } from './rows.ts';

/** That an agency has come to a standstill; told once for each. */
export function sealFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly SealStoodStill[] {
  const after = standstillOf(change.after);
  if (!after || after.at === standstillOf(change.before)?.at) return [];
  const { agencyId, at: occurredAt, because } = after;
  const eventId = `seal-stood-still:${agencyId}:${occurredAt}`;
  return [{ eventId, occurredAt, type: 'seal-stood-still', agencyId, because }];
}

function standstillOf(row: Item | undefined) {
  if (row?.kind !== 'seal-settings') return undefined;
  const { agencyId, standstill } = readSettingsRow(row);
  return standstill && { agencyId, ...standstill };
}
