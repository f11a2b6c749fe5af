import { LearningChanged } from './errors.ts';
import type { ExternalLearning } from './learning.ts';
import { type Place, type StepDeps, takeStep } from './take-step.ts';

/** After its line stands in the ledger. Safe to repeat: what is no longer verified stays as it is. */
export async function markRecognised(deps: StepDeps, place: Place): Promise<ExternalLearning | undefined> {
  const found = await deps.learnings.find(place.personId, place.learningId);
  if (found?.state !== 'verified') return undefined;
  try {
    return await takeStep(deps, found, { action: 'recognise', by: { kind: 'system' } });
  } catch (error) {
    // Somebody decided meanwhile; what they did is told by a fact of its own.
    if (error instanceof LearningChanged) return undefined;
    throw error;
  }
}
