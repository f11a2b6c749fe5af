import { describe, expect, it } from 'vitest';
import type { EventId } from '../event.ts';
import type { Seat } from '../seat.ts';
import { memberOf, seatAt } from '../testing/index.ts';
import { programmeFacts } from './facts.ts';
import { cohortSpace, eventSpace, type SeatSpace } from './keys.ts';
import { toPathMemberRow } from './path-rows.ts';
import { toSeatRow } from './rows.ts';

const [then, later] = ['2026-11-10T00:00:00.000Z', '2027-02-01T00:00:00.000Z'];

const idOf = (change: Parameters<typeof programmeFacts>[0]): string => {
  const [fact, ...others] = programmeFacts(change);
  if (!fact || others.length > 0) throw new Error('it tells one thing');
  return fact.eventId;
};

describe('after an erasure took a row, whose revisions begin anew', () => {
  it.each([
    ['events', eventSpace],
    ['cohorts', cohortSpace],
  ] as const)(
    'a seat of %s is offered under another id, and the same change keeps its own',
    (_, space: SeatSpace) => {
      const eventId = 'e-1' as EventId;
      const rowOf = (over: Partial<Seat>) => toSeatRow(space, seatAt({ eventId, ...over }));
      const offered = (since: string) => ({
        before: rowOf({ state: 'waiting', place: since, since, rev: 1 }),
        after: rowOf({ state: 'offered', since, offeredUntil: since, rev: 2 }),
      });
      expect(idOf(offered(then))).not.toBe(idOf(offered(later)));
      expect(idOf(offered(then))).toBe(idOf(offered(then)));
    },
  );

  it('somebody is on a path under another id, and the same change keeps its own', () => {
    const begun = (updatedAt: string) => ({ after: toPathMemberRow(memberOf({ updatedAt, rev: 1 })) });
    expect(idOf(begun(then))).not.toBe(idOf(begun(later)));
    expect(idOf(begun(then))).toBe(idOf(begun(then)));
  });
});
