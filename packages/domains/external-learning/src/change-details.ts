import type { PersonPrincipal } from '@sinau/kernel';
import { type AddDeps, checkDetails } from './add-learning.ts';
import type { Details } from './details.ts';
import { StepRefused } from './errors.ts';
import type { ExternalLearning, LearningId } from './learning.ts';
import { editable, writesLetter } from './moves.ts';
import { findShown, store } from './take-step.ts';

/** What was approved stays; what came of it is written by the learner, and the letter is settled before. */
const ofReport = ['startsOn', 'endsOn', 'count', 'stated', 'certificate', 'letter', 'notes'] as const;

/** Other words in a draft or in what came back; while it is under way, those of the report alone. */
export async function changeDetails(
  deps: AddDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly learningId: LearningId;
    readonly details: Details;
    /** As it was shown. */
    readonly rev: number;
  },
): Promise<ExternalLearning> {
  const { principal, learningId, rev } = input;
  const before = await findShown(deps, { personId: principal.personId, learningId }, rev);
  const part = editable(before);
  if (part === 'nothing') throw new StepRefused();
  const said = await withLetter(deps, before, input.details);
  const details = part === 'all' ? said : mergeReport(before.details, said);
  const checked = await checkDetails(deps, { ...before, details });
  return store(deps, { before, after: { ...before, details: checked } });
}

/** As it is said, with the letter of whoever may write it. */
async function withLetter(
  { learnings }: Pick<AddDeps, 'learnings'>,
  before: ExternalLearning,
  said: Details,
): Promise<Details> {
  const lines = before.way === 'planned' ? await learnings.linesOf(before.personId, before.learningId) : [];
  const { letter: typed, ...rest } = said;
  const letter = writesLetter(before, lines) ? typed : before.details.letter;
  return { ...rest, ...(letter && { letter }) };
}

function mergeReport(approved: Details, said: Details): Details {
  const kept = Object.entries(approved).filter(([name]) => !ofReport.some((one) => one === name));
  const filled = ofReport.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]] as const]));
  return { ...said, ...Object.fromEntries(kept), ...Object.fromEntries(filled) };
}
