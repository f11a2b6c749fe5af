import { addDays, type LocalDate } from '@sinau/kernel';
import type { Event, Session } from '../event.ts';
import { localTimeOf, minutesAhead } from '../zone.ts';
import { folded, localValue, textValue, utcValue } from './calendar-text.ts';

/** One event in a calendar. */
export interface CalendarEntry {
  readonly event: Event;
  /** `tentative`: there is no seat yet. Those of a cancelled event are cancelled. */
  readonly status: 'confirmed' | 'tentative';
  /** Links of online sessions; for those who take part. */
  readonly withLinks: boolean;
  /** Page of the event. */
  readonly url: string;
}

/** A day by which something is to be finished. */
export interface CalendarDay {
  /** The same through all changes, so that a calendar moves what it has. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly title: string;
  readonly url: string;
  readonly isCancelled: boolean;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
  /** Grows with each change. */
  readonly rev: number;
}

/**
 * An iCalendar object (RFC 5545), a VEVENT a session. A session keeps its UID, so that a calendar moves what it has; SEQUENCE grows with each change.
 * Times are those of clocks at the place where these never change in that year, and UTC elsewhere.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, days = [] }: { readonly name: string; readonly days?: readonly CalendarDay[] },
): string {
  const zones = new Set(entries.flatMap(({ event }) => (isSteady(event) ? [event.zone] : [])));
  const lines = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sinau//Kegiatan//ID',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ],
    `X-WR-CALNAME:${textValue(name)}`,
    ...[...zones].flatMap((zone) => zoneLines(zone, firstOf(entries, zone))),
    ...entries.flatMap((entry) => entry.event.sessions.flatMap((session) => sessionLines(entry, session))),
    ...days.flatMap(dayLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const firstOf = (entries: readonly CalendarEntry[], zone: string): string =>
  entries
    .flatMap(({ event }) => (event.zone === zone ? (event.sessions[0]?.startsAt ?? []) : []))
    .toSorted()[0] ?? '';

/** Clocks of the place are the same all year: its zone can be said in one line. */
function isSteady({ zone, sessions }: Event): boolean {
  const years = new Set(
    sessions.flatMap(({ startsAt, endsAt }) => [startsAt.slice(0, 4), endsAt.slice(0, 4)]),
  );
  const ahead = new Set(
    [...years].flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => minutesAhead(Date.UTC(Number(year), month, 1), zone)),
    ),
  );
  return ahead.size === 1;
}

/** 3.6.5: one observance that never ends. */
function zoneLines(zone: string, at: string): readonly string[] {
  const minutes = minutesAhead(Date.parse(at), zone);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
  return [
    ...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...[`TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
  ];
}

function sessionLines({ event, status, withLinks, url }: CalendarEntry, session: Session): readonly string[] {
  const { title, about = '', eventId, state, updatedAt, rev } = event;
  const at = timesOf(event);
  const link = withLinks ? session.link : undefined;
  const said = [about, link, url].filter((part) => part !== undefined && part !== '').join('\n');
  const summary = session.title === undefined ? title : `${title}: ${session.title}`;
  return [
    ...['BEGIN:VEVENT', `UID:${session.sessionId}.${eventId}@sinau`, `DTSTAMP:${utcValue(updatedAt)}`],
    ...[`SEQUENCE:${rev}`, at('DTSTART', session.startsAt), at('DTEND', session.endsAt)],
    ...[`SUMMARY:${textValue(summary)}`, `DESCRIPTION:${textValue(said)}`, `URL:${url}`],
    ...(session.place === undefined ? [] : [`LOCATION:${textValue(session.place)}`]),
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : status.toUpperCase()}`,
    'END:VEVENT',
  ];
}

/** All day (3.6.1): it ends before the next one begins, and takes no time of the day. */
function dayLines({ uid, on, title, url, isCancelled, updatedAt, rev }: CalendarDay): readonly string[] {
  const value = (day: LocalDate) => day.replaceAll('-', '');
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utcValue(updatedAt)}`, `SEQUENCE:${rev}`],
    ...[`DTSTART;VALUE=DATE:${value(on)}`, `DTEND;VALUE=DATE:${value(addDays(on, 1))}`],
    ...[`SUMMARY:${textValue(title)}`, `URL:${url}`, 'TRANSP:TRANSPARENT'],
    ...[`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT'],
  ];
}

function timesOf(event: Event): (name: string, at: string) => string {
  if (!isSteady(event)) return (name, at) => `${name}:${utcValue(at)}`;
  const { zone } = event;
  return (name, at) => `${name};TZID=${zone}:${localValue(localTimeOf(at, zone))}`;
}
