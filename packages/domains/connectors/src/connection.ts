import { type Brand, isUuid, type ProviderId } from '@sinau/kernel';
import type { CompletionRule } from '@sinau/rostering';
import * as z from 'zod';
import type { ScheduledKind } from './job.ts';
import type { MoodleSettings } from './moodle-settings.ts';
import type { OneRosterSettings } from './one-roster-settings.ts';
import type { OpenEdxSettings } from './openedx-settings.ts';
import type { AdapterFailureReason } from './ports.ts';
import type { ReconciliationSettings } from './reconciliation-settings.ts';
import type { StartSettings } from './start-settings.ts';
import type { XapiSettings } from './xapi-settings.ts';

export type ConnectionId = Brand<'ConnectionId'>;

/**
 * What a provider speaks. `file`: tables that people upload. `webhook`: it sends results and has no catalogue. `schema-org`: pages with
 * data of their courses, which have a catalogue alone. `xapi`: its LMS sends statements, of which those that are results are taken. `oneroster`:
 * a server of OneRoster 1.2, which tells of everything and takes nothing. `oneroster-csv`: the same as packages that people upload.
 */
export const connectionKinds = [
  'moodle',
  'oneroster',
  'oneroster-csv',
  'openedx',
  'schema-org',
  'file',
  'webhook',
  'xapi',
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

export const connectionIdSchema = z.custom<ConnectionId>(
  (value) => typeof value === 'string' && isUuid(value) && value === value.toLowerCase(),
);

/** When what runs by itself; absent: never. Hours are those of Jakarta (UTC+7), 0 to 23. */
export interface Schedule {
  /** The catalogue is fetched once a day, within this hour. */
  readonly syncHour?: number;
  /** Results are asked for every so many minutes. */
  readonly pollMinutes?: number;
  /** Ours and theirs are compared once a day, within this hour. */
  readonly reconcileHour?: number;
}

/** One kind of scheduled work: how it went, and when it comes again. */
export interface Run {
  /** Absent: not by itself. */
  readonly nextAt?: string;
  readonly lastAt?: string;
  readonly lastOutcome?: 'done' | 'failed';
  /** Why the last one failed. */
  readonly lastReason?: AdapterFailureReason;
}
export type Runs = Readonly<Partial<Record<ScheduledKind, Run>>>;

/** One way to one provider. Times are ISO 8601 UTC with milliseconds. */
export interface Connection {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly kind: ConnectionKind;
  /** As people call it, e.g. the name of the Moodle site. */
  readonly name: string;
  /** Where its services lie; absent for files. An absolute https URL (http on one machine), without trailing slash. */
  readonly baseUrl?: string;
  /** Who is told when something is broken. */
  readonly contactEmail: string;
  /**
   * `paused`: nothing is fetched or sent by itself; people may still test it. `removing`: as paused, newcomers are refused,
   * and gone for good when the last learner has left.
   */
  readonly state: 'active' | 'paused' | 'removing';
  /** Since when it is `removing`: who comes later comes too late. Absent otherwise, and in rows of before (`updatedAt`). */
  readonly removingSince?: string;
  /** `all`: new and changed courses are taken over without a person; withdrawn ones never are. */
  readonly acceptance: 'person' | 'all';
  /** Of a Moodle: how accounts of learners begin there. @default `defaultMoodleSettings` */
  readonly moodle?: MoodleSettings;
  /** Of an Open edX site, and never absent there. */
  readonly openedx?: OpenEdxSettings;
  /** Of an LMS that sends statements. */
  readonly xapi?: XapiSettings;
  /** Of a server of OneRoster: how we sign in there. */
  readonly oneRoster?: OneRosterSettings;
  /** Where courses of its catalogue start; absent: on their pages. */
  readonly start?: StartSettings;
  /** What counts as done of courses that are taken over from now on. @default what the kind can say, see `completionOfCourse` */
  readonly completion?: CompletionRule;
  readonly schedule: Schedule;
  /** @default `defaultReconciliationSettings` */
  readonly reconciliation?: ReconciliationSettings;
  /** `ConnectionSecrets` as JSON, sealed for this connection; absent where nothing needs one. */
  readonly sealedSecrets?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The person or client who made it or changed it last. */
  readonly changedBy: string;
  /** Counts changes that people make; they name the one they have read. */
  readonly rev: number;
  /** Written by the worker. */
  readonly runs: Runs;
}
