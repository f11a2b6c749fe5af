import type { AgencyId, PersonId } from '@sinau/kernel';
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

it('that it goes on is told once for each standstill, with the time of whoever let it', () => {
  const at = '2026-03-02T03:00:00.000Z';
  const history = [{ at, by: 'agus' as PersonId, what: ['resumed' as const] }];
  const after = row({ isOn: true, history });
  const before = row({ isOn: true, standstill });
  const eventId = `seal-went-on:bkn:${standstill.at}`;
  expect(sealFacts({ before, after })).toEqual([
    { type: 'seal-went-on', agencyId: 'bkn', eventId, occurredAt: at },
  ]);
  // What follows is the same seal, going on.
  expect(sealFacts({ before: after, after: row({ isOn: true, history, streak: 1 }) })).toEqual([]);
});

it('nothing is told of what goes on anyway, of an end with which it is switched off, nor of other rows', () => {
  expect(sealFacts({ before: row({ isOn: true }), after: row({ isOn: true, streak: 1 }) })).toEqual([]);
  expect(sealFacts({ before: row({ standstill, isOn: true }), after: row({ isOn: false }) })).toEqual([]);
  expect(sealFacts({ before: row({ standstill }) })).toEqual([]);
  expect(sealFacts({ after: { ...row({ standstill }), kind: 'other' } })).toEqual([]);
});
