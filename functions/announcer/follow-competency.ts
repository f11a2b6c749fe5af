import type { PersonStore, RecountDeps } from '@sinau/competency';
import { changedAssessment } from '@sinau/competency/dynamo';
import { changedPerson } from '@sinau/identity/dynamo';
import type { Log } from '@sinau/platform/log';
import { followPeople, type StreamConsumer } from './follow-people.ts';

export interface FollowCompetencyDeps {
  /** Loaded with the first change that somebody counts by. */
  readonly competency: () => Promise<RecountDeps & { readonly persons: PersonStore }>;
  readonly log: Log;
}

/** Whose post or place has changed, and who was assessed, is compared with their standard anew; what they plan is followed up by whose it is now. */
export const followCompetency = (
  { competency, log }: FollowCompetencyDeps,
  consumer: StreamConsumer,
): StreamConsumer =>
  followPeople(
    {
      ...{ log, failure: 'competence of people not counted' },
      concernedBy: (change) => changedPerson(change) ?? changedAssessment(change),
      open: async () => {
        const [parts, { placePlan, recountPerson }] = await Promise.all([
          competency(),
          import('@sinau/competency'),
        ]);
        return async (personId) => {
          await recountPerson(parts, personId);
          await placePlan(parts, personId);
        };
      },
    },
    consumer,
  );
