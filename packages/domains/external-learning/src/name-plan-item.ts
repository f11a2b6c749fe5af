import { type AgencyId, InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import { administers, isPrivate } from './authority.ts';
import { LearningNotFound, OwnLearning } from './errors.ts';
import type { ExternalLearning, PlanItemRef } from './learning.ts';
import type { LearnerDirectory, PlanItems } from './ports.ts';
import { findShown, type Place, type StepDeps, store } from './take-step.ts';

/** Years that a record lies in. */
export function yearsOf({ details }: Pick<ExternalLearning, 'details'>): readonly number[] {
  const [first, last] = [Number(details.startsOn.slice(0, 4)), Number(details.endsOn.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, n) => first + n);
}

/** The agency whose plan's items the principal may name for a record; undefined: for this one they name none. */
export async function namingAgency(
  { learners }: { readonly learners: Pick<LearnerDirectory, 'placeOf'> },
  principal: PersonPrincipal,
  learning: Pick<ExternalLearning, 'personId' | 'state'>,
): Promise<AgencyId | undefined> {
  if (learning.personId === principal.personId || isPrivate(learning)) return undefined;
  const agencyId = (await learners.placeOf(learning.personId))?.agencyId;
  return administers(principal, agencyId) ? agencyId : undefined;
}

/**
 * Says for which item of the agency's annual plan a record was learned, or that it was for none; in whatever state it is, but for drafts. What of
 * it counts for the plan is what the ledger recognises in that year.
 */
export async function namePlanItem(
  deps: StepDeps & { readonly learners: LearnerDirectory; readonly plans: PlanItems },
  input: Place & {
    readonly principal: PersonPrincipal;
    /** Absent: it was for none. */
    readonly item?: PlanItemRef | undefined;
    /** As it was shown. */
    readonly rev: number;
  },
): Promise<ExternalLearning> {
  const { principal, personId, item } = input;
  if (personId === principal.personId) throw new OwnLearning();
  const found = await findShown(deps, input);
  const agencyId = await namingAgency(deps, principal, found);
  if (agencyId === undefined) throw new LearningNotFound();
  // After who may ask: nobody else hears that it has changed.
  const before = await findShown(deps, input, input.rev);
  const isKnown = !item || (yearsOf(before).includes(item.year) && (await deps.plans.has(agencyId, item)));
  if (!isKnown) {
    throw new InvalidInput('The plan of that year has no such item, or the record is of another year.', {
      issues: [{ path: '/planItem', message: 'is no item of a plan of the record’s years' }],
    });
  }
  const { planItem: _, ...rest } = before;
  const at = deps.clock.now().toISOString();
  const named = item && { planItem: { ...item, by: principal.personId, at } };
  return store(deps, { before, after: { ...rest, ...named } });
}
