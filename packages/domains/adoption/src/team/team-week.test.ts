import { describe, expect, it } from 'vitest';
import { type TeamFacts, teamWeekOf } from './team-week.ts';

const none: TeamFacts = {
  ...{ duties: [], planItems: [], finished: [], recognised: [], requests: 0, evaluations: 0 },
};
const title = { id: 'Etika' };
// A Wednesday.
const today = '2026-03-04';

describe("a team's week", () => {
  it('is quiet when there is nothing, and then suggests nothing', () => {
    expect(teamWeekOf(none, today)).toEqual(none);
    const later = { ...none, duties: [{ name: 'Sri', title, dueOn: '2026-03-09' }] };
    expect(teamWeekOf(later, today)).toEqual(none);
    const old = {
      ...none,
      finished: [{ name: 'Sri', title, on: '2026-02-24' }],
      recognised: [{ name: 'Sri', value: 'loyal', on: '2026-03-05' }],
    };
    expect(teamWeekOf(old, today)).toEqual(none);
  });

  it('tells what is due until Sunday or late, by day and name, and what was finished in the seven days before', () => {
    const due = (name: string, dueOn: string) => ({ name, title, dueOn });
    const facts = {
      ...none,
      duties: [
        due('Tia', '2026-03-08'),
        due('Adi', '2026-03-08'),
        due('Sri', '2026-03-03'),
        due('X', '2026-03-09'),
      ],
      planItems: [due('Budi', '2026-03-04')],
      finished: [
        { name: 'Tia', title, on: '2026-03-04' },
        { name: 'Adi', title, on: '2026-02-25' },
      ],
    };
    const week = teamWeekOf(facts, today);
    expect(week.duties.map(({ name, isOverdue }) => [name, isOverdue])).toEqual([
      ['Sri', true],
      ['Adi', false],
      ['Tia', false],
    ]);
    expect(week.planItems).toEqual([{ ...due('Budi', '2026-03-04'), isOverdue: false }]);
    expect(week.finished.map(({ name }) => name)).toEqual(['Adi', 'Tia']);
  });

  it('suggests one thing: who waits before who may need a word, then what is no hurry', () => {
    const duty = { name: 'Sri', title, dueOn: today };
    const all: TeamFacts = {
      ...{ duties: [duty], planItems: [duty], finished: [{ name: 'Sri', title, on: today }] },
      ...{ recognised: [], requests: 1, evaluations: 1 },
    };
    const steps: readonly Partial<TeamFacts>[] = [
      {},
      { requests: 0 },
      { duties: [] },
      { evaluations: 0 },
      { finished: [] },
      { planItems: [] },
    ];
    let facts = all;
    const actions = steps.map((step) => {
      facts = { ...facts, ...step };
      return teamWeekOf(facts, today).action;
    });
    expect(actions).toEqual(['decide', 'talk', 'evaluate', 'congratulate', 'plan', undefined]);
  });
});
