import { type NudgeStore, startNudges } from '@sinau/adoption';
import type { PeopleStore } from '@sinau/identity';
import type { Clock, PersonId } from '@sinau/kernel';
import { nudgeZoneOf } from '../shared/nudge-learning.ts';
import type { Fact } from './follow-fact.ts';

export interface FollowNudgesDeps {
  readonly nudges: Pick<NudgeStore, 'addTurn'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: Clock;
}

/** Whoever gets a course, or goes on in one, is looked at once a week as long as one is open. */
export async function followNudges(deps: FollowNudgesDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'enrolment-created':
    case 'enrolment-decided':
    case 'enrolment-promoted':
    case 'completion-withdrawn': {
      const personId = fact.personId as PersonId;
      const timeZone = await nudgeZoneOf(deps, personId);
      if (timeZone) await startNudges(deps, { personId, timeZone });
    }
  }
}
