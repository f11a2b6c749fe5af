import type { PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { isAwayOn, mayEnrolOn, standingRuleOn, standingRules } from './may-enrol.ts';
import type { Person } from './person.ts';
import { type LegalStanding, leftStandings, legalStandings } from './rank.ts';

const personWith = (...standings: readonly (readonly [from: string, standing: LegalStanding])[]): Person => ({
  ...{ personId: 'sri' as PersonId, name: 'Sri', email: 'sri@contoh.example', status: 'active' },
  ...{ roles: ['learner'], home: { kind: 'platform' }, employeeNumbers: [], sessionGeneration: 0, rev: 0 },
  invitedAt: '2026-01-01T00:00:00.000Z',
  career: {
    ...{ employment: [], posts: [], stations: [] },
    legalStandings: standings.map(([from, standing]) => ({ from, standing })),
  },
});

it('a legal standing lets people into courses by an allow-list, and none at all does', () => {
  const allowed = legalStandings.filter((one) => mayEnrolOn(personWith(['2020-01-01', one]), '2026-03-02'));
  expect(allowed).toEqual(['active', 'study', 'before-retirement', 'cpns-without-decree']);
  expect(mayEnrolOn(personWith(), '2026-03-02')).toBe(true);
});

it('it counts from its day to the next one', () => {
  const sri = personWith(['2020-01-01', 'active'], ['2026-03-01', 'unpaid-leave'], ['2026-09-01', 'active']);
  const days = ['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'];
  expect(days.map((day) => mayEnrolOn(sri, day))).toEqual([true, false, false, true]);
  expect(days.map((day) => isAwayOn(sri, day))).toEqual([false, true, true, false]);
});

it('whoever is punished is at work all the same, and nobody who may enrol is away', () => {
  expect(isAwayOn(personWith(['2020-01-01', 'disciplined']), '2026-03-02')).toBe(false);
  for (const { mayEnrol, away } of standingRules) {
    expect(away.filter((one) => mayEnrol.includes(one) || leftStandings.includes(one))).toEqual([]);
  }
});

it('the newest row that holds on the day counts, and says that nobody has checked it', () => {
  const [now] = standingRules;
  if (!now) throw new Error('no row');
  expect(now).toMatchObject({ verified: false, basis: expect.stringMatching(/./) });
  const later = { ...now, ruleId: 'later', validFrom: '2027-01-01' };
  const on = (day: string) => standingRuleOn(day, [later, now])?.ruleId;
  expect([on('2017-12-31'), on('2026-12-31'), on('2027-01-01')]).toEqual([undefined, now.ruleId, 'later']);
});
