import * as z from 'zod';
import { actorOf, administers, isPrivate, type Reviewer, reviewingOffice } from './authority.ts';
import { LearningNotFound, OwnLearning } from './errors.ts';
import { type ExternalLearning, reasonSchema } from './learning.ts';
import { moves } from './moves.ts';
import { defaultPolicy, needsLetter } from './policy.ts';
import type { LearnerDirectory } from './ports.ts';
import { findShown, type Place, type StepDeps, takeStep } from './take-step.ts';
import { numberOfPaper } from './text.ts';

const letter = z.strictObject({ number: numberOfPaper, date: z.iso.date() });

export const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('approve') }),
  z.strictObject({ action: z.literal('assign'), letter }),
  z.strictObject({ action: z.literal('verify') }),
  z.strictObject({ action: z.literal('return'), reason: reasonSchema }),
  z.strictObject({ action: z.literal('reject'), reason: reasonSchema }),
  z.strictObject({ action: z.literal('reopen'), reason: reasonSchema }),
]);
export type LearningDecision = z.infer<typeof decisionSchema>;

export interface DecideDeps extends StepDeps {
  readonly learners: LearnerDirectory;
}

/**
 * A decision of the supervisor or the agency, as identity knows them at this moment. What was recognised may be taken back by
 * the agency: the ledger follows.
 */
export async function decideLearning(
  deps: DecideDeps,
  input: Place & {
    readonly principal: Reviewer;
    readonly decision: LearningDecision;
    /** As it was shown. */
    readonly rev: number;
  },
): Promise<ExternalLearning> {
  const { principal, decision, personId } = input;
  const { action } = decision;
  if (principal.kind === 'person' && personId === principal.personId) throw new OwnLearning();
  const before = await findShown(deps, input);
  const place = await deps.learners.placeOf(personId);
  if (!place || isPrivate(before)) throw new LearningNotFound();
  const agencyId = place.agencyId ?? before.agencyId;
  const policy = (await deps.learnings.findPolicy(agencyId)) ?? defaultPolicy(agencyId);
  const as = reviewingOffice(principal, before, { place, policy });
  if (!as) throw new LearningNotFound();
  if (moves[action].by === 'agency' && !administers(principal, place.agencyId)) throw new LearningNotFound();
  // After who may ask: nobody else hears that it has changed.
  const shown = await findShown(deps, input, input.rev);
  return takeStep(deps, shown, {
    ...{ action, by: actorOf(principal, as) },
    bySupervisor: as === 'supervisor',
    needsLetter: needsLetter(policy, before.details),
    ...('reason' in decision && { reason: decision.reason }),
    ...('letter' in decision && { change: { details: { ...before.details, letter: decision.letter } } }),
    ...(action === 'verify' && { change: { verifiedAt: deps.clock.now().toISOString() } }),
  });
}
