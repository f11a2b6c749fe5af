import { type AgencyId, type Clock, localDateOf, yearOf } from '@sinau/kernel';
import type { RatedDirectory, StandingStore } from './ports.ts';
import { groupsOf, type RatedMember } from './standing.ts';

interface Deps {
  readonly standings: StandingStore;
  readonly rated: RatedDirectory;
  readonly clock: Clock;
}

const anewAfterMs = 24 * 3_600_000;

/** Performance of a year is found out in the year after; before that the year before stands. */
const yearsBack = 3;

/**
 * Counts one agency anew, once a day: those of the newest year in which anybody was rated. `counted`: it was its turn. Nothing is kept of
 * an agency whose groups are all too small.
 */
export async function countStanding(
  { standings, rated, clock }: Deps,
  agencyId: AgencyId,
): Promise<'counted' | 'fresh'> {
  const now = clock.now();
  const known = await standings.find(agencyId);
  if (known && now.getTime() - Date.parse(known.countedAt) < anewAfterMs) return 'fresh';
  const thisYear = yearOf(localDateOf(now.getTime(), 'Asia/Jakarta'));
  const countedAt = now.toISOString();
  for (let year = thisYear; year > thisYear - yearsBack; year -= 1) {
    const members: RatedMember[] = [];
    for await (const some of rated.ratedOf(agencyId, year)) members.push(...some);
    if (members.length === 0) continue;
    await standings.save({ agencyId, year, groups: groupsOf(members), countedAt });
    return 'counted';
  }
  await standings.save({ agencyId, year: thisYear, groups: [], countedAt });
  return 'counted';
}
