import { budgetRoomCameSchema } from '@sinau/domain-events';
import type { AgencyId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { type BudgetLine, lineIdOf } from '../line.ts';
import { budgetFacts } from './facts.ts';
import { toLineRow } from './rows.ts';

const at = '2026-11-29T02:00:00.000Z';
const rowOf = (moves: number, over: Partial<BudgetLine> = {}) => ({
  ...toLineRow({
    ...{ agencyId: 'bkd' as AgencyId, lineId: lineIdOf(2026, 'DL'), year: 2026, code: 'DL', title: 'Diklat' },
    ...{ source: 'apbn', ceiling: 100, reserved: 100, committed: 0, spent: 0, room: 0, waiting: 2 },
    ...{ people: 0, jp: 0, running: 1, state: 'open', createdAt: at, updatedAt: at, rev: 1, ...over },
  }),
  moves,
});

describe('budgetFacts', () => {
  it('tells that room came for those who wait, each time under an id of its own', () => {
    const [released, raised] = [
      { before: rowOf(4), after: rowOf(5, { reserved: 0, room: 100 }) },
      { before: rowOf(5), after: rowOf(6, { ceiling: 200, room: 100, rev: 2 }) },
    ];
    const facts = [released, raised].flatMap(budgetFacts);
    expect(facts.map(({ eventId }) => eventId)).toEqual([
      'budget-room-came:bkd:2026.DL:5',
      'budget-room-came:bkd:2026.DL:6',
    ]);
    for (const fact of facts) expect(budgetRoomCameSchema.parse(fact)).toEqual(fact);
    expect(budgetFacts(released)).toEqual(facts.slice(0, 1));
  });

  it('tells that a line is open again', () => {
    const change = { before: rowOf(1, { state: 'closed', room: 50 }), after: rowOf(2, { room: 50 }) };
    expect(budgetFacts(change)).toHaveLength(1);
  });

  it('tells nothing while nobody waits, of a closed line, of less room, and of other rows', () => {
    const more = { reserved: 0, room: 100 };
    for (const change of [
      { before: rowOf(1), after: rowOf(2, { ...more, waiting: 0 }) },
      { before: rowOf(1), after: rowOf(2, { ...more, state: 'closed' }) },
      { before: rowOf(1, more), after: rowOf(2) },
      { before: rowOf(1), after: rowOf(2, { waiting: 3 }) },
      { after: rowOf(1, more) },
      { before: rowOf(1) },
      { before: { pk: 'A', sk: 'B', kind: 'other' }, after: { pk: 'A', sk: 'B', kind: 'other', room: 9 } },
    ])
      expect(budgetFacts(change)).toEqual([]);
  });
});
