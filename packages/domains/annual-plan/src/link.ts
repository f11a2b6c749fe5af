import type { PersonId } from '@sinau/kernel';
import type { ItemId } from './plan-item.ts';
import type { HeldLearning, LearningPlace } from './realised.ts';

/** That a course or an event was held for an item. In a year it is held for one item, so that nothing counts twice. */
export interface PlanLink extends LearningPlace, HeldLearning {
  readonly kind: HeldLearning['kind'];
  readonly itemId: ItemId;
  /** What it has cost besides seats of courses, whole rupiah, while no booking of the budget says so; absent: nobody has said. */
  readonly spent?: number;
  readonly by: PersonId;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly rev: number;
}

/** Of one agency and year. */
export const mostLinks = 1_000;
export const mostSpent = 1_000_000_000_000;
