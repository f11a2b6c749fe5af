import {
  courseEvaluationId,
  type EvaluationStore,
  eventEvaluationId,
  followCompletion,
} from '@sinau/evaluation';
import type { Clock, PersonId } from '@sinau/kernel';
import { type CompletionDeps, completionsOf } from '../shared/evaluation-completions.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowEvaluationsDeps extends CompletionDeps {
  readonly evaluations: EvaluationStore;
  readonly clock: Clock;
}

type Followed = FactOf<
  | 'enrolment-completed'
  | 'completion-withdrawn'
  | 'completion-restored'
  | 'event-attendance-changed'
  | 'event-seat-changed'
>;

/** Whoever has completed a course, or was at an event, is asked what it was to them; not while it is taken back. */
export async function followEvaluations(deps: FollowEvaluationsDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'enrolment-completed':
    case 'completion-withdrawn':
    case 'completion-restored':
      return followCompletion(
        { ...deps, completions: completionsOf(deps) },
        { personId: fact.personId as PersonId, evaluationId: courseEvaluationId(fact.registration) },
      );
    case 'event-attendance-changed':
      return followAttended(deps, { eventId: fact.event, personId: fact.personId });
    case 'event-seat-changed':
      // Whoever was taken out of an event afterwards has not been there.
      if (fact.before === 'confirmed' || fact.state === 'confirmed')
        await followAttended(deps, { eventId: fact.event, personId: fact.personId });
  }
}

/** Of one person, also where something about the whole event has changed. */
export function followAttended(
  deps: FollowEvaluationsDeps,
  { eventId, personId }: { readonly eventId: string; readonly personId: string },
): Promise<void> {
  return followCompletion(
    { ...deps, completions: completionsOf(deps) },
    { personId: personId as PersonId, evaluationId: eventEvaluationId(eventId) },
  );
}
