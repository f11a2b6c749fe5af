import { type AgencyId, type Clock, localDateOf, yearOf } from '@sinau/kernel';
import type { RatedDirectory, StandingStore } from './ports.ts';
import { isAtRest, type RatedMember, type Standing, toldOf } from './standing.ts';

interface Deps {
  readonly standings: StandingStore;
  readonly rated: RatedDirectory;
  readonly clock: Clock;
}

/** Performance of a year is found out in the year after, or later. */
const yearsBack = 2;

/** A turn late in a quarter and the next one early in the quarter after are no quarter apart. */
const leastRestMs = 80 * 86_400_000;

/**
 * Looks at agencies, each once a quarter: first those whose turn was longest ago, until so many milliseconds have gone by. One that fails
 * keeps no other from its turn; it is told, and tried again with the next call. Nor does one that is too large for a call: each is noted
 * before it begins, and what was begun and did not end comes after those that were not.
 */
export async function countStandings(
  deps: Deps,
  { agencyIds, mostMs }: { readonly agencyIds: readonly AgencyId[]; readonly mostMs: number },
): Promise<{
  readonly counted: number;
  readonly failed: readonly { readonly agencyId: AgencyId; readonly error: unknown }[];
}> {
  const begun = deps.clock.now().getTime();
  const quarter = quarterOf(begun);
  const failed: { agencyId: AgencyId; error: unknown }[] = [];
  const due: { agencyId: AgencyId; at: string }[] = [];
  for (const agencyId of agencyIds) {
    try {
      const known = await deps.standings.find(agencyId);
      if (hadTurn(known, quarter)) continue;
      const times = [known?.seenAt ?? '', (await deps.standings.begunAt(agencyId)) ?? ''];
      due.push({ agencyId, at: times.toSorted().at(-1) ?? '' });
    } catch (error) {
      failed.push({ agencyId, error });
    }
  }
  let counted = 0;
  for (const { agencyId } of due.toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at))) {
    if (deps.clock.now().getTime() - begun >= mostMs) break;
    try {
      await deps.standings.noteBegun(agencyId, deps.clock.now().toISOString());
      if ((await countStanding(deps, agencyId)) !== 'fresh') counted += 1;
    } catch (error) {
      failed.push({ agencyId, error });
    }
  }
  return { counted, failed };
}

/** `2026-3`, where the agencies are: a turn is on a day that nobody chooses. */
function quarterOf(atMs: number): string {
  const day = localDateOf(atMs, 'Asia/Jakarta');
  return `${yearOf(day)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const hadTurn = (known: Standing | undefined, quarter: string): boolean =>
  known !== undefined && quarterOf(Date.parse(known.seenAt)) === quarter;

/**
 * The turn of one agency, once a quarter: notes how many were rated of years that are not counted, and counts the newest of which the
 * ratings have come to rest. A year is counted once and for good, and never one before it; what a second run counts at the same time is dropped. `seen`: nothing was counted;
 * `fresh`: it had its turn.
 */
export async function countStanding(
  { standings, rated, clock }: Deps,
  agencyId: AgencyId,
): Promise<'counted' | 'seen' | 'fresh'> {
  const now = clock.now();
  const known = await standings.find(agencyId);
  if (hadTurn(known, quarterOf(now.getTime()))) return 'fresh';
  const seenAt = now.toISOString();
  const thisYear = yearOf(localDateOf(now.getTime(), 'Asia/Jakarta'));
  const first = Math.max(thisYear - yearsBack, (known?.told?.year ?? 0) + 1);
  const seen: Standing['seen'][number][] = [];
  for (let year = thisYear - 1; year >= first; year -= 1) {
    const members: RatedMember[] = [];
    for await (const some of rated.ratedOf(agencyId, year)) members.push(...some);
    const before = known?.seen.find((one) => one.year === year);
    const isYoung = before !== undefined && now.getTime() - Date.parse(before.at) < leastRestMs;
    if (before && !isYoung && isAtRest(members.length, before.rated)) {
      const told = { year, groups: toldOf(members), countedAt: seenAt };
      return (await standings.save({ agencyId, seenAt, seen, told }, known)) === 'saved'
        ? 'counted'
        : 'fresh';
    }
    seen.push(isYoung ? before : { year, rated: members.length, at: seenAt });
  }
  const next = { agencyId, seenAt, seen, ...(known?.told && { told: known.told }) };
  return (await standings.save(next, known)) === 'saved' ? 'seen' : 'fresh';
}
