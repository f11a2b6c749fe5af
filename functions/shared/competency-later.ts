import type { CompetencyParts, createCompetencyParts } from './competency-parts.ts';
import { once } from './later.ts';

/** What comparing people needs, joined with the first change that somebody counts by. */
export const competencyLater = (
  stores: Parameters<typeof createCompetencyParts>[0],
): (() => Promise<CompetencyParts>) =>
  once(async () => (await import('./competency-parts.ts')).createCompetencyParts(stores));
