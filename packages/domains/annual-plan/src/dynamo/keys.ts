import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Lot, PlanPlace } from '../plan.ts';
import type { Learning, LearningPlace } from '../realised.ts';
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

/** Which item of a lot answers a signal. */
export const needKey = (lot: Lot, signalId: string): Key => ({
  pk: itemsPartition(lot),
  sk: composeKey('NEED', signalId),
});

export const rulesPartition = (agencyId: string): string => composeKey('NEW-RULES', agencyId);
export const ruleKey = ({
  agencyId,
  ruleId,
}: {
  readonly agencyId: string;
  readonly ruleId: string;
}): Key => ({
  pk: rulesPartition(agencyId),
  sk: ruleId,
});

/** What was counted of performance last. */
export const standingKey = (agencyId: string): Key => ({
  pk: composeKey('PERFORMANCE-STANDING', agencyId),
  sk: 'NEWEST',
});
/** When its count was begun last. */
export const begunKey = (agencyId: string): Key => ({
  pk: composeKey('PERFORMANCE-STANDING', agencyId),
  sk: 'BEGUN',
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

export const linksPartition = ({ agencyId, year }: YearPlace): string =>
  composeKey('ANNUAL-PLAN-LINKS', agencyId, String(year));
export const linkKey = (place: LearningPlace): Key => ({
  pk: linksPartition(place),
  sk: composeKey(place.kind, place.learningId),
});

/** What somebody has learned, by year, agency and what it was. */
export const realisedPartition = (personId: string): string => composeKey('REALISED', personId);
export const realisedKey = (personId: string, place: LearningPlace): Key => ({
  pk: realisedPartition(personId),
  sk: composeKey(String(place.year), place.agencyId, place.kind, place.learningId),
});
/** Who has learned something, on gsi1. */
export const learnersPartition = ({ agencyId, year, kind, learningId }: LearningPlace): string =>
  composeKey('REALISED-OF', agencyId, String(year), kind, learningId);

export const sumsPartition = ({ agencyId, year }: YearPlace): string =>
  composeKey('REALISED-SUMS', agencyId, String(year));
export const sumKey = (place: YearPlace & Learning): Key => ({
  pk: sumsPartition(place),
  sk: composeKey(place.kind, place.learningId),
});
