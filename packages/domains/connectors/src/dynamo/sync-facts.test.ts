import type { ProviderId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import type { ConnectionId } from '../connection.ts';
import type { AuditLine } from '../sync/sync-item.ts';
import { syncFacts } from './sync-facts.ts';
import { toLineRow } from './sync-rows.ts';

const line = (more: Partial<AuditLine> = {}): AuditLine => ({
  ...{ connectionId: 'c1' as ConnectionId, providerId: 'p1' as ProviderId, externalId: '42', rev: 7 },
  ...{ at: '2026-03-02T01:00:00.000Z', by: { kind: 'person', id: 'a', name: 'Sari' }, title: 'Etika' },
  ...{ action: 'accept', change: 'withdrawn', courseId: 'course-1', fields: [] },
  ...more,
});

it('tells once that a withdrawal was accepted', () => {
  const row = toLineRow(line());
  expect(syncFacts({ after: row })).toEqual([
    {
      ...{ eventId: 'offer-withdrawn:c1:42:7', occurredAt: '2026-03-02T01:00:00.000Z' },
      ...{ type: 'offer-withdrawn', providerId: 'p1', courseId: 'course-1' },
    },
  ]);
  expect(syncFacts({ before: row, after: row })).toEqual([]);
});

it.each([{ change: 'new' }, { action: 'reject' }, { action: 'undo' }] as const)(
  'tells nothing of %o',
  (more) => {
    expect(syncFacts({ after: toLineRow(line(more)) })).toEqual([]);
  },
);
