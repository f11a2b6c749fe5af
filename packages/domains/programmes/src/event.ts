import {
  type AgencyId,
  type Brand,
  type Jp,
  oneLine,
  type PersonId,
  type ProviderId,
  plainLines,
} from '@sinau/kernel';
import * as z from 'zod';
import { isZone } from './zone.ts';

export type EventId = Brand<'EventId'>;
export type SessionId = Brand<'SessionId'>;

/** Who holds it. */
export type Owner =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'provider'; readonly providerId: ProviderId };

export interface Session {
  readonly sessionId: SessionId;
  readonly title?: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string;
  /** `https` alone; seen by those who have a seat. */
  readonly link?: string;
}

/** Narasumber. */
export interface Speaker {
  readonly name: string;
  readonly post?: string;
  readonly bio?: string;
  /** Somebody of the organiser's own people, whose teaching is noted once attendance is closed; the agency is that of then. */
  readonly person?: { readonly personId: PersonId; readonly agencyId: AgencyId };
}

/** `partners`: people of agencies that a data agreement of the provider covers. */
export const audiences = ['all', 'agency', 'units', 'partners'] as const;
export const eventModes = ['in-person', 'online', 'hybrid'] as const;
export const approvals = ['none', 'supervisor'] as const;

export interface EventTerms {
  readonly title: string;
  readonly about?: string;
  /** How it is counted, by the rules of JP: seminar, workshop …; a webinar is a way to hold it, and no form. */
  readonly form: string;
  readonly mode: (typeof eventModes)[number];
  /** Held abroad, or an international one. */
  readonly abroad: boolean;
  /** Of the whole, for forms that count what the programme states. */
  readonly stated?: Jp;
  /** Of the place, a name of the IANA database. */
  readonly zone: string;
  /** In the order of their beginnings. */
  readonly sessions: readonly Session[];
  readonly speakers: readonly Speaker[];
  readonly capacity: number;
  /** Of a seat, in whole rupiah; absent: it costs nothing. */
  readonly price?: number;
  /** Registration; ISO 8601 UTC. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly audience: (typeof audiences)[number];
  /** For `units`: these, and those below them. */
  readonly unitIds: readonly string[];
  readonly approval: (typeof approvals)[number];
  /** How long a seat that became free is kept for the first of the waiting list. */
  readonly confirmHours: number;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Where participants say how it was. */
  readonly evaluation?: string;
}

/** A file that participants get; always a PDF. */
export interface Material {
  readonly materialId: string;
  /** As whoever added it called it; one line. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: PersonId;
}

export interface Event extends EventTerms {
  readonly eventId: EventId;
  readonly owner: Owner;
  readonly state: 'draft' | 'published' | 'cancelled';
  /** Files, oldest first. */
  readonly materials?: readonly Material[];
  /** Told to those who had a seat. */
  readonly cancelReason?: string;
  /** Attendance is complete: what it says counts. */
  readonly closedAt?: string;
  /** Nobody closed it: its time was over. */
  readonly closedItself?: true;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When participants were last told of other times or places. */
  readonly movedAt?: string;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

export const mostSessions = 60;
export const mostCapacity = 1_000;
/** Whole rupiah of one seat. */
export const mostPrice = 1_000_000_000;

const lineOfText = (most: number) =>
  z.string().trim().min(2).max(most).regex(oneLine, { message: 'must be one line of text' });
const textOfLines = (most: number) =>
  z.string().trim().min(2).max(most).regex(plainLines, { message: 'must be plain text' });
const idOf = <Id extends string>() =>
  z.custom<Id>((value) => typeof value === 'string' && value !== '' && value.length <= 64);
const moment = z.iso.datetime();
const webAddress = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine((url) => !/[\p{Cc}\s]/u.test(url))
  // A user name before the place looks like the place, and is none (RFC 3986, section 7.6).
  .regex(/^https:\/\/[^/?#\\@]+(?:[/?#]|$)/i);

export const termsSchema = z.strictObject({
  title: lineOfText(160),
  about: textOfLines(4_000).exactOptional(),
  form: z.string().regex(/^[A-Z]{2,3}\d{2}$/),
  mode: z.enum(eventModes),
  abroad: z.boolean(),
  stated: z
    .custom<Jp>((value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 100_000)
    .exactOptional(),
  zone: z.string().max(64).refine(isZone, { message: 'must be a time zone' }),
  sessions: z
    .array(
      z.strictObject({
        sessionId: z.custom<SessionId>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)),
        title: lineOfText(160).exactOptional(),
        startsAt: moment,
        endsAt: moment,
        place: lineOfText(200).exactOptional(),
        link: webAddress.exactOptional(),
      }),
    )
    .min(1)
    .max(mostSessions),
  speakers: z
    .array(
      z.strictObject({
        name: lineOfText(120),
        post: lineOfText(160).exactOptional(),
        bio: textOfLines(1_000).exactOptional(),
        person: z.strictObject({ personId: idOf<PersonId>(), agencyId: idOf<AgencyId>() }).exactOptional(),
      }),
    )
    .max(30),
  capacity: z.int().min(1).max(mostCapacity),
  price: z.int().min(1).max(mostPrice).exactOptional(),
  opensAt: moment,
  closesAt: moment,
  audience: z.enum(audiences),
  unitIds: z.array(z.string().min(1).max(64)).max(50),
  approval: z.enum(approvals),
  confirmHours: z.int().min(1).max(168),
  links: z.array(z.strictObject({ title: lineOfText(120), url: webAddress })).max(30),
  evaluation: webAddress.exactOptional(),
});

/** The first moment of the first session, and the last one of the last to end. */
export function spanOf({ sessions }: Pick<Event, 'sessions'>): {
  readonly startsAt: string;
  readonly endsAt: string;
} {
  const starts = sessions.map(({ startsAt }) => startsAt).toSorted();
  const ends = sessions.map(({ endsAt }) => endsAt).toSorted();
  return { startsAt: starts[0] ?? '', endsAt: ends.at(-1) ?? '' };
}

/** Days after the last session after which attendance closes by itself. */
export const closesAfterDays = 7;

/**
 * When attendance closes without anybody: so many days after the last session, or after the last change of the event where that came later, so that an
 * organiser who has opened it again has as long. ISO 8601 UTC.
 */
export function closesItselfAt(event: Pick<Event, 'sessions' | 'updatedAt'>): string {
  const { endsAt } = spanOf(event);
  const last = Math.max(Date.parse(endsAt), Date.parse(event.updatedAt));
  return new Date(last + closesAfterDays * 86_400_000).toISOString();
}

export const isSameOwner = (a: Owner, b: Owner): boolean =>
  a.kind === 'agency'
    ? b.kind === 'agency' && a.agencyId === b.agencyId
    : b.kind === 'provider' && a.providerId === b.providerId;

/** What participants come by; when it changes they are told. */
export const timetableOf = ({ sessions, zone, mode }: Pick<Event, 'sessions' | 'zone' | 'mode'>): string =>
  JSON.stringify([
    ...[zone, mode],
    sessions.map(({ sessionId, startsAt, endsAt, place = '', link = '' }) => [
      ...[sessionId, startsAt, endsAt, place, link],
    ]),
  ]);
