import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Lot, PlanPlace } from '../plan.ts';
import type { YearPlace } from '../signal.ts';

/** Versions of three digits, so that they stand in order. */
const versionText = (version: number): string => String(version).padStart(3, '0');

export const plansPartition = (agencyId: string): string => composeKey('ANNUAL-PLANS', agencyId);
export const planKey = ({ agencyId, year, version }: PlanPlace): Key => ({
  pk: plansPartition(agencyId),
  sk: composeKey(String(year), versionText(version)),
});

/** What hangs on one version of a plan. */
export const itemsPartition = ({ agencyId, year, version, lot }: Lot): string =>
  composeKey('ANNUAL-PLAN', agencyId, String(year), versionText(version), lot);
export const itemPrefix = keyPrefix('ITEM');
export const itemKey = (lot: Lot, itemId: string): Key => ({
  pk: itemsPartition(lot),
  sk: composeKey('ITEM', itemId),
});

/** What was written down and decided about signals of a year. */
export const signalsPartition = ({ agencyId, year }: YearPlace): string =>
  composeKey('NEED-SIGNALS', agencyId, String(year));
export const notePrefix = keyPrefix('NOTE');
export const noteKey = (place: YearPlace, noteId: string): Key => ({
  pk: signalsPartition(place),
  sk: composeKey('NOTE', noteId),
});
export const asideKey = (place: YearPlace, signalId: string): Key => ({
  pk: signalsPartition(place),
  sk: composeKey('ASIDE', signalId),
});
