import type { CompetencyAssessed, PlanItemMoved } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import type { Assessment } from '../assessment.ts';
import { assessmentRow, itemRow } from './rows.ts';

interface Change {
  readonly before?: Item;
  readonly after?: Item;
}

/** Whom an assessment is about that has come, changed or gone; undefined for every other row, and for a person's own word, which counts for nothing. */
export function changedAssessment(change: Change): PersonId | undefined {
  const row = change.after ?? change.before;
  if (row?.kind !== 'assessment') return undefined;
  const { personId, method } = assessmentRow.parse(row);
  return method === 'self' ? undefined : personId;
}

/** Whose own plan names a course now, or no more, by agreement of both sides; undefined for every other row. */
export function changedAgreement({ before, after }: Change): PersonId | undefined {
  const row = after ?? before;
  if (row?.kind !== 'plan-item') return undefined;
  const [was, is] = [before && agreedCourse(before), after && agreedCourse(after)];
  return was === is ? undefined : itemRow.parse(row).personId;
}

function agreedCourse(row: Item): string | undefined {
  const { courseId, state } = itemRow.parse(row);
  return state === 'agreed' || state === 'done' ? courseId : undefined;
}

export type CompetencyFact = CompetencyAssessed | PlanItemMoved;

/** What one change of a row tells; the table's stream is the outbox. */
export function competencyFacts({ before, after }: Change): readonly CompetencyFact[] {
  switch (after?.kind) {
    case 'assessment':
      return assessmentFacts(before && assessmentRow.parse(before), assessmentRow.parse(after));
    case 'plan-item': {
      const { personId, itemId: item, rev, steps } = itemRow.parse(after);
      const last = steps.at(-1);
      // The same step, followed up elsewhere: the person has moved.
      if (!last || before?.rev === rev) return [];
      const eventId = `plan-item-moved:${item}:${rev}`;
      return [{ eventId, type: 'plan-item-moved', occurredAt: last.at, personId, item, rev }];
    }
    default:
      return [];
  }
}

function assessmentFacts(before: Assessment | undefined, after: Assessment): readonly CompetencyAssessed[] {
  if (after.method === 'self') return [];
  const { personId, competencyId: competency, withdrawn, recordedBy, recordedAt, rev } = after;
  const change = withdrawn ? 'withdrawn' : restoredBy(before, after) ? 'restored' : 'recorded';
  const [by, occurredAt] = withdrawn ? [withdrawn.by.id, withdrawn.at] : [recordedBy.id, recordedAt];
  const eventId = `competency-assessed:${JSON.stringify([personId, competency, after.assessedOn, after.method, rev])}`;
  return [{ eventId, type: 'competency-assessed', occurredAt, personId, competency, change, by }];
}

/** Brought back as it was, and not recorded anew. */
const restoredBy = (before: Assessment | undefined, after: Assessment): boolean =>
  before?.withdrawn !== undefined && before.recordedAt === after.recordedAt;
