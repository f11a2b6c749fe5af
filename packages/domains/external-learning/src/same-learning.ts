import { lettersAndDigits } from '@sinau/kernel';
import type { ExternalLearning } from './learning.ts';

/** What at most one record of a person says at a time, as parts of a key. */
export type Claim = readonly [kind: 'certificate' | 'event', ...of: string[]];

/**
 * What a record has to itself: its certificate, and its title with its days. The second holds also where there is a
 * certificate, since the same event is often written down once with its number and once without. Whoever takes a record back
 * gives up both.
 */
export function claimsOf({ state, details }: Pick<ExternalLearning, 'state' | 'details'>): readonly Claim[] {
  if (state === 'cancelled') return [];
  const { certificate, title, startsOn, endsOn } = details;
  const event: Claim = ['event', lettersAndDigits(title), startsOn, endsOn];
  if (!certificate) return [event];
  return [['certificate', lettersAndDigits(certificate.number), lettersAndDigits(certificate.issuer)], event];
}

export const isSameClaim = (a: Claim, b: Claim): boolean => JSON.stringify(a) === JSON.stringify(b);
