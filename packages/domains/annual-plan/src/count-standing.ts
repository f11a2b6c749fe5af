import { type AgencyId, type Clock, leastGroup, localDateOf, yearOf } from '@sinau/kernel';
import type { RatedDirectory, StandingStore } from './ports.ts';
import { type RatedMember, type Standing, toldAfter } from './standing.ts';

interface Deps {
  readonly standings: StandingStore;
  readonly rated: RatedDirectory;
  readonly clock: Clock;
}

const anewAfterMs = 24 * 3_600_000;

/** Performance of a year is found out in the year after; before that the year before stands. */
const yearsBack = 3;

/**
 * Counts agencies anew, each once a day: first those that were counted longest ago, until so many milliseconds have gone by. One that fails
 * keeps no other from its turn; it is told, and tried again with the next call.
 */
export async function countStandings(
  deps: Deps,
  { agencyIds, mostMs }: { readonly agencyIds: readonly AgencyId[]; readonly mostMs: number },
): Promise<{
  readonly counted: number;
  readonly failed: readonly { readonly agencyId: AgencyId; readonly error: unknown }[];
}> {
  const begun = deps.clock.now().getTime();
  const failed: { agencyId: AgencyId; error: unknown }[] = [];
  const due: { agencyId: AgencyId; at: string }[] = [];
  for (const agencyId of agencyIds) {
    try {
      const known = await deps.standings.find(agencyId);
      if (!isFresh(known, begun)) due.push({ agencyId, at: known?.countedAt ?? '' });
    } catch (error) {
      failed.push({ agencyId, error });
    }
  }
  let counted = 0;
  for (const { agencyId } of due.toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at))) {
    if (deps.clock.now().getTime() - begun >= mostMs) break;
    try {
      await countStanding(deps, agencyId);
      counted += 1;
    } catch (error) {
      failed.push({ agencyId, error });
    }
  }
  return { counted, failed };
}

const isFresh = (known: Standing | undefined, nowMs: number): boolean =>
  known?.bases !== undefined && nowMs - Date.parse(known.countedAt) < anewAfterMs;

/**
 * Counts one agency anew, once a day: those of the newest year in which at least five people were rated, and never of a year before one that
 * was told. `counted`: it was its turn. What was told stays until enough has changed (`toldAfter`).
 */
export async function countStanding(
  { standings, rated, clock }: Deps,
  agencyId: AgencyId,
): Promise<'counted' | 'fresh'> {
  const now = clock.now();
  const known = await standings.find(agencyId);
  if (isFresh(known, now.getTime())) return 'fresh';
  const thisYear = yearOf(localDateOf(now.getTime(), 'Asia/Jakarta'));
  const countedAt = now.toISOString();
  const before = known?.bases?.length ? known : undefined;
  const first = Math.max(thisYear - yearsBack + 1, before?.year ?? 0);
  for (let year = thisYear; year >= first; year -= 1) {
    const members: RatedMember[] = [];
    for await (const some of rated.ratedOf(agencyId, year)) members.push(...some);
    if (members.length < leastGroup && year !== before?.year) continue;
    const told = toldAfter(members, year === before?.year ? before : undefined);
    await standings.save({ agencyId, year, ...told, countedAt });
    return 'counted';
  }
  await standings.save({ agencyId, year: thisYear, groups: [], bases: [], countedAt });
  return 'counted';
}
