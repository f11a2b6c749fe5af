import { memoryAudit } from '@sinau/audit/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { notePlans } from './note-plans.ts';

it('notes each step of a plan once, in the chain of the agency, with who recorded it', async () => {
  const audit = memoryAudit(nodeDigest);
  const told = (to: string, eventId = to, undone?: true) =>
    notePlans({ audit, clock: fixedClock() }, {
      ...{ type: 'annual-plan-moved', eventId, occurredAt: '2026-11-30T02:00:00.000Z' },
      ...{ agencyId: 'bkn', year: 2027, version: 1, to, by: 'rina', ...(undone && { undone }) },
    } as Fact);
  for (const to of ['draft', 'proposed', 'proposed', 'set', 'draft']) await told(to);
  await told('draft', 'returned');
  await told('proposed', 'taken-back', true);
  await notePlans({ audit, clock: fixedClock() }, { type: 'standing-changed' } as Fact);
  const { lines } = await audit.log.listOf('agency:bkn', { limit: 10 });
  expect(lines.map(({ what, thing, actor, about }) => [what, thing, actor, about.kind]).toReversed()).toEqual(
    ['plan-draft', 'plan-proposed', 'plan-set', 'plan-draft', 'plan-undone'].map((what) => [
      ...[what, 'annual-plan:2027:1', { kind: 'person', personId: 'rina' }, 'office'],
    ]),
  );
});
