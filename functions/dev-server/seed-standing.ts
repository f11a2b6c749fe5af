import { countStanding } from '@sinau/annual-plan';
import type { AgencyId } from '@sinau/kernel';
import { daysAgo } from './seed/acting.ts';

/** Longer than any quarter. */
const quarterDays = 100;

/** Performance of the year before, counted as if its ratings had been there and at rest for a quarter. */
export async function seedStanding(
  deps: Parameters<typeof countStanding>[0],
  agencyId: AgencyId,
): Promise<void> {
  if ((await countStanding(deps, agencyId)) !== 'seen') return;
  const seen = await deps.standings.find(agencyId);
  if (!seen) return;
  const seenAt = daysAgo(deps.clock, quarterDays).now().toISOString();
  const before = { ...seen, seenAt, seen: seen.seen.map((one) => ({ ...one, at: seenAt })) };
  await deps.standings.save(before, seen);
  await countStanding(deps, agencyId);
}
