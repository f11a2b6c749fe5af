import type { BookingPurposes } from '@sinau/budget';
import type { AnnualPlanDesk } from './annual-plan-parts.ts';
import { planItemsOf } from './plan-items.ts';

/** Events and items of plans, as bookings of a budget name them. They are opened where one is named. */
export const purposesOf = (
  open: () => Promise<Pick<AnnualPlanDesk, 'plans' | 'learnings'>>,
): BookingPurposes => ({
  async titleOf({ agencyId, year, purpose: { kind, id } }) {
    const desk = await open();
    if (kind === 'event') {
      return (await desk.learnings.titleOf(agencyId, { kind: 'event', learningId: id }))?.id;
    }
    const items = await planItemsOf(desk).listOf(agencyId, year);
    return items.find(({ itemId }) => itemId === id)?.title;
  },
});
