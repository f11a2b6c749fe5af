import type { Jp } from '@sinau/kernel';
import type { RoundingRule } from './rule.ts';

/** What so many minutes of a whole course are worth. Lessons are summed before, never rounded one by one. */
export function jpOfMinutes(minutes: number, { mode, minutesPerJp }: RoundingRule): Jp {
  const hundredths = Math.floor((minutes * 100) / minutesPerJp);
  return (mode === 'floor' ? hundredths - (hundredths % 100) : hundredths) as Jp;
}
