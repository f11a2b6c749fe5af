import type { Clock } from '@sinau/kernel';
import type { Evaluation } from './evaluation.ts';
import type { ResultStore, SubjectPlace } from './ports.ts';
import type { Scope } from './results.ts';
import { standingsAfter } from './standing.ts';

/** Where an evaluation counts. */
export const scopesOf = ({ owner, agencyId }: Pick<Evaluation, 'owner' | 'agencyId'>): readonly Scope[] => [
  { kind: 'owner', owner },
  ...(agencyId === undefined ? [] : [{ kind: 'agency' as const, agencyId }]),
];

/** After an answer was kept. What a worker that died has not noted, the next answer notes. */
export async function noteStandings(
  { results, clock }: { readonly results: ResultStore; readonly clock: Clock },
  evaluation: Evaluation,
): Promise<void> {
  for (const scope of scopesOf(evaluation)) {
    const place: SubjectPlace = { scope, year: evaluation.year, subject: evaluation.subject };
    // Read before the sums: whatever is written later is told later.
    const now = clock.now().toISOString();
    const found = await results.find(place);
    const next = found && standingsAfter(found.standings, { sums: found.sums, now });
    if (found && next) await results.noteStandings(place, { rev: found.rev, next });
  }
}
