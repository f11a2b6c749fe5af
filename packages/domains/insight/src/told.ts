/** Groups of fewer people are not told: one could recognise a person in them (case P3). */
export const smallestGroup = 5;
/** Times and questions are told from so many people on. */
export const smallestSpread = 10;

/**
 * A number of people as it may be told: a multiple of five, `few` for one to four. Rounding keeps people hidden also from
 * whoever takes one number from another: neither steps, nor months, nor versions tell a difference of less than five.
 */
export type Told = number | 'few';

export function told(people: number): Told {
  if (people <= 0) return 0;
  if (people < smallestGroup) return 'few';
  return Math.round(people / smallestGroup) * smallestGroup;
}

/** A share of so many people, 0 to 1: below a hundred of them in steps of 0.05, which no count can be taken from. */
export function roughly(share: number, people: number): number {
  const steps = people < 100 ? 20 : 100;
  return Math.round(share * steps) / steps;
}

/** Of what is told, so that it gives nothing more away; absent where nothing can be said. In hundredths, 0 to 1. */
export function shareOf(part: Told, whole: Told): number | undefined {
  if (part === 'few' || whole === 'few' || whole === 0) return undefined;
  return Math.min(1, Math.round((part / whole) * 100) / 100);
}
