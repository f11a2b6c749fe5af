import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { NoticeId } from './notice.ts';

/** The mail queue's message: whom to mail and which notice; the text is made when it is sent. */
export const queuedMailSchema = z.object({
  noticeId: z.custom<NoticeId>((value) => typeof value === 'string' && value !== ''),
  personId: z.custom<PersonId>((value) => typeof value === 'string' && value !== ''),
  to: z.string().min(3).max(320),
  locale: z.enum(['id', 'en']),
});
export type QueuedMail = z.infer<typeof queuedMailSchema>;
