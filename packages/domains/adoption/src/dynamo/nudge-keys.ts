import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { NudgeKind } from '../nudges/experiment.ts';
import type { EffectScope, ExperimentPlace } from '../nudges/ports.ts';

/** Every experiment there was: a handful a year. */
export const experimentsPartition = 'NUDGE-EXPERIMENTS';
export const experimentKey = ({ kind, version }: ExperimentPlace): Key => ({
  ...{ pk: experimentsPartition, sk: composeKey(kind, String(version)) },
});

/** Turn and meetings of a person. */
export const personPartition = (personId: string): string => composeKey('NUDGES', personId);
export const turnKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'TURN' });
export const metPrefix = keyPrefix('MET');
export const metKey = (personId: string, kind: NudgeKind, version: number): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('MET', kind, String(version)) },
});

export const nudgeParts = 8;
/** gsi1: who is looked at next, and whose seven days are over next, the earliest first. */
export const turnsPartition = (part: number): string => composeKey('NUDGE-TURNS', String(part));
export const outcomesPartition = (part: number): string => composeKey('NUDGE-OUTCOMES', String(part));

/** Sums of an experiment, each in parts by person. */
export const sumsPartition = ({ kind, version }: ExperimentPlace): string =>
  composeKey('NUDGE-SUMS', kind, String(version));
const scopeParts = (scope: EffectScope): readonly string[] =>
  scope.kind === 'nation' ? ['NATION'] : ['AGENCY', scope.agencyId];
export const sumsPrefix = (scope: EffectScope): string => keyPrefix(...scopeParts(scope), 'PART');
export const sumsKey = (place: ExperimentPlace, scope: EffectScope, part: number): Key => ({
  ...{ pk: sumsPartition(place), sk: composeKey(...scopeParts(scope), 'PART', String(part)) },
});
export const standingKey = (place: ExperimentPlace, scope: EffectScope): Key => ({
  ...{ pk: sumsPartition(place), sk: composeKey(...scopeParts(scope), 'STANDING') },
});

export function partOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % nudgeParts;
}
