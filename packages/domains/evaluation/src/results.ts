import { type AgencyId, type LanguageMap, leastGroup } from '@sinau/kernel';
import type { Owner, Subject } from './evaluation.ts';
import {
  appliedScores,
  learningQuestions,
  learningScores,
  obstacles,
  reactionQuestions,
  reactionScores,
} from './questions.ts';
import type { Standings } from './standing.ts';
import { addTally, type Group, type Tally } from './tally.ts';

/** Whose people are counted: everybody who completed what an owner offers, or an agency's people alone, whoever offered it. */
export type Scope =
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId };

/** What is known of one subject in one scope and year. */
export interface SubjectSums {
  readonly subject: Subject;
  readonly owner: Owner;
  /** As it was called when somebody last completed it. */
  readonly title: LanguageMap;
  readonly sums: Tally;
  readonly standings: Standings;
  /** Counts the changes of the standings, from 0. */
  readonly rev: number;
}

export interface QuestionResult {
  /** Of the lowest score first. */
  readonly counts: readonly number[];
  /** To hundredths; undefined for no answer. */
  readonly mean?: number;
}

/** One level, as said by one side. Only ever of five answers or more. */
export interface GroupResult {
  readonly answers: number;
  readonly questions: Readonly<Record<string, QuestionResult>>;
  /** Of level 3: how often each was named. */
  readonly obstacles?: Readonly<Record<string, number>>;
}

export interface Results {
  /** Who could answer levels 1 and 2. */
  readonly completed: number;
  /** Of whom level 3 was asked so far. */
  readonly askedLearners: number;
  readonly askedSupervisors: number;
  /** Mean final score that courses gave those who answered level 2, percent, and of how many; of five or more. */
  readonly score?: { readonly mean: number; readonly of: number };
  readonly reaction?: GroupResult;
  /** As learners rate themselves, looking back. `gain`: mean after less mean before. */
  readonly learning?: GroupResult & { readonly gain: number };
  readonly applied?: GroupResult;
  readonly supervisor?: GroupResult;
}

/** What may be told of some sums; `told`: standings of the groups, as one tally. */
export function resultsOf({ sums, told }: { readonly sums: Tally; readonly told: Tally }): Results {
  const of = (name: string) => Math.max(0, sums[name] ?? 0);
  const learning = groupOf(told, 'l', questionsOf(learningQuestions, learningScores));
  const scored = told['l.scored'] ?? 0;
  const [before, after] = [learning?.questions.before?.mean, learning?.questions.after?.mean];
  const reaction = groupOf(told, 'r', questionsOf(reactionQuestions, reactionScores));
  const [applied, supervisor] = (['a', 's'] as const).map((group) =>
    groupOf(told, group, questionsOf(['applied'], appliedScores)),
  );
  return {
    ...{ completed: of('asked'), askedLearners: of('a.asked'), askedSupervisors: of('s.asked') },
    ...(scored >= leastGroup && { score: { mean: rounded((told['l.points'] ?? 0) / scored), of: scored } }),
    ...(reaction && { reaction }),
    ...(learning && { learning: { ...learning, gain: rounded((after ?? 0) - (before ?? 0)) } }),
    ...(applied && { applied }),
    ...(supervisor && { supervisor }),
  };
}

/** To hundredths, once. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

type Questions = readonly (readonly [question: string, scores: readonly number[]])[];

const questionsOf = (questions: readonly string[], scores: readonly number[]): Questions =>
  questions.map((question) => [question, scores]);

function groupOf(told: Tally, group: Group, questions: Questions): GroupResult | undefined {
  const answers = told[group] ?? 0;
  if (answers < leastGroup) return undefined;
  const isApplied = group === 'a' || group === 's';
  return {
    answers,
    questions: Object.fromEntries(
      questions.map(([question, scores]) => [question, questionOf(told, `${group}.${question}`, scores)]),
    ),
    ...(isApplied && {
      obstacles: Object.fromEntries(obstacles.map((one) => [one, told[`${group}.obstacle.${one}`] ?? 0])),
    }),
  };
}

function questionOf(told: Tally, name: string, scores: readonly number[]): QuestionResult {
  const counts = scores.map((score) => told[`${name}.${score}`] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const points = scores.reduce((sum, score, at) => sum + score * (counts[at] ?? 0), 0);
  return { counts, ...(all > 0 && { mean: rounded(points / all) }) };
}

/**
 * What is told of one subject: of each group its standing, while five who answered are still there. Sums of several subjects are made of
 * this alone, so that nothing that is hidden can be got at by taking what is told from a sum.
 */
export function toldOf({ sums, standings }: Pick<SubjectSums, 'sums' | 'standings'>): Tally {
  return Object.entries(standings)
    .filter(([group]) => (sums[group] ?? 0) >= leastGroup)
    .map(([, { tally }]) => (tally['l.scored'] === tally.l ? tally : withoutScores(tally)))
    .reduce(addTally, {});
}

/** Where some of those who answered have no score, the next standing could have one score more, and tell it. */
function withoutScores({ 'l.scored': _, 'l.points': __, ...tally }: Tally): Tally {
  return tally;
}

/** Several subjects together. */
export function resultsTogether(subjects: readonly SubjectSums[]): Results {
  return resultsOf({
    sums: subjects.map(({ sums }) => sums).reduce(addTally, {}),
    told: subjects.map(toldOf).reduce(addTally, {}),
  });
}
