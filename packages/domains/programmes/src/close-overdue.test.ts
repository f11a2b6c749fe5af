import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { attendedOf, isSettled } from './attended.ts';
import { reopenAttendance } from './change-event.ts';
import { closeOverdue } from './close-overdue.ts';
import type { Event, EventId } from './event.ts';
import { memoryProgrammeStores } from './testing/index.ts';
import { eventOf, organiser, seatAt, someAgency } from './testing/samples.ts';

const eventId = 'e-1' as EventId;

describe('attendance that nobody closes', () => {
  let deps: ReturnType<typeof memoryProgrammeStores> & { readonly clock: ReturnType<typeof fixedClock> };
  beforeEach(() => {
    // The second of two days ends at 05:00.
    deps = { ...memoryProgrammeStores(), clock: fixedClock('2026-12-02T05:00:00.000Z') };
  });
  const close = (...agencyIds: readonly AgencyId[]) =>
    closeOverdue(deps, { agencyIds: agencyIds.length > 0 ? agencyIds : [someAgency] });
  const find = (id = eventId): Promise<Event | undefined> => deps.events.find(id);
  const after = (days: number, ms = 0) => deps.clock.advance(days * 86_400_000 + ms);

  it('closes seven days after the last session, so that the days that were attended count', async () => {
    await deps.events.save(eventOf());
    const marks = [
      { sessionId: 'hari-1' as never, present: true, at: '2026-12-01T02:00:00.000Z', way: 'code' },
    ];
    const attended = attendedOf(eventOf(), seatAt({ marks: marks as never }));
    after(7, -1);
    expect(await close()).toBe(0);
    expect(isSettled((await find()) ?? {}, attended)).toBe(false);
    after(0, 1);
    expect(await close()).toBe(1);
    const closed = await find();
    expect(closed).toMatchObject({ closedAt: '2026-12-09T05:00:00.000Z', closedItself: true, rev: 2 });
    expect(isSettled(closed ?? {}, attended)).toBe(true);
    expect(await close()).toBe(0);
  });

  it('leaves drafts, cancelled and closed events, and those of agencies that are not looked at', async () => {
    const closedAt = '2026-12-03T00:00:00.000Z';
    await deps.events.save(eventOf({ eventId: 'draf' as EventId, state: 'draft' }));
    await deps.events.save(eventOf({ eventId: 'batal' as EventId, state: 'cancelled' }));
    await deps.events.save(eventOf({ eventId: 'tutup' as EventId, closedAt }));
    const owner = { kind: 'agency', agencyId: 'lan' as AgencyId } as const;
    await deps.events.save(eventOf({ eventId: 'lain' as EventId, owner }));
    after(30);
    expect(await close()).toBe(0);
    expect(await find('tutup' as EventId)).toMatchObject({ closedAt, rev: 1 });
    expect(await close('lan' as AgencyId)).toBe(1);
  });

  it('closes events that everybody may come to, whoever holds them', async () => {
    await deps.events.save(eventOf({ audience: 'all' }));
    after(8);
    expect(await close('lan' as AgencyId)).toBe(1);
  });

  it('waits as long again for an organiser who has opened it once more or changed it', async () => {
    await deps.events.save(eventOf());
    after(7);
    await close();
    after(1);
    await reopenAttendance(deps, { principal: organiser, eventId });
    expect(await find()).not.toHaveProperty('closedItself');
    after(6);
    expect(await close()).toBe(0);
    after(1);
    expect(await close()).toBe(1);
  });

  it('lets whoever changes it in the same moment go first', async () => {
    await deps.events.save(eventOf());
    after(8);
    const racing = {
      ...deps,
      events: {
        ...deps.events,
        listOpen: async (...asked: Parameters<typeof deps.events.listOpen>) => {
          const page = await deps.events.listOpen(...asked);
          for (const event of page.events) await deps.events.save({ ...event, title: 'Judul baru' });
          return page;
        },
      },
    };
    expect(await closeOverdue(racing, { agencyIds: [someAgency] })).toBe(0);
    expect(await find()).toMatchObject({ title: 'Judul baru' });
  });
});
