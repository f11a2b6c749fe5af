import type { FieldIssue, PersonPrincipal } from '@sinau/kernel';
import { type AddDeps, checkDetails } from './add-learning.ts';
import { findFuture } from './details.ts';
import { DetailsRefused, EvidenceRefused, NoAgency } from './errors.ts';
import type { ExternalLearning, LearningId } from './learning.ts';
import { targetOf } from './moves.ts';
import { defaultPolicy, needsLetter } from './policy.ts';
import { findShown, takeStep } from './take-step.ts';

export const ownActions = ['send', 'begin', 'cancel', 'restore'] as const;
export type OwnAction = (typeof ownActions)[number];

/** The steps that learners take with their own records. */
export async function moveOwn(
  deps: AddDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly learningId: LearningId;
    readonly action: OwnAction;
    readonly rev: number;
  },
): Promise<ExternalLearning> {
  const { principal, learningId, action, rev } = input;
  const { personId } = principal;
  const before = await findShown(deps, { personId, learningId }, rev);
  const by = { kind: 'person', personId, as: 'learner' } as const;
  if (action === 'cancel') return takeStep(deps, before, { action, by });
  if (action === 'restore') {
    const stage = before.way === 'planned' ? 'proposal' : 'report';
    return takeStep(deps, before, { action, by, change: { stage } });
  }
  const place = await deps.learners.placeOf(personId);
  if (place?.agencyId === undefined) throw new NoAgency();
  const { agencyId, today } = place;
  const policy = (await deps.learnings.findPolicy(agencyId)) ?? defaultPolicy(agencyId);
  const asksLetter = needsLetter(policy, before.details);
  if (action === 'begin') {
    return takeStep(deps, before, { action, by, needsLetter: asksLetter, change: { agencyId } });
  }
  const isReport = targetOf('send', before, { needsLetter: asksLetter }) === 'reported';
  if (isReport) requireReport(before, { today, needsLetter: asksLetter });
  const details = await checkDetails(deps, { ...before, agencyId });
  return takeStep(deps, before, { action, by, needsLetter: asksLetter, change: { agencyId, details } });
}

/** A report tells of what is over, and shows it. */
function requireReport(
  { details, evidence }: ExternalLearning,
  asked: { readonly today: string; readonly needsLetter: boolean },
): void {
  const issues: FieldIssue[] = [...findFuture(details, asked.today)];
  if (asked.needsLetter && !details.letter) {
    issues.push({ path: '/letterNumber', message: 'is needed for this form in your agency' });
  }
  if (issues.length > 0) throw new DetailsRefused(issues);
  if (evidence.length === 0) throw new EvidenceRefused('missing');
}
