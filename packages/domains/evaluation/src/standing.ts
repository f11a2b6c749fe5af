import { leastGroup } from '@sinau/kernel';
import { type Group, groups, partOf, type Tally } from './tally.ts';

/** Sums of a group as they were when so many had answered. */
export interface Standing {
  /** How many had ever answered. */
  readonly given: number;
  /** Words that were written before are told with it. ISO 8601 UTC. */
  readonly at: string;
  readonly tally: Tally;
}

export type Standings = Readonly<Partial<Record<Group, Standing>>>;

/**
 * What may be told after these sums; undefined when nothing more. Any two states of a group that are ever told are five new answers apart, so
 * that whoever looks before and after a colleague answers sees no difference (0070). Who changes their mind five times moves nothing.
 */
export function standingsAfter(
  before: Standings,
  { sums, now }: { readonly sums: Tally; readonly now: string },
): Standings | undefined {
  const moved = groups.filter((group) => {
    const given = sums[`${group}.given`] ?? 0;
    return given - (before[group]?.given ?? 0) >= leastGroup && (sums[group] ?? 0) >= leastGroup;
  });
  if (moved.length === 0) return undefined;
  const next = moved.map((group) => {
    const standing: Standing = {
      given: sums[`${group}.given`] ?? 0,
      at: now,
      tally: partOf(sums, group),
    };
    return [group, standing] as const;
  });
  return { ...before, ...Object.fromEntries(next) };
}
