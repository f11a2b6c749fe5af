import { creditChangedSchema } from '@sinau/domain-events';
import type { Jp, PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { earnedOf, on } from '../testing/samples.ts';
import { changedLedger, changedYear, creditFacts } from './facts.ts';
import { toEntryRow, toYearItem } from './rows.ts';

it('a new line is told once, under one id, and nothing else of the ledger is', () => {
  const row = toEntryRow(earnedOf('NKL03', on({ '2026-03-02': 2 })));
  const facts = creditFacts({ after: row });
  expect(facts).toEqual([creditChangedSchema.parse(facts[0])]);
  expect(facts[0]).toMatchObject({ eventId: 'credit-changed:sri:e-NKL03-2026-03-02', entry: 'earned' });
  expect(creditFacts({ before: row, after: row })).toEqual([]);
  expect(creditFacts({ before: row })).toEqual([]);
  expect(creditFacts({ after: { pk: 'CREDIT#sri', sk: 'YEAR#2026', kind: 'credit-year' } })).toEqual([]);
});

it('names whose ledger has another line, once', () => {
  const row = toEntryRow(earnedOf('NKL03', on({ '2026-03-02': 2 })));
  expect(changedLedger({ after: row })).toBe('sri');
  expect(changedLedger({ before: row, after: row })).toBeUndefined();
  expect(
    changedLedger({ after: { pk: 'CREDIT#sri', sk: 'YEAR#2026', kind: 'credit-year' } }),
  ).toBeUndefined();
});

it('names whose sums of a year have changed, and nobody for a line', () => {
  const none = 0 as Jp;
  const sums = { stated: none, computed: none, recognised: none, held: none, lines: 1 };
  const row = toYearItem({
    personId: 'sri' as PersonId,
    year: 2026,
    ...sums,
    asOf: '2026-03-02T01:00:00.000Z',
    rev: 1,
  });
  expect(changedYear({ after: row })).toBe('sri');
  expect(changedYear({ after: toEntryRow(earnedOf('NKL03', on({ '2026-03-02': 2 }))) })).toBeUndefined();
});
