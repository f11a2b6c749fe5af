import { createHmac } from 'node:crypto';
import type { PersonId, Signer } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textValue } from './calendar/calendar-text.ts';
import { writeCalendar } from './calendar/write-calendar.ts';
import { calendarAddress, endCalendar, eventCalendar, openCalendar, renewCalendar } from './calendars.ts';
import { EventNotFound } from './errors.ts';
import type { Event, EventId } from './event.ts';
import { eventOf, learner, memoryProgrammeStores, seatAt, someAgency } from './testing/index.ts';

const encoder = new TextEncoder();
type Property = readonly [name: string, parameters: string, value: string];

/** Reads content lines as RFC 5545 3.1 says, and refuses whatever else there is. */
function readLines(text: string): readonly Property[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const raw = text.split('\r\n').slice(0, -1);
  expect(raw.filter((line) => encoder.encode(line).length > 75)).toEqual([]);
  return raw
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const match = /^([A-Z][A-Z-]*)((?:;[A-Z]+=[^:;]+)*):(.*)$/u.exec(line);
      if (!match) throw new Error(`no content line: ${line}`);
      return [match[1] ?? '', match[2] ?? '', match[3] ?? ''];
    });
}

/** Components within each other, each ended by its own name. */
function sessionsIn(text: string): readonly ReadonlyMap<string, string>[] {
  const open: string[] = [];
  const found: Map<string, string>[] = [];
  for (const [name, parameters, value] of readLines(text)) {
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') found.push(new Map());
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VEVENT') found.at(-1)?.set(`${name}${parameters}`, value);
  }
  expect(open).toEqual([]);
  return found;
}

const url = 'https://sinau.example/events/e-1';
const written = (event: Event, status: 'confirmed' | 'tentative' = 'confirmed') =>
  writeCalendar([{ event, status, withLinks: status === 'confirmed', url }], { name: 'Kegiatan' });

describe('a calendar', () => {
  it('has an entry for each session, by clocks of the place', () => {
    const text = written(eventOf({ zone: 'Asia/Makassar', rev: 4 }));
    const [first, second] = sessionsIn(text);
    expect(first?.get('DTSTART;TZID=Asia/Makassar')).toBe('20261201T100000');
    expect(first?.get('DTEND;TZID=Asia/Makassar')).toBe('20261201T130000');
    expect(second?.get('UID')).toBe('hari-2.e-1@sinau');
    expect([first?.get('SEQUENCE'), first?.get('STATUS')]).toEqual(['4', 'CONFIRMED']);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Makassar\r\n');
    expect(text).toContain('TZOFFSETTO:+0800');
  });
  it('is in UTC where clocks change in that year', () => {
    const [first] = sessionsIn(written(eventOf({ zone: 'Europe/Amsterdam' })));
    expect(first?.get('DTSTART')).toBe('20261201T020000Z');
  });
  it('C4: says what is cancelled, and keeps links for those who take part', () => {
    const [session] = eventOf().sessions;
    if (!session) throw new Error('there is one');
    const event = eventOf({ state: 'cancelled', sessions: [{ ...session, link: 'https://rapat.example' }] });
    const [cancelled] = sessionsIn(written(event, 'tentative'));
    expect(cancelled?.get('STATUS')).toBe('CANCELLED');
    expect(cancelled?.get('DESCRIPTION')).not.toContain('rapat');
    expect(sessionsIn(written(event))[0]?.get('DESCRIPTION')).toContain('rapat');
  });
  it('F5: lets nothing that people write begin a line or a property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const nasty = `${typed}\r\nEND:VCALENDAR\nX:${typed}`;
        const [session] = eventOf().sessions;
        const sessions = session ? [{ ...session, title: nasty, place: nasty }] : [];
        const found = sessionsIn(written(eventOf({ title: nasty, about: nasty, sessions })));
        expect(found).toHaveLength(1);
        expect(found[0]?.get('LOCATION')).toBe(textValue(nasty));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a private address', () => {
  const signer: Signer = {
    sign: (purpose, text) => createHmac('sha256', 'key').update(`${purpose} ${text}`).digest('base64url'),
    verify: () => false,
  };
  const principal = learner('budi');
  const day = {
    ...{ uid: 'a1.k-1@sinau', on: '2026-12-31', title: 'Angkatan I: Etika; dasar', rev: 3 },
    ...{
      url: 'https://sinau.example/cohorts/k-1',
      isCancelled: false,
      updatedAt: '2026-11-10T00:00:00.000Z',
    },
  };
  const words = { name: 'Kegiatan', urlOf: (eventId: EventId) => `https://sinau.example/events/${eventId}` };
  async function world() {
    let count = 0;
    const deps = {
      ...{ ...memoryProgrammeStores(), signer, clock: { now: () => new Date('2026-11-10T00:00:00.000Z') } },
      daysOf: async () => [day],
      ids: {
        uuid: () => 'x',
        token: () => {
          count += 1;
          return `secret-${count}`;
        },
      },
      people: {
        placeOf: async (personId: PersonId) =>
          personId === 'budi' ? { agencyId: someAgency, unitIds: [] } : undefined,
        teamOf: async () => [],
      },
    };
    await deps.events.save(eventOf());
    await deps.events.save(eventOf({ eventId: 'e-2' as EventId }));
    await deps.seats.step(undefined, seatAt({ personId: principal.personId }));
    return deps;
  }
  it('opens what somebody has a seat of, until they end or renew it', async () => {
    const deps = await world();
    expect(await calendarAddress(deps, { principal })).toBeUndefined();
    await renewCalendar(deps, { principal });
    const token = (await calendarAddress(deps, { principal })) ?? '';
    const text = await openCalendar(deps, { token, ...words });
    expect(sessionsIn(text).map((session) => session.get('UID'))).toEqual([
      'hari-1.e-1@sinau',
      'hari-2.e-1@sinau',
      'a1.k-1@sinau',
    ]);
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(text).toContain('SUMMARY:Angkatan I: Etika\\; dasar\r\n');
    await renewCalendar(deps, { principal });
    await expect(openCalendar(deps, { token, ...words })).rejects.toThrow(EventNotFound);
    const next = (await calendarAddress(deps, { principal })) ?? '';
    await openCalendar(deps, { token: next, ...words });
    await endCalendar(deps, { principal });
    await expect(openCalendar(deps, { token: next, ...words })).rejects.toThrow(EventNotFound);
  });
  it('opens nothing without its signature, and nothing of somebody who has left', async () => {
    const deps = await world();
    await renewCalendar(deps, { principal });
    for (const token of ['', 'secret-1', 'secret-1.', 'secret-1.aaaaaaaaaaaaaaaaaaaaaa']) {
      await expect(openCalendar(deps, { token, ...words })).rejects.toThrow(EventNotFound);
    }
    const gone = learner('ani');
    await renewCalendar(deps, { principal: gone });
    const token = (await calendarAddress(deps, { principal: gone })) ?? '';
    await expect(openCalendar(deps, { token, ...words })).rejects.toThrow(EventNotFound);
  });
  it('is not needed for the file of one event, which is for whom the event is', async () => {
    const deps = await world();
    const text = await eventCalendar(deps, { principal, eventId: 'e-2' as EventId, ...words });
    expect(sessionsIn(text)[0]?.get('STATUS')).toBe('TENTATIVE');
    const stranger = { principal: learner('ani'), eventId: 'e-2' as EventId, ...words };
    await expect(eventCalendar(deps, stranger)).rejects.toThrow(EventNotFound);
  });
});
