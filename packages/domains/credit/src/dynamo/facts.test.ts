import { creditChangedSchema } from '@sinau/domain-events';
import { expect, it } from 'vitest';
import { earnedOf, on } from '../testing/samples.ts';
import { creditFacts } from './facts.ts';
import { toEntryRow } from './rows.ts';

it('a new line is told once, under one id, and nothing else of the ledger is', () => {
  const row = toEntryRow(earnedOf('NKL03', on({ '2026-03-02': 2 })));
  const facts = creditFacts({ after: row });
  expect(facts).toEqual([creditChangedSchema.parse(facts[0])]);
  expect(facts[0]).toMatchObject({ eventId: 'credit-changed:sri:e-NKL03-2026-03-02', entry: 'earned' });
  expect(creditFacts({ before: row, after: row })).toEqual([]);
  expect(creditFacts({ before: row })).toEqual([]);
  expect(creditFacts({ after: { pk: 'CREDIT#sri', sk: 'YEAR#2026', kind: 'credit-year' } })).toEqual([]);
});
