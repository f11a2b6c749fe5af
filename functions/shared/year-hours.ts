import type { YearHours } from '@sinau/enrolment';
import type { Clock } from '@sinau/kernel';
import type { CreditParts } from './credit-parts.ts';

/** Lesson hours as waiting lists ask for them; loaded when somebody comes to one. */
export const yearHoursOf = ({
  credit,
  clock,
}: {
  readonly credit: () => Promise<Pick<CreditParts, 'credit' | 'standings'>>;
  readonly clock: Clock;
}): YearHours => ({
  async hasReachedMinimum(personId) {
    const { readYear } = await import('@sinau/credit');
    const { recognised, minimum } = await readYear(await credit(), { personId, now: clock.now() });
    return minimum !== undefined && recognised >= minimum;
  },
});
