import type { AnswerStore, SurveyPlace } from './ports.ts';
import type { Counts, Standings } from './satisfaction.ts';

/** Fewer answers than that tell of persons. */
export const leastAnswers = 10;

/** What stands after these counts; undefined while too few have answered since. */
export function standingsAfter({ next }: Standings, counts: Counts): Standings | undefined {
  if (counts.answers < (next?.answers ?? 0) + leastAnswers) return undefined;
  return { next: counts, ...(next && { shown: next }) };
}

/**
 * After an answer was kept. Of several at once one notes it and the others find it noted; what was not noted, by a worker that died, the next
 * answer notes.
 */
export async function noteStandings(answers: AnswerStore, place: SurveyPlace): Promise<void> {
  const { counts, standings } = await answers.counts(place);
  const next = standingsAfter(standings, counts);
  if (next) await answers.noteStandings(place, { from: standings, next });
}
