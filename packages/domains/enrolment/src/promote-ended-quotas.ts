import type { AgencyId, Clock } from '@sinau/kernel';
import type { CourseDirectory, EnrolmentStore, QuotaStore } from './ports.ts';
import { promoteLine, promoteQuota } from './promote-waiting.ts';
import { dayOf } from './quota.ts';
import type { SeatBudget } from './seat-budget.ts';

/**
 * Whoever waits in a quota whose last day is over gets a seat by what holds now: the quota that follows, or none. Where seats are kept for groups, who fits
 * is asked anew of all who wait: people move, on a day what is left is for everybody, and nobody is behind others for ever. Safe to repeat: nobody waits in
 * it afterwards but those whose course is closed. The same for whoever waits for room in a budget line, as a quota may have ended or name another line
 * by now. Tells how many got one.
 */
export async function promoteEndedQuotas(
  deps: {
    readonly quotas: Pick<QuotaStore, 'list'>;
    readonly budget: Pick<SeatBudget, 'waitedFor'>;
    readonly enrolments: EnrolmentStore;
    readonly courses: CourseDirectory;
    readonly clock: Clock;
  },
  { agencyIds }: { readonly agencyIds: readonly AgencyId[] },
): Promise<number> {
  const today = dayOf(deps.clock.now());
  let promoted = 0;
  for (const agencyId of agencyIds) {
    const quotas = await deps.quotas.list(agencyId);
    for (const { quotaId, to, waiting, pools, noShowDays } of quotas) {
      const isLookedAt = pools !== undefined || noShowDays !== undefined || to < today;
      if (waiting === 0 || !isLookedAt) continue;
      promoted += (await promoteQuota(deps, { agencyId, quotaId, everybody: true })).length;
    }
    for (const lineId of await deps.budget.waitedFor(agencyId))
      promoted += (await promoteLine(deps, { agencyId, lineId })).length;
  }
  return promoted;
}
