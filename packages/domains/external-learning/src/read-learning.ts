import type { PersonPrincipal } from '@sinau/kernel';
import { maySee, reviewingOffice } from './authority.ts';
import { LearningNotFound } from './errors.ts';
import type { ExternalLearning, Line, Office } from './learning.ts';
import { defaultPolicy, needsLetter, type Policy } from './policy.ts';
import type { LearnerDirectory, LearningStore } from './ports.ts';
import type { Place } from './take-step.ts';

export interface ReadDeps {
  readonly learnings: LearningStore;
  readonly learners: LearnerDirectory;
}

/** Own records, those that were touched last first. */
export async function listOwn(
  { learnings }: Pick<ReadDeps, 'learnings'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly ExternalLearning[]> {
  const all = await learnings.listOf(principal.personId);
  return all.toSorted(
    (a, b) => b.details.endsOn.localeCompare(a.details.endsOn) || a.learningId.localeCompare(b.learningId),
  );
}

export interface ShownLearning {
  readonly learning: ExternalLearning;
  readonly lines: readonly Line[];
  readonly policy: Policy;
  readonly needsLetter: boolean;
  /** In which office the reader decides about it now. */
  readonly office?: Exclude<Office, 'learner'>;
}

/** For the learner, their supervisor and their agency. Rejects with `LearningNotFound` for everybody else. */
export async function readLearning(
  deps: ReadDeps,
  { principal, personId, learningId }: Place & { readonly principal: PersonPrincipal },
): Promise<ShownLearning> {
  const [learning, place] = await Promise.all([
    deps.learnings.find(personId, learningId),
    deps.learners.placeOf(personId),
  ]);
  if (!learning || !maySee(principal, learning, place)) throw new LearningNotFound();
  const agencyId = place?.agencyId ?? learning.agencyId;
  const [lines, stored] = await Promise.all([
    deps.learnings.linesOf(personId, learningId),
    deps.learnings.findPolicy(agencyId),
  ]);
  const policy = stored ?? defaultPolicy(agencyId);
  const office = place && reviewingOffice(principal, learning, { place, policy });
  return {
    ...{ learning, lines, policy, needsLetter: needsLetter(policy, learning.details) },
    ...(office && { office }),
  };
}
