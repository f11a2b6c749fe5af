import type { Brand, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { adoptionNotices } from './notice/adoption.ts';
import { agencyNotices } from './notice/agency.ts';
import { cohortsNotices } from './notice/cohorts.ts';
import { collaborationNotices } from './notice/collaboration.ts';
import { competencyNotices } from './notice/competency.ts';
import { coursesNotices } from './notice/courses.ts';
import { dutiesNotices } from './notice/duties.ts';
import { enrolmentNotices } from './notice/enrolment.ts';
import { evaluationsNotices } from './notice/evaluations.ts';
import { eventsNotices } from './notice/events.ts';
import { learningNotices } from './notice/learning.ts';
import { providersNotices } from './notice/providers.ts';
import { recognitionNotices } from './notice/recognition.ts';

/** Chosen by the sender from the fact it tells, e.g. `course-completed:<enrolment id>`: one fact, one notice. */
export type NoticeId = Brand<'NoticeId'>;

/** What can be told, with the values each text needs. Values are shown as plain text, never as markup. */
export const noticeContentSchema = z.discriminatedUnion('kind', [
  ...enrolmentNotices,
  ...dutiesNotices,
  ...coursesNotices,
  ...learningNotices,
  ...eventsNotices,
  ...cohortsNotices,
  ...evaluationsNotices,
  ...recognitionNotices,
  ...collaborationNotices,
  ...adoptionNotices,
  ...competencyNotices,
  ...agencyNotices,
  ...providersNotices,
]);
export type NoticeContent = z.infer<typeof noticeContentSchema>;
export type NoticeKind = NoticeContent['kind'];

/** A path of the portal, so that a notice never leads elsewhere. */
export const noticeLinkSchema = z.string().regex(/^\/(?![/\\])[^\s\\]*$/);

export type Notice = NoticeContent & {
  readonly noticeId: NoticeId;
  readonly personId: PersonId;
  readonly link?: string;
  /** ISO 8601 UTC, as all times here. */
  readonly createdAt: string;
  /** When the person read it in the inbox. */
  readonly readAt?: string;
  /** When the mail service took its mail. */
  readonly mailedAt?: string;
};
