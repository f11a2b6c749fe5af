import { type Cohort, toldOf } from './cohort.ts';
import { mergeCoverage } from './coverage.ts';
import type { Sample } from './ports.ts';
import type { ModuleFrame, ModuleStatistics, PageCount } from './statistics.ts';
import { smallestGroup } from './told.ts';
import { coverageBins, type SessionTrace } from './traces.ts';

interface Given {
  readonly module: ModuleFrame;
  readonly sessions: Sample<SessionTrace>;
}

/** Sessions of the cohort in one module. */
export function sessionsIn({ learners }: Cohort, { module, sessions }: Given): readonly SessionTrace[] {
  return sessions.rows.filter(
    ({ part, registration }) =>
      part !== undefined && module.parts.includes(part) && learners.has(registration),
  );
}

/** Who played which hundredth of a recording, and who played it again. Undefined where nobody played anything. */
export function watchingOf(cohort: Cohort, given: Given): ModuleStatistics['watching'] {
  const share = Math.min(cohort.share, given.sessions.share);
  const played = new Map<string, string>();
  const lengths: number[] = [];
  for (const { registration, watched } of sessionsIn(cohort, given)) {
    if (!watched) continue;
    lengths.push(watched.lengthSeconds);
    const before = played.get(registration);
    played.set(registration, before ? mergeCoverage(before, watched.coverage) : watched.coverage);
  }
  if (played.size === 0) return undefined;
  // What most players say; a replaced file may be a little longer.
  const lengthSeconds = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  const viewers = toldOf(played.size, share);
  if (played.size < smallestGroup) return { lengthSeconds, viewers, bins: [] };
  const all = [...played.values()];
  const count = (bin: number, least: string) => all.filter((text) => (text[bin] ?? '0') >= least).length;
  return {
    ...{ lengthSeconds, viewers },
    bins: Array.from({ length: coverageBins }, (_, bin) => ({
      from: Math.round((lengthSeconds * bin * 10) / coverageBins) / 10,
      viewers: toldOf(count(bin, '1'), share),
      again: toldOf(count(bin, '2'), share),
    })),
  };
}

/** Who looked at which page of a document. Undefined where nobody did. */
export function pagesOf(cohort: Cohort, given: Given): readonly PageCount[] | undefined {
  const share = Math.min(cohort.share, given.sessions.share);
  const seen = new Map<number, Set<string>>();
  for (const { registration, pages } of sessionsIn(cohort, given)) {
    for (const page of pages) seen.set(page, (seen.get(page) ?? new Set()).add(registration));
  }
  if (seen.size === 0) return undefined;
  const last = Math.max(...seen.keys());
  return Array.from({ length: last }, (_, n) => ({
    page: n + 1,
    viewers: toldOf(seen.get(n + 1)?.size ?? 0, share),
  }));
}
