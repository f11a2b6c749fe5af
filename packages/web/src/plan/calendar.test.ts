import { expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';

it('comes back every week on the planned days, from the next one on', () => {
  const calendar = calendarOf({
    ...{ days: [1, 3], today: '2026-11-28', changedAt: '2026-11-28T02:00:00.000Z' },
    ...{ host: 'sinau.example', summary: 'Belajar di Sinau, 30 menit' },
  });
  expect(calendar.split('\r\n').slice(3, -3)).toEqual([
    'BEGIN:VEVENT',
    'UID:weekly-plan@sinau.example',
    'DTSTAMP:20261128T020000Z',
    'DTSTART;VALUE=DATE:20261130',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,WE',
    String.raw`SUMMARY:Belajar di Sinau\, 30 menit`,
    'TRANSP:TRANSPARENT',
  ]);
});
