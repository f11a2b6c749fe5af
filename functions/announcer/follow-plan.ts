import type { PersonId } from '@sinau/kernel';
import type { PlanningStore } from '@sinau/planning';
import type { Fact } from './follow-fact.ts';

export interface FollowPlanDeps {
  readonly plans: Pick<PlanningStore, 'noteSession'>;
}

/** When somebody learned, for their own week. A write a session that is opened, ended or reaches something; safe to repeat. */
export async function followPlan({ plans }: FollowPlanDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'progress-made' || fact.personId === undefined || !fact.session) return;
  await plans.noteSession(fact.personId as PersonId, fact.session);
}
