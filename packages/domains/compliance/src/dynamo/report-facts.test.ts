import type { AgencyId, PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { reportFacts } from './report-facts.ts';

const job = (state: string, requestedBy: object = { personId: 'agus' as PersonId, name: 'Agus' }) => ({
  ...{ pk: 'p', sk: 's', kind: 'compliance-report' },
  job: {
    ...{ reportId: 'r1', agencyId: 'badan' as AgencyId, requestedBy, state, kind: 'jp', format: 'csv' },
    ...{ year: 2026, locale: 'id', rows: 12, files: [], tries: 1, rev: 3 },
    ...{ createdAt: '2026-03-02T01:00:00.000Z', updatedAt: '2026-03-02T01:05:00.000Z' },
  },
});

it('R8: tells once that a report has ended by itself, and nothing of one that a machine asked for or a person cancelled', () => {
  const [fact] = reportFacts({ before: job('running'), after: job('done') });
  expect(fact).toEqual({
    ...{
      eventId: 'report-finished:badan:r1',
      type: 'report-finished',
      occurredAt: '2026-03-02T01:05:00.000Z',
    },
    ...{
      reportId: 'r1',
      agencyId: 'badan',
      personId: 'agus',
      kind: 'jp',
      year: 2026,
      outcome: 'done',
      rows: 12,
    },
  });
  expect(reportFacts({ before: job('running'), after: job('failed') })).toMatchObject([
    { outcome: 'failed' },
  ]);
  expect(reportFacts({ before: job('done'), after: job('done') })).toEqual([]);
  expect(reportFacts({ before: job('running'), after: job('cancelled') })).toEqual([]);
  expect(reportFacts({ before: job('running') })).toEqual([]);
  const machine = { clientId: 'k1', name: 'SIMPEG' };
  expect(reportFacts({ before: job('running', machine), after: job('done', machine) })).toEqual([]);
  expect(reportFacts({ after: { pk: 'p', sk: 's', kind: 'other' } })).toEqual([]);
});
