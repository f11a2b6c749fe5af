import type { SealStoodStill, SealWentOn } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { SealSettings } from '../settings.ts';
import { readSettingsRow } from './rows.ts';

/** That an agency has come to a standstill, and that it goes on; each told once for each standstill. */
export function sealFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (SealStoodStill | SealWentOn)[] {
  const after = settingsOf(change.after);
  const before = settingsOf(change.before)?.standstill;
  if (!after) return [];
  const { agencyId, standstill } = after;
  if (standstill) return standstill.at === before?.at ? [] : [stoodStill(agencyId, standstill)];
  return before && after.isOn ? [wentOn(after, before.at)] : [];
}

function stoodStill(
  agencyId: SealSettings['agencyId'],
  { at: occurredAt, because }: NonNullable<SealSettings['standstill']>,
): SealStoodStill {
  const eventId = `seal-stood-still:${agencyId}:${occurredAt}`;
  return { eventId, occurredAt, type: 'seal-stood-still', agencyId, because };
}

/** `since`: when it had come to the standstill. Ended by a person alone, whose change is the latest that was noted. */
function wentOn({ agencyId, history }: SealSettings, since: string): SealWentOn {
  const eventId = `seal-went-on:${agencyId}:${since}`;
  return { eventId, occurredAt: history[0]?.at ?? since, type: 'seal-went-on', agencyId };
}

const settingsOf = (row: Item | undefined): SealSettings | undefined =>
  row?.kind === 'seal-settings' ? readSettingsRow(row) : undefined;
