import { expect, it } from 'vitest';
import { teamStanding } from './team-standing.ts';

it.each([
  ['on-track', []],
  ['on-track', [{ hasBegun: false }]],
  [
    'overdue',
    [
      { dueOn: '2026-06-29', hasBegun: true },
      { dueOn: '2026-12-31', hasBegun: true },
    ],
  ],
  ['at-risk', [{ dueOn: '2026-06-30', hasBegun: true }]],
  ['at-risk', [{ dueOn: '2026-07-14', hasBegun: true }]],
  ['on-track', [{ dueOn: '2026-07-15', hasBegun: true }]],
  ['at-risk', [{ dueOn: '2026-07-30', hasBegun: false }]],
  ['on-track', [{ dueOn: '2026-07-31', hasBegun: false }]],
] as const)('somebody is %s on the last day of June', (standing, open) => {
  expect(teamStanding(open, '2026-06-30')).toBe(standing);
});
