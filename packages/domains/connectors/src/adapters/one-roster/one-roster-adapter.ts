import { setTimeout as sleepFor } from 'node:timers/promises';
import type { ProviderAdapter } from '../../ports.ts';
import type { SentResult } from '../../results/take-many.ts';
import { withoutServices } from '../without-services.ts';
import { createRosterClient, type RosterDeps, type RosterSite } from './client.ts';
import { type Newest, readCatalogue } from './read-catalogue.ts';
import { readEnrolments, readScores } from './read-learners.ts';
import { testSite } from './test-site.ts';

/** A university's server of OneRoster 1.2: catalogue, rosters and scores are read, and nobody can be enrolled. */
export function createOneRosterAdapter(
  given: Omit<RosterDeps, 'sleep'> & { readonly sleep?: RosterDeps['sleep'] },
  site: RosterSite,
): ProviderAdapter {
  const client = createRosterClient({ sleep: sleepFor, ...given }, site);
  const newest: Newest = {};
  // Learners of one class are asked for in portions; its scores are read once.
  let scores: { readonly of: string; readonly read: Promise<readonly SentResult[]> } | undefined;
  return {
    ...withoutServices(),
    test: () => testSite(client),
    readCourses: (cursor) => readCatalogue(client, { cursor, newest }),
    cursorAfter: () => newest.at,
    readEnrolments: (externalCourseId) => readEnrolments(client, externalCourseId),
    async *readResults({ externalCourseId, learners }) {
      if (scores?.of !== externalCourseId) {
        scores = { of: externalCourseId, read: readScores(client, externalCourseId) };
      }
      const wanted = new Set(learners.map(({ externalLearnerId }) => externalLearnerId));
      for (const said of await scores.read) {
        if (wanted.has(said.result.externalLearnerId ?? '')) yield said;
      }
    },
  };
}
