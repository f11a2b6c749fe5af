import { exportFinishedSchema } from '@sinau/domain-events';
import { describe, expect, it } from 'vitest';
import { exportFacts } from './facts.ts';

const row = {
  ...{ pk: 'EXPORTS#bkn', sk: 'EXPORT#1-x', kind: 'export-job', exportId: '1-x', agencyId: 'bkn', rev: 4 },
  ...{ format: 'csv', filter: {}, state: 'running', parts: [], tries: 0 },
  requestedBy: { kind: 'person', id: 'p1', name: 'Ani' },
  progress: { chunks: 1, read: 30, rows: 20, totalChunks: 4 },
  ...{ createdAt: '2026-03-02T01:00:00.000Z', updatedAt: '2026-03-02T01:05:00.000Z' },
};

describe('exportFacts', () => {
  it.each(['done', 'failed'] as const)('R8: tells once that an export is %s', (state) => {
    const after = { ...row, state };
    const facts = exportFacts({ before: row, after });
    expect(facts).toEqual([
      {
        eventId: 'export-finished:bkn:1-x',
        occurredAt: '2026-03-02T01:05:00.000Z',
        type: 'export-finished',
        ...{ exportId: '1-x', agencyId: 'bkn', personId: 'p1', format: 'CSV', outcome: state, rows: 20 },
      },
    ]);
    expect(exportFinishedSchema.parse(facts[0])).toEqual(facts[0]);
    expect(exportFacts({ before: after, after: { ...after, rev: 5 } })).toEqual([]);
  });

  it('tells nothing of progress, of what somebody cancelled, of machines and of other rows', () => {
    const client = { ...row, requestedBy: { kind: 'client', id: 'c', name: 'C' } };
    for (const change of [
      { after: { ...row, state: 'waiting' } },
      { before: { ...row, state: 'waiting' }, after: row },
      { before: row, after: { ...row, state: 'cancelled' } },
      { before: client, after: { ...client, state: 'done' } },
      { before: row },
      { after: { pk: 'x', sk: 'y', kind: 'import-job', state: 'failed' } },
    ]) {
      expect(exportFacts(change)).toEqual([]);
    }
  });
});
