import { type ExternalEnrolment, type Outcome, shareOf } from '@sinau/rostering';
import type { OurLearner } from '../results/ports.ts';
import type { Finding } from './mismatch.ts';
import type { Roster } from './roster.ts';

/** What the results of one part come to, beside what the learner's registration says. */
export interface PartStanding {
  readonly moduleId: string;
  readonly outcome: Outcome;
  readonly here: { readonly done: boolean; readonly score?: number };
}

export interface ComparedLearner extends OurLearner {
  readonly parts: readonly PartStanding[];
}

type Found = Omit<Finding, 'externalCourseId'>;

/** Scores are kept with four decimals. */
const nearly = 0.000_06;

/**
 * What is not the same of one learner. `roster` is absent where the provider says nothing of who is in the course. Whoever enrolled after
 * `enrolledBefore` (ISO 8601 UTC) may still be on the way there.
 */
export function compareLearner(
  learner: ComparedLearner,
  { roster, enrolledBefore }: { readonly roster?: Roster | undefined; readonly enrolledBefore: string },
): readonly Found[] {
  return [
    ...(roster ? compareEnrolment(learner, roster, enrolledBefore) : []),
    ...learner.parts.flatMap((part) => comparePart(learner, part)),
  ];
}

function compareEnrolment(learner: OurLearner, roster: Roster, enrolledBefore: string): readonly Found[] {
  const found = roster.enrolmentOf(learner);
  const isYoung = learner.enrolledAt > enrolledBefore || learner.enrolledAt > roster.knownBefore;
  if (learner.completed || isYoung) return [];
  if (found?.state === 'ended') return [{ kind: 'ended-there', ...whoOf(learner) }];
  return found || !roster.isWhole ? [] : [{ kind: 'ours-not-theirs', ...whoOf(learner) }];
}

/** Somebody who learns there as one of ours, and does not learn here. */
export const strangerOf = ({ externalLearnerId, subject }: ExternalEnrolment): Found => ({
  ...{ kind: 'theirs-not-ours', externalLearnerId },
  ...(subject !== undefined && { subject }),
});

/** Of the provider's own learners nothing is kept but how many they are. */
export const othersOf = (learners: number): Found => ({ kind: 'others-there', learners });

export const silentOf = (learner: OurLearner): Found => ({ kind: 'silent-there', ...whoOf(learner) });

function comparePart(learner: ComparedLearner, { moduleId, outcome, here }: PartStanding): readonly Found[] {
  const about = { ...whoOf(learner), moduleId };
  const { score, met, meets } = outcome;
  const there = score?.what.isFinal ? shareOf(score.what) : undefined;
  // A running total may still become what is here; no score at all was taken away.
  const differs =
    there === undefined
      ? here.score !== undefined && score === undefined
      : Math.abs((here.score ?? -1) - there) > nearly;
  return [
    ...(met && !here.done ? [{ kind: 'completed-there-not-here' as const, ...about }] : []),
    ...(here.done && !meets ? [{ kind: 'completed-here-not-there' as const, ...about }] : []),
    ...(differs
      ? [
          {
            ...{ kind: 'score-differs' as const, ...about },
            ...(there !== undefined && { scoreThere: there }),
            ...(here.score !== undefined && { scoreHere: here.score }),
          },
        ]
      : []),
  ];
}

const whoOf = ({ registration, externalLearnerId, subject }: OurLearner) => ({
  registration,
  ...(externalLearnerId !== undefined && { externalLearnerId }),
  ...(subject !== undefined && { subject }),
});
