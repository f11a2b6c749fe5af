import type { PersonId } from '@sinau/kernel';
import { type AddDeps, checkDetails } from './add-learning.ts';
import { actorOf, administers, type Reviewer } from './authority.ts';
import { type Details, findFuture } from './details.ts';
import { DetailsRefused, LearningDuplicate, LearningNotFound, OwnLearning } from './errors.ts';
import type { ExternalLearning, LearningId } from './learning.ts';
import { store } from './take-step.ts';

export type Entered =
  | { readonly outcome: 'entered'; readonly learning: ExternalLearning }
  /** It is written down already: whoever sends a list again is told so of each row. */
  | { readonly outcome: 'exists'; readonly learningId: LearningId };

interface Input {
  readonly principal: Reviewer;
  readonly personId: PersonId;
  readonly details: Details;
}

/**
 * What the agency knows of somebody's past: verified by the act of whoever enters it, without a file. The learner sees it with its
 * history, and the agency may take it back like any other record.
 */
export async function enterLearning(deps: AddDeps, input: Input): Promise<Entered> {
  const after = await entryOf(deps, input);
  const { state: to, createdAt: at } = after;
  const line = { n: 1, action: 'enter', to, at, by: actorOf(input.principal, 'agency') } as const;
  try {
    return { outcome: 'entered', learning: await store(deps, { after, line }) };
  } catch (error) {
    if (error instanceof LearningDuplicate) return { outcome: 'exists', learningId: error.learningId };
    throw error;
  }
}

/** What entering it would come to. Nothing is written; rejects as `enterLearning` does. */
export async function tryEntering(
  deps: AddDeps,
  input: Input,
): Promise<{ readonly outcome: 'enterable' } | Extract<Entered, { outcome: 'exists' }>> {
  const learningId = await deps.learnings.holderOf(await entryOf(deps, input));
  return learningId === undefined ? { outcome: 'enterable' } : { outcome: 'exists', learningId };
}

async function entryOf(deps: AddDeps, { principal, personId, ...input }: Input): Promise<ExternalLearning> {
  if (principal.kind === 'person' && principal.personId === personId) throw new OwnLearning();
  const place = await deps.learners.placeOf(personId);
  if (place?.agencyId === undefined || !administers(principal, place.agencyId)) throw new LearningNotFound();
  const { agencyId, today } = place;
  const details = await checkDetails(deps, { details: input.details, agencyId, personId });
  const issues = findFuture(details, today);
  if (issues.length > 0) throw new DetailsRefused(issues);
  const at = deps.clock.now().toISOString();
  return {
    ...{ learningId: deps.ids.uuid() as LearningId, personId, agencyId, way: 'entered', state: 'verified' },
    ...{ stage: 'report', details, evidence: [], createdAt: at, verifiedAt: at, lines: 1, rev: 0 },
  };
}
