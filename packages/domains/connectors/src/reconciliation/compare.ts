import { type ExternalEnrolment, type Outcome, shareOf } from '@sinau/rostering';
import type { OurLearner } from '../results/ports.ts';
import type { Finding } from './mismatch.ts';

/** What the results of one part come to, beside what the learner's registration says. */
export interface PartStanding {
  readonly moduleId: string;
  readonly outcome: Outcome;
  readonly here: { readonly done: boolean; readonly score?: number };
}

export interface ComparedLearner extends OurLearner {
  readonly parts: readonly PartStanding[];
}

/** Scores are kept with four decimals. */
const nearly = 0.000_06;

/**
 * What is not the same in one course. `theirs` is absent where the provider cannot be asked. Whoever enrolled after `enrolledBefore` may
 * still be on the way there. A pure function: whatever the order of the lists, the findings are the same set.
 */
export function compareCourse(course: {
  readonly externalCourseId: string;
  readonly ours: readonly ComparedLearner[];
  readonly theirs?: readonly ExternalEnrolment[];
  /** ISO 8601 UTC. */
  readonly enrolledBefore: string;
}): readonly Finding[] {
  const { externalCourseId, ours, theirs, enrolledBefore } = course;
  const enrolments = theirs ? compareEnrolments(ours, theirs, enrolledBefore) : [];
  const reached = ours.flatMap((learner) => learner.parts.flatMap((part) => comparePart(learner, part)));
  return [...enrolments, ...reached].map((finding) => ({ externalCourseId, ...finding }));
}

type Found = Omit<Finding, 'externalCourseId'>;

function compareEnrolments(
  ours: readonly OurLearner[],
  theirs: readonly ExternalEnrolment[],
  enrolledBefore: string,
): readonly Found[] {
  const byName = Map.groupBy(
    theirs.flatMap((one) => namesOf(one).map((name) => ({ name, one }))),
    ({ name }) => name,
  );
  const met = new Set<ExternalEnrolment>();
  const findings: Found[] = [];
  for (const learner of ours) {
    // Enrolled twice there, by two ways: one that runs counts.
    const all = namesOf(learner).flatMap((name) => byName.get(name) ?? []);
    const found = all.find(({ one }) => one.state === 'active')?.one ?? all[0]?.one;
    for (const { one } of all) met.add(one);
    if (learner.completed || learner.enrolledAt > enrolledBefore) continue;
    if (!found) findings.push({ kind: 'ours-not-theirs', ...whoOf(learner) });
    else if (found.state === 'ended') findings.push({ kind: 'ended-there', ...whoOf(learner) });
  }
  const strangers = theirs.filter((one) => one.state === 'active' && !met.has(one));
  const unknown = new Map(strangers.map((one) => [one.externalLearnerId, one]));
  return [
    ...findings,
    ...[...unknown.values()].map(({ externalLearnerId, subject }) => ({
      ...{ kind: 'theirs-not-ours' as const, externalLearnerId },
      ...(subject !== undefined && { subject }),
    })),
  ];
}

function comparePart(learner: ComparedLearner, { moduleId, outcome, here }: PartStanding): readonly Found[] {
  const about = { ...whoOf(learner), moduleId };
  const { score, met, meets } = outcome;
  const there = score?.what.isFinal ? shareOf(score.what) : undefined;
  const differs = there !== undefined && Math.abs((here.score ?? -1) - there) > nearly;
  return [
    ...(met && !here.done ? [{ kind: 'completed-there-not-here' as const, ...about }] : []),
    ...(here.done && !meets ? [{ kind: 'completed-here-not-there' as const, ...about }] : []),
    ...(differs
      ? [
          {
            ...{ kind: 'score-differs' as const, ...about, scoreThere: there },
            ...(here.score !== undefined && { scoreHere: here.score }),
          },
        ]
      : []),
  ];
}

const namesOf = ({
  externalLearnerId,
  subject,
}: {
  readonly externalLearnerId?: string;
  readonly subject?: string;
}): readonly string[] => [
  ...(externalLearnerId === undefined ? [] : [`learner ${externalLearnerId}`]),
  ...(subject === undefined ? [] : [`subject ${subject}`]),
];

const whoOf = ({ registration, externalLearnerId, subject }: OurLearner) => ({
  registration,
  ...(externalLearnerId !== undefined && { externalLearnerId }),
  ...(subject !== undefined && { subject }),
});
