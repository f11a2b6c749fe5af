import type { Applied, Evaluation } from './evaluation.ts';

/** How often something was said, by name; what is absent is 0. `r` reaction, `l` learning, `a` the learner and `s` the supervisor of level 3. */
export type Tally = Readonly<Record<string, number>>;

export const groups = ['r', 'l', 'a', 's'] as const;
/** Who answered what; each is counted by itself. */
export type Group = (typeof groups)[number];

/** What one evaluation adds to the sums of its subject. Anonymous, and nothing once the completion is taken back. */
export function tallyOf(evaluation: Evaluation | undefined): Tally {
  if (evaluation?.state !== 'standing') return {};
  const { score, reaction, learning, asked, applied, supervisor } = evaluation;
  return {
    asked: 1,
    ...(reaction && { r: 1, ...chosen('r', reaction.scores) }),
    ...(learning && { l: 1, ...chosen('l', learning), ...given(score) }),
    ...(asked && { 'a.asked': 1 }),
    ...(asked?.supervisorId !== undefined && { 's.asked': 1 }),
    ...(applied && appliedTally('a', applied)),
    ...(supervisor && appliedTally('s', supervisor)),
  };
}

const chosen = (group: Group, scores: Readonly<Record<string, number>>): Tally =>
  Object.fromEntries(Object.entries(scores).map(([question, score]) => [`${group}.${question}.${score}`, 1]));

/** The final score stands beside what they say of themselves, and is told with it: by itself each completion would give its own away. */
const given = (score: number | undefined): Tally =>
  score === undefined ? {} : { 'l.scored': 1, 'l.points': score };

const appliedTally = (group: Group, { applied, obstacle }: Applied): Tally => ({
  [group]: 1,
  ...chosen(group, { applied }),
  [`${group}.obstacle.${obstacle}`]: 1,
});

/**
 * The exact difference of two states of one evaluation, without zeros; and for each group that somebody has come into, `<group>.given`, which
 * only ever grows: a change of one's mind is no further answer.
 */
export function stepBetween(before: Evaluation | undefined, next: Evaluation | undefined): Tally {
  const [was, is] = [tallyOf(before), tallyOf(next)];
  const step: Record<string, number> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const change = (is[name] ?? 0) - (was[name] ?? 0);
    if (change !== 0) step[name] = change;
  }
  for (const group of groups) if ((step[group] ?? 0) > 0) step[`${group}.given`] = 1;
  return step;
}

export function addTally(a: Tally, b: Tally): Tally {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Of one group: its number of answers and all that was chosen in it. */
export const partOf = (tally: Tally, group: Group): Tally =>
  Object.fromEntries(
    Object.entries(tally).filter(
      ([name]) =>
        name === group ||
        (name.startsWith(`${group}.`) && name !== `${group}.given` && name !== `${group}.asked`),
    ),
  );
