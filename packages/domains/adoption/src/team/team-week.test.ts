import { describe, expect, it } from 'vitest';
import { type TeamFacts, teamWeekOf } from './team-week.ts';

const noWaits = { course: 0, external: 0, plan: 0, event: 0, cohort: 0, coaching: 0 };
const none: TeamFacts = {
  ...{ duties: [], planItems: [], finished: [], recognised: [], waits: noWaits, evaluations: 0 },
};
const quiet = { ...none, requests: 0 };
const title = { id: 'Etika' };
// A Wednesday.
const today = '2026-03-04';

describe("a team's week", () => {
  it('is quiet when there is nothing, and then suggests nothing', () => {
    expect(teamWeekOf(none, today)).toEqual(quiet);
    const later = { ...none, duties: [{ name: 'Sri', title, dueOn: '2026-03-09' }] };
    expect(teamWeekOf(later, today)).toEqual(quiet);
    const old = {
      ...none,
      finished: [{ name: 'Sri', title, on: '2026-02-24' }],
      recognised: [{ name: 'Sri', value: 'loyal', on: '2026-03-05' }],
    };
    expect(teamWeekOf(old, today)).toEqual(quiet);
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
      ...{ recognised: [], waits: { ...noWaits, coaching: 1 }, evaluations: 1 },
    };
    const steps: readonly Partial<TeamFacts>[] = [
      {},
      { waits: noWaits },
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

  it('counts whatever waits for a word, of each kind and together', () => {
    const waits = { course: 1, external: 2, plan: 3, event: 4, cohort: 5, coaching: 6 };
    expect(teamWeekOf({ ...none, waits }, today)).toMatchObject({ waits, requests: 21, action: 'decide' });
    for (const kind of Object.keys(waits)) {
      const one = { ...none, waits: { ...noWaits, [kind]: 1 } };
      expect(teamWeekOf(one, today)).toMatchObject({ requests: 1, action: 'decide' });
    }
  });
});
