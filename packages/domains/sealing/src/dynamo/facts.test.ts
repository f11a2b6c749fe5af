import type { AgencyId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { newSettings, type SealSettings } from '../settings.ts';
import { sealFacts } from './facts.ts';
import { toSettingsItem } from './rows.ts';

const row = (more: Partial<SealSettings> = {}) =>
  toSettingsItem({ ...newSettings('bkn' as AgencyId, new Date('2026-03-02T00:00:00.000Z')), ...more });
const standstill = { because: 'quota-spent', at: '2026-03-02T01:00:00.000Z' } as const;

it('a standstill is told of once, with its reason', () => {
  const told = {
    ...{ type: 'seal-stood-still', agencyId: 'bkn', because: 'quota-spent' },
    ...{ eventId: `seal-stood-still:bkn:${standstill.at}`, occurredAt: standstill.at },
  };
  expect(sealFacts({ before: row(), after: row({ standstill }) })).toEqual([told]);
  expect(sealFacts({ after: row({ standstill }) })).toEqual([told]);
  expect(sealFacts({ before: row({ standstill }), after: row({ standstill, streak: 3 }) })).toEqual([]);
  const again = { ...standstill, at: '2026-03-03T01:00:00.000Z' };
  expect(sealFacts({ before: row({ standstill }), after: row({ standstill: again }) })).toHaveLength(1);
});

it('nothing is told of what goes on, of its end, nor of other rows', () => {
  expect(sealFacts({ before: row({ standstill }), after: row() })).toEqual([]);
  expect(sealFacts({ before: row({ standstill }) })).toEqual([]);
  expect(sealFacts({ after: { ...row({ standstill }), kind: 'other' } })).toEqual([]);
});
